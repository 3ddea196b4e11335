package io.gradio4j.components.flagging;

import io.gradio4j.Component;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Values as fields of a CSV file. Files are copied, as those of the app's cache go. */
final class Cells {

    private static final String NOT_IN_FILE_NAMES = "[^\\p{L}\\p{N} _.-]";

    private final List<? extends Component<?, ?>> components;
    private final Path folder;

    Cells(List<? extends Component<?, ?>> components, Path folder) {
        this.components = List.copyOf(components);
        this.folder = folder;
    }

    /** The components' labels. */
    List<String> labels() {
        return IntStream.range(0, components.size()).mapToObj(this::label).toList();
    }

    private String label(int i) {
        return components.get(i).property("label").map(Object::toString).filter(l -> !l.isBlank()).orElse("component " + i);
    }

    /**
     * A flag's values as fields.
     *
     * @throws IllegalArgumentException if there are more or fewer values than components
     */
    List<@Nullable Object> of(Flag flag) {
        if (flag.values().size() != components.size()) {
            throw new IllegalArgumentException("A flag has " + components.size() + " values here, not " + flag.values().size());
        }
        var cells = new ArrayList<@Nullable Object>();
        for (var i = 0; i < components.size(); i++) {
            cells.add(cell(i, flag.values().get(i)));
        }
        return cells;
    }

    private @Nullable Object cell(int i, @Nullable Object value) {
        return switch (value) {
            case null -> null;
            case String text -> text;
            case Double number when number == Math.rint(number) && Math.abs(number) < 1e15 -> number.longValue();
            case Number number -> number;
            case Boolean flag -> flag;
            case Enum<?> choice -> choice.name();
            case Path file -> copy(i, file).toString();
            default -> Json.B.toJson(value);
        };
    }

    private Path copy(int i, Path file) {
        try {
            var place = folder.resolve(label(i).replaceAll(NOT_IN_FILE_NAMES, "").replace("..", "").strip());
            Files.createDirectories(place);
            return Files.copy(file, place.resolve(UUID.randomUUID() + "-" + file.getFileName()));
        } catch (IOException e) {
            throw new UncheckedIOException("The file " + file + " cannot be kept in " + folder, e);
        }
    }

    /** Made when first needed: most flags are texts and numbers. */
    private static final class Json {
        static final Jsonb B = JsonbBuilder.create();
    }
}
