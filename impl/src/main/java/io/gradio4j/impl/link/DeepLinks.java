package io.gradio4j.impl.link;

import io.gradio4j.impl.file.AppFiles;
import io.gradio4j.impl.json.BadJsonException;
import io.gradio4j.impl.json.JsonText;
import io.gradio4j.impl.json.Jsons;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * What pages showed, kept on disk under short names that nobody can guess: a link with such a name shows it again. Bounded by number, size
 * and age; the oldest ones go first. A link of an app whose blocks have changed since is not valid any more. Safe for use by many threads.
 */
public final class DeepLinks {

    /** The largest page that can be linked to, in characters. */
    public static final int LARGEST = 1 << 20;

    private static final Logger LOG = System.getLogger(DeepLinks.class.getName());
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{11}");
    private static final int ID_BYTES = 8;

    private final AppFiles files;
    private final String blocks;
    private final Limits limits;
    private final InstantSource clock;

    /**
     * What bounds the links.
     *
     * @param count how many there may be
     * @param bytes how large they may be altogether
     * @param age how long one lives after it was made last
     */
    record Limits(int count, long bytes, Duration age) {
    }

    private record Saved(Path file, long size, FileTime made) {
    }

    /**
     * The links of an app.
     *
     * @param files where they are kept
     * @param components the components of the config, by which the app is known again
     */
    public DeepLinks(AppFiles files, JsonArray components) {
        this(files, components, new Limits(10_000, 256L << 20, Duration.ofDays(30)), InstantSource.system());
    }

    DeepLinks(AppFiles files, JsonArray components, Limits limits, InstantSource clock) {
        this.files = files;
        this.limits = limits;
        this.clock = clock;
        var known = new StringBuilder();
        components.getValuesAs(JsonObject.class).forEach(c -> known.append(c.getInt("id")).append(c.getString("type")).append(' '));
        blocks = known.toString();
    }

    private Path folder() {
        return files.folder(".deep_links");
    }

    /**
     * Keeps what a page shows. The same gets the same name.
     *
     * @param shown the properties of each component by its number
     * @return the name; empty when it is too large
     */
    public Optional<String> save(Map<Integer, Map<String, JsonValue>> shown) {
        var components = Jsons.object();
        shown.entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(entry -> {
            var properties = Jsons.object();
            entry.getValue().entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(p -> properties.add(p.getKey(), p.getValue()));
            components.add(String.valueOf(entry.getKey()), properties);
        });
        var text = JsonText.of(Jsons.object().add("blocks", blocks).add("components", components).build());
        if (text.length() > LARGEST) {
            return Optional.empty();
        }
        var hash = HexFormat.of().parseHex(files.hash(text), 0, 2 * ID_BYTES);
        var id = Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        try {
            var part = folder().resolve(UUID.randomUUID() + ".part");
            Files.writeString(part, text);
            Files.setLastModifiedTime(part, FileTime.from(clock.instant()));
            Files.move(part, folder().resolve(id), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            removeOldest();
        } catch (IOException e) {
            throw new UncheckedIOException("A link cannot be kept", e);
        }
        return Optional.of(id);
    }

    private synchronized void removeOldest() throws IOException {
        var all = new ArrayList<Saved>();
        try (var saved = Files.list(folder())) {
            for (var file : saved.toList()) {
                try {
                    all.add(new Saved(file, Files.size(file), Files.getLastModifiedTime(file)));
                } catch (NoSuchFileException e) {
                    LOG.log(Logger.Level.DEBUG, "Somebody else has deleted it", e);
                }
            }
        }
        all.sort(Comparator.comparing(Saved::made).reversed());
        var bytes = 0L;
        for (var i = 0; i < all.size(); i++) {
            bytes += all.get(i).size();
            if (i >= limits.count() || bytes > limits.bytes() || isOver(all.get(i).made())) {
                Files.deleteIfExists(all.get(i).file());
            }
        }
    }

    private boolean isOver(FileTime made) {
        return made.toInstant().isBefore(clock.instant().minus(limits.age()));
    }

    /**
     * Finds what a page showed.
     *
     * @param id the name, from anybody
     * @return the properties of each component by its number; empty when there is no such link, or none of this app as it is now
     */
    public Optional<JsonObject> find(String id) {
        if (!ID.matcher(id).matches()) {
            return Optional.empty();
        }
        var file = folder().resolve(id);
        try {
            if (isOver(Files.getLastModifiedTime(file))) {
                return Optional.empty();
            }
            return Jsons.read(Files.readString(file)) instanceof JsonObject saved && blocks.equals(saved.getString("blocks", ""))
                    ? Optional.ofNullable(saved.getJsonObject("components")) : Optional.empty();
        } catch (IOException | BadJsonException e) {
            LOG.log(Logger.Level.DEBUG, "There is no such link", e);
            return Optional.empty();
        }
    }
}
