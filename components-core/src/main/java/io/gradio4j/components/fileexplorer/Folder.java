package io.gradio4j.components.fileexplorer;

import io.gradio4j.ValidationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A folder of the server, of which a page sees what two patterns let through, and nothing outside: no link leads out of it.
 *
 * @param root where it is
 * @param glob what files can be chosen
 * @param ignored what is left out, folders among it
 */
record Folder(Path root, Glob glob, Optional<Glob> ignored) {

    /** More than anybody looks through. */
    private static final int MOST = 10_000;
    private static final String ITSELF = ".";

    /**
     * Something in a folder.
     *
     * @param name its name; a dot for the folder itself
     * @param isFolder whether it can be opened
     * @param valid whether it can be chosen
     */
    record Entry(String name, boolean isFolder, boolean valid) {
    }

    /** What is in a folder: folders, then files; nothing if it is none of this one's. */
    List<Entry> list(List<String> parts) {
        Path folder;
        try {
            folder = resolve(parts);
        } catch (ValidationException e) {
            return List.of();
        }
        if (!Files.isDirectory(folder) || isIgnored(folder)) {
            return List.of();
        }
        List<Path> inside;
        try (var all = Files.list(folder)) {
            inside = all.limit(MOST).toList();
        } catch (IOException e) {
            return List.of();
        }
        var entries = new ArrayList<Entry>();
        if (!parts.isEmpty() && glob.matches(text(folder))) {
            entries.add(new Entry(ITSELF, false, true));
        }
        inside.stream().filter(path -> ignored.isEmpty() || !ignored.get().matches(text(path))).filter(this::isInside)
                .map(path -> new Entry(path.getFileName().toString(), Files.isDirectory(path), glob.matches(text(path))))
                .filter(entry -> entry.isFolder() || entry.valid())
                .sorted(Comparator.comparing(Entry::isFolder).reversed().thenComparing(Entry::name)).forEach(entries::add);
        return entries;
    }

    /**
     * What a page has chosen.
     *
     * @throws ValidationException if it can't have chosen that
     */
    Path chosen(List<String> parts) {
        var path = resolve(parts.isEmpty() || !parts.getLast().equals(ITSELF) ? parts : parts.subList(0, parts.size() - 1));
        if (path.equals(root) || !Files.exists(path) || !glob.matches(text(path)) || isIgnored(path)) {
            throw refused(parts);
        }
        return path;
    }

    /** The way to a path from here. */
    List<String> parts(Path path) {
        var absolute = path.toAbsolutePath().normalize();
        if (!absolute.startsWith(root) || absolute.equals(root)) {
            throw new IllegalArgumentException("The file " + path + " is not in " + root);
        }
        var parts = new ArrayList<String>();
        root.relativize(absolute).forEach(part -> parts.add(part.toString()));
        return parts;
    }

    private Path resolve(List<String> parts) {
        var path = root;
        for (var part : parts) {
            if (part.isEmpty() || part.equals(ITSELF) || part.equals("..") || part.chars().anyMatch(c -> c == '/' || c == '\\' || c == ':' || c == 0)) {
                throw refused(parts);
            }
            try {
                path = path.resolve(part);
            } catch (InvalidPathException e) {
                throw refused(parts);
            }
        }
        if (!isInside(path)) {
            throw refused(parts);
        }
        return path;
    }

    /** Whether a path that exists stays here when its links are followed. */
    private boolean isInside(Path path) {
        try {
            return path.toRealPath().startsWith(root.toRealPath());
        } catch (IOException e) {
            return false;
        }
    }

    /** Whether a path or one of the folders on the way to it is left out. */
    private boolean isIgnored(Path path) {
        for (var at = path; ignored.isPresent() && !at.equals(root); at = at.getParent()) {
            if (ignored.get().matches(text(at))) {
                return true;
            }
        }
        return false;
    }

    private static String text(Path path) {
        return path.toString().replace('\\', '/');
    }

    private static ValidationException refused(List<String> parts) {
        return new ValidationException("There is no such file to choose: " + String.join("/", parts));
    }
}
