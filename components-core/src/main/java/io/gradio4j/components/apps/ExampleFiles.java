package io.gradio4j.components.apps;

import io.gradio4j.Component;
import io.gradio4j.ValidationException;
import io.gradio4j.components.dataframe.Csv;
import io.gradio4j.components.dataset.Plain;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads examples from files. */
final class ExampleFiles {

    private static final String LOG = "log.csv";

    private final List<Component<?, ?>> inputs;

    ExampleFiles(List<Component<?, ?>> inputs) {
        this.inputs = inputs;
    }

    /** The lines of the folder's {@code log.csv}; without one, the folder's files as values of the only input. */
    List<List<@Nullable Object>> directory(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new IllegalArgumentException("Examples: there is no folder " + folder);
        }
        if (Files.exists(folder.resolve(LOG))) {
            return csv(folder.resolve(LOG));
        }
        if (inputs.size() != 1) {
            throw new IllegalArgumentException("Examples: the folder " + folder + " needs a " + LOG + ", because there are " + inputs.size() + " inputs");
        }
        try (var files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).filter(f -> !f.getFileName().toString().startsWith(".")).sorted()
                    .map(file -> List.<@Nullable Object>of(file)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The lines after the first one. A field that names a file beside the CSV file means that file. */
    List<List<@Nullable Object>> csv(Path file) {
        try (var reader = Files.newBufferedReader(file)) {
            var lines = Csv.read(reader);
            var rows = new ArrayList<List<@Nullable Object>>();
            for (var line : lines.subList(Math.min(1, lines.size()), lines.size())) {
                rows.add(row(line, file));
            }
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException("Examples: the file " + file + " could not be read: " + e.getMessage(), e);
        }
    }

    private List<@Nullable Object> row(List<String> line, Path file) {
        var row = new ArrayList<@Nullable Object>();
        for (var i = 0; i < Math.min(inputs.size(), line.size()); i++) {
            var text = line.get(i);
            try {
                row.add(text.isEmpty() ? null : value(inputs.get(i), text, file));
            } catch (ValidationException e) {
                throw new IllegalArgumentException("Examples: \"" + text + "\" in " + file + " does not fit: " + e.getMessage(), e);
            }
        }
        return row;
    }

    private static @Nullable Object value(Component<?, ?> input, String text, Path file) {
        var other = beside(file, text);
        return other.isPresent() ? other.get() : Plain.parse(input, text);
    }

    private static Optional<Path> beside(Path file, String name) {
        try {
            var folder = file.toAbsolutePath().getParent().normalize();
            var other = folder.resolve(name).normalize();
            return Optional.of(other).filter(o -> o.startsWith(folder) && Files.isRegularFile(o));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }
}
