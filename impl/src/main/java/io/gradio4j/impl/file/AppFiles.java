package io.gradio4j.impl.file;

import io.gradio4j.Conversion;
import io.gradio4j.DeleteCache;
import io.gradio4j.FileData;
import io.gradio4j.ValidationException;
import io.gradio4j.impl.json.JsonbConversion;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The files of one app: takes and gives them, and deletes them when they are old. Safe for use by many threads. */
public final class AppFiles implements AutoCloseable {

    private static final Logger LOG = System.getLogger(AppFiles.class.getName());
    private static final int BUFFER = 64 << 10;

    private final Cache cache;
    private final FileResolver resolver;
    private final Fetcher fetcher;
    private final OptionalLong maxFileSize;
    private final Optional<DeleteCache> deletion;
    private final MediaStreams streams;
    private final UploadProgress progress = new UploadProgress();
    private final Set<String> created = ConcurrentHashMap.newKeySet();
    private final Set<String> kept = ConcurrentHashMap.newKeySet();

    /**
     * The files of an app.
     *
     * @param settings what the operator decides
     * @param statics what the app serves in place
     * @param hosts from which hosts the app fetches what clients name by URL
     * @param deletion when files are deleted; empty for never
     */
    public AppFiles(FileSettings settings, List<Path> statics, List<String> hosts, Optional<DeleteCache> deletion) {
        cache = new Cache(settings.cacheFolder(), settings.cache().isEmpty());
        resolver = new FileResolver(cache, settings, statics);
        maxFileSize = settings.maxFileSize();
        fetcher = new Fetcher(new FetchPolicy(hosts), maxFileSize);
        streams = new MediaStreams(cache, resolver, settings.maxStreams());
        this.deletion = deletion;
    }

    /** Decides which files clients may load. */
    public FileResolver resolver() {
        return resolver;
    }

    /** What handlers give piece by piece. */
    public MediaStreams streams() {
        return streams;
    }

    /** How far uploads are. */
    public UploadProgress progress() {
        return progress;
    }

    /** The largest file that may be uploaded, in bytes. */
    public OptionalLong maxFileSize() {
        return maxFileSize;
    }

    /** When files are deleted; empty for never. */
    public Optional<DeleteCache> deletion() {
        return deletion;
    }

    /** How many bytes there is room for on the disk. */
    public long room() {
        return cache.room();
    }

    /**
     * A folder for something else than files that clients load.
     *
     * @param name begins with a dot
     */
    public Path folder(String name) {
        return cache.folder(name);
    }

    /** A hash of a text that nobody can guess who does not know the cache, in hexadecimal. */
    public String hash(String text) {
        return cache.hash(text);
    }

    /** Starts a file, to be kept or closed. */
    public Draft draft() {
        return cache.draft();
    }

    /**
     * Keeps a file.
     *
     * @param draft the whole content
     * @param cleanName from {@link FileNames#clean}
     * @return its opaque name
     */
    public String keep(Draft draft, String cleanName) {
        var name = cache.keep(draft, cleanName);
        if (deletion.isPresent() && !kept.contains(name)) {
            created.add(name);
        }
        return name;
    }

    /**
     * Converts values of events.
     *
     * @param root the address of this app as the client knows it, without a trailing slash
     */
    public Conversion conversion(String root) {
        return new FileConversion(this, root);
    }

    /** Converts initial values, whose files live as long as the app. Their URLs are without the server's address. */
    public Conversion definitions() {
        return new FileConversion(this, "") {
            @Override
            FileData described(String name, long size, String shown) {
                kept.add(name);
                created.remove(name);
                return super.described(name, size, shown);
            }
        };
    }

    /**
     * Checks that all files within what a client sent are such that it may use them.
     *
     * @throws ValidationException if one is not; the message names it
     */
    public void check(JsonValue payload) {
        FileUrls.eachObject(payload, object -> {
            if (FileData.isFile(object)) {
                var path = FileData.from(object).path();
                if (!isUrl(path) && resolver.input(path).isEmpty()) {
                    throw notUploaded(path);
                }
            }
        });
    }

    static ValidationException notUploaded(String path) {
        return new ValidationException("Cannot move " + JsonbConversion.abbreviate(path)
                + " to the gradio cache dir because it was not uploaded by a user.");
    }

    /**
     * Checks that what looks like a file within an event's data is one that the client may use.
     *
     * @throws ValidationException if one is not; the message names it
     */
    public void checkEventData(JsonValue data) {
        FileUrls.eachObject(data, object -> {
            if (object.get("path") instanceof JsonString path && !isUrl(path.getString()) && resolver.input(path.getString()).isEmpty()) {
                throw new ValidationException("File " + JsonbConversion.abbreviate(path.getString())
                        + " is not in the cache folder and cannot be accessed.");
            }
        });
    }

    /** Whether a name of a file is not one of ours, but says where to get it. Whether that is done is decided when it is needed. */
    static boolean isUrl(String path) {
        var start = path.substring(0, Math.min(path.length(), 8)).toLowerCase(Locale.ROOT);
        return start.startsWith("http://") || start.startsWith("https://") || start.startsWith("data:");
    }

    /** A file that came with the value itself, as a URL. */
    Path received(FileData file) {
        try (var draft = draft()) {
            var name = file.path().regionMatches(true, 0, "data:", 0, 5) ? DataUrl.decode(file, draft, maxFileSize)
                    : fetcher.fetch(file.path(), draft);
            var kept = keep(draft, name);
            return resolver.input(kept).orElseThrow(() -> new IllegalStateException("The file " + kept + " is gone already"));
        }
    }

    /** Copies a file into the cache; its opaque name. */
    String copied(Path file, String cleanName) {
        try (var draft = draft(); InputStream in = Files.newInputStream(file)) {
            var buffer = new byte[BUFFER];
            for (var count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                draft.write(buffer, 0, count);
            }
            return keep(draft, cleanName);
        } catch (IOException e) {
            throw new UncheckedIOException("The file " + file + " cannot be read", e);
        }
    }

    /** Deletes files of this app that are old. */
    public void deleteOld() {
        deletion.ifPresent(rule -> delete(Instant.now().minus(rule.age())));
    }

    private void delete(Instant before) {
        for (var name : created) {
            try {
                if (cache.delete(name, before)) {
                    created.remove(name);
                }
            } catch (IOException e) {
                LOG.log(Logger.Level.WARNING, () -> "The file " + name + " could not be deleted", e);
            }
        }
    }

    /** Deletes all streams, and all files of this app if it deletes any. */
    @Override
    public void close() {
        streams.close();
        if (deletion.isPresent()) {
            delete(Instant.MAX);
        }
    }
}
