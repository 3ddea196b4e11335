package io.gradio4j.impl.file;

import io.gradio4j.FileData;
import io.gradio4j.GradioException;
import io.gradio4j.HasMediaStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Pattern;

/**
 * The streams that handlers give piece by piece. Each is a folder with a playlist and pieces, so that every server that shares the folder
 * for files can send them. A folder is deleted by whoever made it when its session ends, or earlier when the session has too many.
 * Safe for use by many threads.
 */
public final class MediaStreams {

    /** The file that names the pieces. */
    public static final String PLAYLIST = "playlist.m3u8";

    private static final Logger LOG = System.getLogger(MediaStreams.class.getName());
    private static final SecureRandom RANDOM = new SecureRandom();
    /** The largest whole number that every client reads as it is. */
    private static final long LARGEST = 1L << 53;
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,16}");
    private static final Pattern PIECE = Pattern.compile("[0-9a-f-]{36}\\.[a-z0-9]{2,4}");
    private static final String FOLDER = ".streams";
    private static final String WHOLE = "whole";
    private static final Duration ABANDONED = Duration.ofDays(7);

    private final Cache cache;
    private final FileResolver resolver;
    private final long most;
    private final ReentrantLock lock = new ReentrantLock();
    private final ReentrantLock joining = new ReentrantLock();
    private final Map<String, List<MediaRun>> runs = new HashMap<>();
    private boolean tidied;

    /**
     * No streams yet.
     *
     * @param most how many bytes the streams of one session may have
     */
    MediaStreams(Cache cache, FileResolver resolver, long most) {
        this.cache = cache;
        this.resolver = resolver;
        this.most = most;
    }

    /**
     * The streams of an event that starts. Nothing is kept until a piece comes.
     *
     * @param session the name of its session
     */
    public MediaRun run(String session) {
        return new MediaRun(this, session, RANDOM.nextLong(1, LARGEST));
    }

    /** The folder of a session's streams. Its name cannot be guessed either. */
    private Path folder(String session) {
        return cache.folder(FOLDER).resolve(cache.hash(FOLDER + "\n" + session));
    }

    Path folder(MediaRun run) {
        tidyOnce();
        return folder(run.session()).resolve(Long.toString(run.number()));
    }

    /** The bytes of a piece: a file that may not leave the server is none. */
    Path readable(Path file) {
        return switch (resolver.outgoing(file)) {
            case FileResolver.Outgoing.InPlace(Path place, String name) -> place;
            case FileResolver.Outgoing.Copied(Path place) -> place;
        };
    }

    StorageException failure(Path place, IOException cause) {
        return Cache.failure(place, cause);
    }

    /**
     * Makes room for a piece, if need be by deleting the session's oldest streams that are over.
     *
     * @throws GradioException if the session has no room for it
     */
    void reserve(MediaRun run, long bytes) {
        var deleted = new ArrayList<MediaRun>();
        lock.lock();
        try {
            var all = runs.computeIfAbsent(run.session(), s -> new ArrayList<>());
            if (!all.contains(run)) {
                all.add(run);
            }
            while (all.stream().mapToLong(MediaRun::size).sum() + bytes > most) {
                var oldest = all.stream().filter(MediaRun::isOver).findFirst().orElseThrow(() -> new GradioException(
                        "The streams of this page are larger than the " + (most >> 20) + " MB that there is room for."));
                all.remove(oldest);
                deleted.add(oldest);
            }
            run.grow(bytes);
        } finally {
            lock.unlock();
        }
        deleted.forEach(MediaRun::delete);
    }

    /** Deletes the streams of a session; those that are not over end. */
    public void forget(String session) {
        take(session).forEach(run -> {
            run.end();
            run.delete();
        });
    }

    private List<MediaRun> take(String session) {
        lock.lock();
        try {
            return Optional.ofNullable(runs.remove(session)).orElse(List.of());
        } finally {
            lock.unlock();
        }
    }

    /** The names of the sessions that have streams of this server. */
    public List<String> sessions() {
        lock.lock();
        try {
            return List.copyOf(runs.keySet());
        } finally {
            lock.unlock();
        }
    }

    /** Deletes all streams. */
    void close() {
        sessions().forEach(this::forget);
    }

    private Optional<Path> folder(String session, String run, String component) {
        return NUMBER.matcher(run).matches() && NUMBER.matcher(component).matches()
                ? Optional.of(folder(session).resolve(run).resolve(component)).filter(Files::isDirectory) : Optional.empty();
    }

    /** The playlist of a stream, as it is now. */
    public Optional<Path> playlist(String session, String run, String component) {
        return folder(session, run, component).map(folder -> folder.resolve(PLAYLIST)).filter(Files::isRegularFile);
    }

    /**
     * A piece of a stream.
     *
     * @param name as the playlist has it
     */
    public Optional<Path> piece(String session, String run, String component, String name) {
        return PIECE.matcher(name).matches()
                ? folder(session, run, component).map(folder -> folder.resolve(name)).filter(Files::isRegularFile) : Optional.empty();
    }

    /**
     * A stream as one file, made when it is first asked for.
     *
     * @param player joins the pieces
     * @return the file; empty if the stream is not over
     * @throws StorageException if the disk does not take it
     */
    public Optional<Path> whole(Path playlist, HasMediaStream<?> player) {
        joining.lock();
        try {
            var text = Files.readString(playlist);
            var pieces = text.lines().filter(line -> PIECE.matcher(line).matches()).map(playlist::resolveSibling).toList();
            if (!text.endsWith(MediaStream.END) || pieces.isEmpty()) {
                return Optional.empty();
            }
            var folder = playlist.resolveSibling(WHOLE);
            var known = only(folder);
            return known.isPresent() ? known : Optional.of(join(pieces, folder, player));
        } catch (IOException e) {
            throw failure(playlist, e);
        } finally {
            joining.unlock();
        }
    }

    private static Optional<Path> only(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        try (var files = Files.list(folder)) {
            return files.findFirst();
        }
    }

    private static Path join(List<Path> pieces, Path folder, HasMediaStream<?> player) throws IOException {
        var part = Files.createTempFile(folder.getParent(), "part", "");
        try {
            String name;
            try (var out = Files.newOutputStream(part)) {
                name = player.join(pieces, Files.readString(folder.resolveSibling(MediaStream.NAME)), out);
            }
            Files.createDirectories(folder);
            return Files.move(part, folder.resolve(FileNames.clean(name).orElse("stream")), StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /** Deletes a folder with all that is in it, and the one around it when that is empty. */
    static void delete(Path folder) {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException | UncheckedIOException e) {
            LOG.log(Logger.Level.DEBUG, () -> "The stream " + folder + " was not deleted completely", e);
        }
        // Other streams may be beside it.
        folder.getParent().toFile().delete();
    }

    /** Once, deletes what processes left that were killed. */
    private void tidyOnce() {
        lock.lock();
        try {
            if (tidied) {
                return;
            }
            tidied = true;
        } finally {
            lock.unlock();
        }
        var old = Instant.now().minus(ABANDONED);
        try (var sessions = Files.walk(cache.folder(FOLDER), 2)) {
            var folder = cache.folder(FOLDER);
            sessions.filter(path -> folder.relativize(path).getNameCount() == 2 && modified(path).isBefore(old)).toList().forEach(MediaStreams::delete);
        } catch (IOException | UncheckedIOException e) {
            LOG.log(Logger.Level.WARNING, "Old streams cannot be deleted", e);
        }
    }

    private static Instant modified(Path path) {
        try {
            return Files.getLastModifiedTime(path, LinkOption.NOFOLLOW_LINKS).toInstant();
        } catch (IOException e) {
            return Instant.now();
        }
    }

    /** What clients get for a stream. */
    static FileData described(MediaRun run, int component, String root, String name) {
        var path = "/" + run.number() + "/" + component + "/" + PLAYLIST;
        return new FileData(run.session() + path, root + "/gradio_api/stream/" + encoded(run.session()) + path, null, name, null, true);
    }

    private static String encoded(String session) {
        return URLEncoder.encode(session, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
