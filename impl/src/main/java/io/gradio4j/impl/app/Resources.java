package io.gradio4j.impl.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * The browser files in the jars, {@code META-INF/resources/gradio/…}: each read once and kept. Nothing else can be named through this
 * class.
 */
public final class Resources {

    private static final String FOLDER = "META-INF/resources/gradio/";
    private static final Pattern PATH = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9_.-]*(?:/[A-Za-z0-9_-][A-Za-z0-9_.-]*){1,8}");

    private final List<ClassLoader> loaders;
    private final Map<String, Resource> found = new ConcurrentHashMap<>();

    /** Looks in these class loaders, the first one first. */
    public Resources(List<ClassLoader> loaders) {
        this.loaders = List.copyOf(loaders);
    }

    /**
     * A file.
     *
     * @param content as it is
     * @param brotli compressed at build time, if it was
     * @param gzip compressed at build time, if it was
     * @param version changes with the content
     */
    public record Resource(byte[] content, Optional<byte[]> brotli, Optional<byte[]> gzip, String version) {
    }

    /**
     * Finds a file.
     *
     * @param path below the folder, such as {@code rating/rating.js}
     * @return empty when there is none, or the path is no plain relative path
     */
    public Optional<Resource> find(String path) {
        var known = found.get(path);
        if (known != null) {
            return Optional.of(known);
        }
        if (path.length() > 200 || !PATH.matcher(path).matches()) {
            return Optional.empty();
        }
        var loaded = read(path).map(content -> new Resource(content, read(path + ".br"), read(path + ".gz"), Hashes.version(content)));
        loaded.ifPresent(r -> found.put(path, r));
        return loaded;
    }

    /**
     * The address of a file within an app.
     *
     * @param path below the folder
     * @return such as {@code assets/0123456789ab/rating/rating.js}; empty when there is no such file
     */
    public Optional<String> url(String path) {
        return find(path).map(r -> "assets/" + r.version() + "/" + path);
    }

    private Optional<byte[]> read(String path) {
        for (var loader : loaders) {
            try (InputStream in = loader.getResourceAsStream(FOLDER + path)) {
                if (in != null) {
                    return Optional.of(in.readAllBytes());
                }
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot read " + FOLDER + path, e);
            }
        }
        return Optional.empty();
    }
}
