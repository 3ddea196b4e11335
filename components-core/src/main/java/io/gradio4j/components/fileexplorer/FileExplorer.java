package io.gradio4j.components.fileexplorer;

import io.gradio4j.Component;
import io.gradio4j.Conversion;
import io.gradio4j.Defaults;
import io.gradio4j.FileCount;
import io.gradio4j.HasChange;
import io.gradio4j.HasInput;
import io.gradio4j.HasSelect;
import io.gradio4j.Schema;
import io.gradio4j.ServerFunction;
import io.gradio4j.ToolbarItem;
import io.gradio4j.ValidationException;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Lets a person choose files of the server's disk, in one folder and those below.
 *
 * {@snippet :
 * var samples = FileExplorer.asPaths("Samples").rootDir(Path.of("samples")).glob("*.csv");
 * }
 *
 * <p>A page sees the names in the folder, and nothing outside: no link leads out of it. Whether a file that a client names is in the folder and
 * fits the patterns is checked again when it comes in. Patterns are about absolute paths: {@code *} stands for any characters, slashes among
 * them. The event {@code select} carries the way to the file, as {@code index} in parts and as {@code value}.
 *
 * @param <T> how a handler sees what was chosen
 */
public final class FileExplorer<T extends @Nullable Object> extends Component<T, FileExplorer<T>> implements HasChange, HasInput, HasSelect {

    private static final JsonObject SCHEMA = Conversion.JSON.createObjectBuilder()
            .add("items", Conversion.JSON.createObjectBuilder().add("items", Conversion.JSON.createObjectBuilder().add("type", "string")).add("type", "array"))
            .add("title", "FileExplorerData").add("type", "array").addNull("additional_description").build();
    /** For documentation where the folder has no file itself. */
    private static final List<String> EXAMPLE = List.of("folder", "file.txt");

    private final boolean several;

    private FileExplorer(boolean several, String label) {
        super("fileexplorer");
        this.several = several;
        label(label);
    }

    /**
     * One file, {@code null} for none.
     *
     * @param label its label
     * @return the component
     */
    public static FileExplorer<@Nullable Path> asPath(String label) {
        return new FileExplorer<>(false, label);
    }

    /**
     * Any number of files.
     *
     * @param label its label
     * @return the component
     */
    public static FileExplorer<List<Path>> asPaths(String label) {
        return new FileExplorer<>(true, label);
    }

    private Folder folder() {
        return new Folder(Path.of(text("root_dir").orElseThrow()).normalize(), new Glob(text("glob").orElseThrow()), text("ignore_glob").map(Glob::new));
    }

    private Optional<String> text(String property) {
        return property(property).map(String::valueOf);
    }

    @Override
    @SuppressWarnings({"unchecked", "NullAway"})
    protected T preprocess(JsonValue payload, Conversion conversion) {
        if (payload != JsonValue.NULL && !(payload instanceof JsonArray)) {
            throw expected("a list of paths in parts", payload);
        }
        var folder = folder();
        var chosen = payload instanceof JsonArray paths ? paths.stream().map(path -> folder.chosen(parts(path))).toList() : List.<Path>of();
        if (several) {
            return (T) chosen;
        }
        if (chosen.size() > 1) {
            throw new ValidationException("Expected only one file, but " + chosen.size() + " were selected.");
        }
        return chosen.isEmpty() ? null : (T) chosen.getFirst();
    }

    private List<String> parts(JsonValue path) {
        if (!(path instanceof JsonArray parts) || !parts.stream().allMatch(JsonString.class::isInstance)) {
            throw expected("a list of paths in parts", path);
        }
        return parts.getValuesAs(JsonString::getString);
    }

    @Override
    protected JsonValue postprocess(T value, Conversion conversion) {
        var paths = Conversion.JSON.createArrayBuilder();
        var folder = folder();
        (value instanceof List<?> list ? list.stream() : Stream.ofNullable(value))
                .forEach(path -> paths.add(Conversion.JSON.createArrayBuilder(folder.parts((Path) path))));
        return paths.build();
    }

