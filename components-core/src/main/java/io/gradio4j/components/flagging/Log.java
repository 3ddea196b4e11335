package io.gradio4j.components.flagging;

import io.gradio4j.components.dataframe.Csv;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A growing CSV file. Not for use by several threads at once. */
final class Log {

    /** A visitor can press a button again and again: the disk is not theirs to fill. */
    private static final long MOST_BYTES = 100L << 20;

    private final Path file;
    private int lines = -1;

    Log(Path file) {
        this.file = file;
    }

    /** How many lines it has, header included. */
    int lines() {
        if (lines < 0) {
            lines = read().size();
        }
        return lines;
    }

    /** Its first line. */
    List<String> header() {
        return read().stream().findFirst().orElse(List.of());
    }

    private List<List<String>> read() {
        if (!Files.exists(file)) {
            return List.of();
        }
        try (var in = Files.newBufferedReader(file)) {
            return Csv.read(in);
        } catch (IOException e) {
            throw new UncheckedIOException("The file " + file + " cannot be read", e);
        }
    }

    /**
     * Adds a line.
     *
     * @throws IllegalStateException if the file has become too large
     */
    void append(List<? extends @Nullable Object> fields) {
        var before = lines();
        var line = new StringBuilder();
        Csv.write(line, fields);
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            if (Files.exists(file) && Files.size(file) + line.length() > MOST_BYTES) {
                throw new IllegalStateException("The file " + file + " has reached " + MOST_BYTES + " bytes; move it away to go on");
            }
            Files.writeString(file, line, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            lines = before + 1;
        } catch (IOException e) {
            throw new UncheckedIOException("The file " + file + " cannot be written", e);
        }
    }
}
