package io.gradio4j.impl.file;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Files and folders, with the question whether a file is one of them or below one. Immutable. */
final class Roots {

    private final List<Path> roots;

    Roots(List<Path> roots) {
        this.roots = roots.stream().map(root -> root.toAbsolutePath().normalize()).toList();
    }

    List<Path> all() {
        return roots;
    }

    /** A root that has the file. */
    Optional<Path> of(Path realFile) {
        return roots.stream().map(Roots::real).filter(realFile::startsWith).findFirst();
    }

    boolean contain(Path realFile) {
        return of(realFile).isPresent();
    }

    /** The same without looking at the case of letters: what somebody forbids is meant on a disk that does not look at it, too. */
    boolean containAnyCase(Path file) {
        var lower = lower(file);
        return roots.stream().anyMatch(root -> lower.startsWith(lower(root)) || lower.startsWith(lower(real(root))));
    }

    private static Path lower(Path path) {
        return path.getFileSystem().getPath(path.toString().toLowerCase(Locale.ROOT));
    }

    /** Looked up each time: it may be made after the app has started. */
    static Path real(Path root) {
        try {
            return root.toRealPath();
        } catch (IOException e) {
            return root;
        }
    }
}