    @Override
    protected Map<String, ServerFunction> serverFunctions() {
        return Map.of("ls", call -> {
            var entries = Conversion.JSON.createArrayBuilder();
            folder().list(call.argument() == JsonValue.NULL ? List.of() : parts(call.argument())).forEach(entry -> entries.add(Conversion.JSON.createObjectBuilder()
                    .add("name", entry.name()).add("type", entry.isFolder() ? "folder" : "file").add("valid", entry.valid())));
            return entries.build();
        });
    }

    @Override
    public Schema schema() {
        var example = folder().list(List.of()).stream().filter(entry -> !entry.isFolder()).findFirst().map(entry -> List.of(entry.name())).orElse(EXAMPLE);
        return Schema.of(SCHEMA, Conversion.JSON.createArrayBuilder().add(Conversion.JSON.createArrayBuilder(example)).build());
    }

    @Override
    protected Defaults defaults() {
        return Defaults.of("glob", "**/*", "value", null, "file_count", several ? "multiple" : "single", "root_dir", Path.of("").toAbsolutePath().toString(),
                "ignore_glob", null, "label", null, "show_label", true, "container", true, "scale", null, "min_width", 160, "height", null, "max_height", 500,
                "min_height", null, "interactive", null, "visible", true, "elem_id", null, "elem_classes", List.of(), "key", null, "preserved_by_key",
                List.of("value"), "buttons", List.of());
    }

    /**
     * Which files can be chosen. Folders are shown in any case.
     *
     * @param pattern such as {@code *.csv}; default: all
     * @return this component
     */
    public FileExplorer<T> glob(String pattern) {
        return set("glob", pattern);
    }

    /**
     * Which files and folders are left out.
     *
     * @param pattern such as {@code *.tmp}; default: none
     * @return this component
     */
    public FileExplorer<T> ignoreGlob(String pattern) {
        return set("ignore_glob", pattern);
    }

    /**
     * The folder to choose from.
     *
     * @param folder an existing folder; default: the working directory
     * @return this component
     * @throws IllegalArgumentException if there is no such folder
     */
    public FileExplorer<T> rootDir(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new IllegalArgumentException(describe() + ": there is no folder " + folder);
        }
        return set("root_dir", folder.toAbsolutePath().normalize().toString());
    }

    /**
     * How many files can be chosen.
     *
     * @param count one, or any number: as the method says that made the component
     * @return this component
     * @throws IllegalArgumentException if it does not go with what a handler sees
     */
    public FileExplorer<T> fileCount(FileCount count) {
        if ((count == FileCount.SINGLE) == several) {
            throw new IllegalArgumentException(describe() + ": " + count + " does not go with " + (several ? "asPaths" : "asPath"));
        }
        return set("file_count", several ? "multiple" : "single");
    }

    /**
     * The height.
     *
     * @param pixels default: as high as its content, within the least and greatest height
     * @return this component
     */
    public FileExplorer<T> height(int pixels) {
        return set("height", pixels);
    }

    /**
     * The height.
     *
     * @param css a CSS length, such as {@code 50vh}
     * @return this component
     */
    public FileExplorer<T> height(String css) {
        return set("height", css);
    }

    /**
     * The greatest height; more content is scrolled.
     *
     * @param pixels default: 500
     * @return this component
     */
    public FileExplorer<T> maxHeight(int pixels) {
        return set("max_height", pixels);
    }

    /**
     * The greatest height; more content is scrolled.
     *
     * @param css a CSS length, such as {@code 50vh}
     * @return this component
     */
    public FileExplorer<T> maxHeight(String css) {
        return set("max_height", css);
    }

    /**
     * The least height.
     *
     * @param pixels default: none
     * @return this component
     */
    public FileExplorer<T> minHeight(int pixels) {
        return set("min_height", pixels);
    }

    /**
     * The least height.
     *
     * @param css a CSS length, such as {@code 10em}
     * @return this component
     */
    public FileExplorer<T> minHeight(String css) {
        return set("min_height", css);
    }

    /**
     * Buttons of the app's own in the toolbar.
     *
     * @param buttons default: none
     * @return this component
     */
    public FileExplorer<T> buttons(ToolbarItem... buttons) {
        return set("buttons", ToolbarItem.toProperty(buttons));
    }
}
