package io.gradio4j.components.file;

import io.gradio4j.Conversion;
import io.gradio4j.FileData;
import io.gradio4j.FileTypes;
import io.gradio4j.Schema;
import jakarta.json.JsonArray;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How a handler sees the files of a component: one or several, as paths or as bytes. Where one file is meant, a list on the wire means its
 * first; where several are, a single file is a list of one.
 *
 * @param <T> the handler's view
 */
public final class FileValues<T extends @Nullable Object> {

    /** One file by its path; {@code null} for none. */
    public static final FileValues<@Nullable Path> PATH = new FileValues<>("filepath", false, files -> files.isEmpty() ? null : files.getFirst());
    /** The content of one file; {@code null} for none. */
    public static final FileValues<byte @Nullable []> BYTES = new FileValues<>("binary", false, files -> files.isEmpty() ? null : bytes(files.getFirst()));
    /** Several files by their paths. */
    public static final FileValues<List<Path>> PATHS = new FileValues<>("filepath", true, List::copyOf);
    /** The contents of several files. */
    public static final FileValues<List<byte[]>> BYTE_ARRAYS = new FileValues<>("binary", true, files -> files.stream().map(FileValues::bytes).toList());

    private static final String UNNAMED = "file";

    private final String type;
    private final boolean several;
    private final Function<List<Path>, T> view;

    private FileValues(String type, boolean several, Function<List<Path>, T> view) {
        this.type = type;
        this.several = several;
        this.view = view;
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException("The file " + file.getFileName() + " cannot be read", e);
        }
    }

    /** The wire's name of the view: {@code filepath} or {@code binary}. */
    public String type() {
        return type;
    }

    /** Whether there may be several. */
    public boolean several() {
        return several;
    }

    /** The schema of the value. */
    public Schema schema() {
        return several ? Schema.files() : Schema.file();
    }

    /** Whether JSON can be such a value: a file, a list of files, or null. */
    static boolean isValue(JsonValue payload) {
        Predicate<JsonValue> file = FileData::isFile;
        return payload == JsonValue.NULL || file.test(payload) || payload instanceof JsonArray list && list.stream().allMatch(file);
    }

    T read(JsonValue payload, Conversion conversion, FileTypes types) {
        var all = payload == JsonValue.NULL ? List.<JsonValue>of() : payload instanceof JsonArray list ? list : List.of(payload);
        return view.apply(all.stream().limit(several ? Long.MAX_VALUE : 1).map(FileData::from).map(file -> {
            var path = conversion.file(file);
            types.check(String.valueOf(path.getFileName()));
            return path;
        }).toList());
    }

    JsonValue write(@Nullable Object value, Conversion conversion) {
        return switch (value) {
            case null -> JsonValue.NULL;
            case List<?> items -> {
                var array = Conversion.JSON.createArrayBuilder();
                items.forEach(item -> array.add(file(item, conversion)));
                yield array.build();
            }
            default -> several ? Conversion.JSON.createArrayBuilder().add(file(value, conversion)).build() : file(value, conversion);
        };
    }

    /** What people read of a sample: the files' names. The files themselves are served once somebody chooses it. */
    JsonValue names(@Nullable Object value) {
        var files = value instanceof List<?> items ? items : value == null ? List.of() : List.of(value);
        return Conversion.JSON.createValue(files.stream().map(FileValues::name).collect(Collectors.joining(", ")));
    }

    private static String name(Object value) {
        return switch (value) {
            case Path path -> String.valueOf(path.getFileName());
            case FileData file -> file.name();
            default -> UNNAMED;
        };
    }

    private static JsonValue file(Object value, Conversion conversion) {
        return switch (value) {
            case Path path -> conversion.publish(path).json();
            case byte[] content -> conversion.publish(content, UNNAMED).json();
            case FileData file -> file.json();
            default -> throw new IllegalArgumentException("A file is a Path, a byte[] or a FileData, not " + value.getClass().getName());
        };
    }
}
