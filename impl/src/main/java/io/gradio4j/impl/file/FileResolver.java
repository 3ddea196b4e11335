package io.gradio4j.impl.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The only place that turns names of files into paths and decides who may have them. Names are opaque, {@code <hash>/<name>}, or
 * relative to the working directory; nothing else is even looked at. What a name leads to is followed through all symbolic links first,
 * and then must be below a folder that is meant for it. Safe for use by many threads.
 */
public final class FileResolver {

    private final Cache cache;
    private final Roots allowed;
    private final Roots blocked;
    private final Roots statics;
    private final Path working;
    private final Path temporary;

    FileResolver(Cache cache, FileSettings settings, List<Path> statics) {
        this(cache, new Roots(settings.allowed()), new Roots(settings.blocked()), new Roots(statics), FileSettings.working(),
                FileSettings.temporary());
    }

    FileResolver(Cache cache, Roots allowed, Roots blocked, Roots statics, Path working, Path temporary) {
        this.cache = cache;
        this.allowed = allowed;
        this.blocked = blocked;
        this.statics = statics;
        this.working = Roots.real(working);
        this.temporary = Roots.real(temporary);
    }

    /**
     * A file that may be served.
     *
     * @param path where it is, without symbolic links
     * @param cached whether it is in the cache: then its content never changes, and it may come from anybody
     */
    public record Served(Path path, boolean cached) {
    }

    /**
     * The file that a client wants to load.
     *
     * @param name what it asks for
     * @return empty if there is no such file or it may not have it
     */
    public Optional<Served> served(String name) {
        if (!FileNames.isRelative(name)) {
            return Optional.empty();
        }
        var cached = cached(name);
        if (cached.isPresent()) {
            return cached.map(file -> new Served(file, true));
        }
        return opaqueStatic(name).or(() -> real(working, name).filter(file -> allowed.contain(file) || statics.contain(file)))
                .filter(this::isOutsideCache).map(file -> new Served(file, false));
    }

    /**
     * The file that a client gives as an input.
     *
     * @param name its opaque name
     * @return empty if there is no such file or clients may not use it
     */
    public Optional<Path> input(String name) {
        return FileNames.isRelative(name) ? cached(name).or(() -> opaqueStatic(name).filter(this::isOutsideCache)) : Optional.empty();
    }

    private Optional<Path> cached(String name) {
        var slash = name.indexOf('/');
        if (slash < 0 || !Cache.isHash(name.substring(0, slash)) || name.indexOf('/', slash + 1) >= 0) {
            return Optional.empty();
        }
        try {
            return cache.find(name.substring(0, slash), name.substring(slash + 1)).filter(file -> !blocked.containAnyCase(file));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    private Optional<Path> opaqueStatic(String name) {
        var slash = name.indexOf('/');
        if (slash < 0 || !Cache.isHash(name.substring(0, slash))) {
            return Optional.empty();
        }
        for (var root : statics.all()) {
            if (name.startsWith(cache.hash(root.toString()))) {
                var below = Files.isDirectory(root) ? real(root, name.substring(slash + 1))
                        : Optional.of(root).filter(r -> r.getFileName().toString().equals(name.substring(slash + 1))).flatMap(FileResolver::real);
                return below.filter(file -> file.startsWith(Roots.real(root))).filter(file -> !blocked.containAnyCase(file));
            }
        }
        return Optional.empty();
    }

    private Optional<Path> real(Path folder, String name) {
        try {
            var file = folder.resolve(name);
            return blocked.containAnyCase(file) ? Optional.empty() : real(file).filter(real -> !blocked.containAnyCase(real));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    private static Optional<Path> real(Path file) {
        try {
            return Optional.of(file.toRealPath()).filter(real -> Files.isRegularFile(real, LinkOption.NOFOLLOW_LINKS));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** The cache's files have their own names; with any other, its seed could be read. */
    private boolean isOutsideCache(Path file) {
        return cache.folder().filter(file::startsWith).isEmpty();
    }

    /** A file on its way out. */
    sealed interface Outgoing {

        /** It can be loaded where it is. */
        record InPlace(Path file, String name) implements Outgoing {
        }

        /** It has to be copied. */
        record Copied(Path file) implements Outgoing {
        }
    }

    /**
     * What to do with a file that a handler returned.
     *
     * @throws IllegalArgumentException if it does not exist or may not leave the server
     */
    Outgoing outgoing(Path given) {
        var file = real(given).orElseThrow(() -> new IllegalArgumentException("There is no file " + given.toAbsolutePath()));
        if (blocked.containAnyCase(file) || blocked.containAnyCase(given.toAbsolutePath().normalize())) {
            throw refused(given, "it is in the blocked paths");
        }
        var cached = cache.name(file);
        if (cached.isPresent()) {
            return new Outgoing.InPlace(file, cached.get());
        }
        if (!isOutsideCache(file)) {
            throw refused(given, "it belongs to the cache itself");
        }
        var inPlace = staticName(file);
        if (inPlace.isPresent()) {
            return new Outgoing.InPlace(file, inPlace.get());
        }
        if (!allowed.contain(file) && !statics.contain(file)) {
            requireUsualPlace(given, file);
        }
        return new Outgoing.Copied(file);
    }

    private void requireUsualPlace(Path given, Path file) {
        // A container's working directory may be the root of the disk; that says nothing about what is in it.
        if (working.getNameCount() > 0 && file.startsWith(working)) {
            for (var part : working.relativize(file)) {
                if (part.toString().startsWith(".")) {
                    throw refused(given, "names that start with a dot are private");
                }
            }
        } else if (!file.startsWith(temporary)) {
            throw refused(given, "it is neither in the working directory " + working + " nor a temporary file");
        }
    }

    private static IllegalArgumentException refused(Path file, String reason) {
        return new IllegalArgumentException("The file " + file + " may not leave the server: " + reason
                + ". Allow it with launch(options -> options.allowedPaths(…)) or GRADIO_ALLOWED_PATHS, or return a copy of it in a temporary file");
    }

    private Optional<String> staticName(Path file) {
        for (var root : statics.all()) {
            var real = Roots.real(root);
            if (file.startsWith(real)) {
                var below = file.equals(real) ? root.getFileName() : real.relativize(file);
                var name = cache.hash(root.toString()) + "/" + below.toString().replace(below.getFileSystem().getSeparator(), "/");
                return Optional.of(name).filter(n -> FileNames.isRelative(n) && n.chars().noneMatch(c -> "#%;?[]^|\"<>{}`".indexOf(c) >= 0));
            }
        }
        return Optional.empty();
    }
}
