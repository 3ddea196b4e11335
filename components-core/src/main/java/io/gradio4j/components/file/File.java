package io.gradio4j.components.file;

import io.gradio4j.Defaults;
import io.gradio4j.FileCount;
import io.gradio4j.HasChange;
import io.gradio4j.HasClear;
import io.gradio4j.HasDelete;
import io.gradio4j.HasDownload;
import io.gradio4j.HasSelect;
import io.gradio4j.HasUpload;
import io.gradio4j.ToolbarItem;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Takes files from a person, or shows files to download. A handler sees one or several, by path or content, as the method says that made
 * the component.
 *
 * {@snippet :
 * var table = File.asPath("Table").fileTypes(".csv");
 * var pages = File.asPaths("Pages").fileTypes("image").allowReordering(true);
 * }
 *
 * <p>The events {@code delete} and {@code download} carry a {@link io.gradio4j.FileData}, {@code select} the name and the position.
 *
 * @param <T> how a handler sees the files
 */
public final class File<T extends @Nullable Object> extends FileComponent<T, File<T>>
        implements HasChange, HasSelect, HasClear, HasUpload, HasDelete, HasDownload {

    private final FileValues<T> values;

    private File(FileValues<T> values, String label) {
        super("file", values);
        this.values = values;
        label(label);
    }

    /**
     * One file by its path on the server, {@code null} for none. What was uploaded is to be read only.
     *
     * @param label its label
     * @return the component
     */
    public static File<@Nullable Path> asPath(String label) {
        return new File<>(FileValues.PATH, label);
    }

    /**
     * One file by its content, {@code null} for none.
     *
     * @param label its label
     * @return the component
     */
    public static File<byte @Nullable []> asBytes(String label) {
        return new File<>(FileValues.BYTES, label);
    }

    /**
     * Several files by their paths on the server.
     *
     * @param label its label
     * @return the component
     */
    public static File<List<Path>> asPaths(String label) {
        return new File<>(FileValues.PATHS, label);
    }

    /**
     * Several files by their contents.
     *
     * @param label its label
     * @return the component
     */
    public static File<List<byte[]>> asByteArrays(String label) {
        return new File<>(FileValues.BYTE_ARRAYS, label);
    }

    @Override
    protected Defaults defaults() {
        return Defaults.of("value", null, "file_count", values.several() ? "multiple" : "single", "file_types", null, "type", values.type(), "label", null,
                "show_label", true, "container", true, "scale", null, "min_width", 160, "height", null, "interactive", null, "visible", true, "elem_id",
                null, "elem_classes", List.of(), "key", null, "preserved_by_key", List.of("value"), "allow_reordering", false, "buttons", List.of());
    }

    /**
     * How many files a person chooses at a time.
     *
     * @param count default: one, or any number where a handler sees several
     * @return this component
     * @throws IllegalArgumentException if it does not go with what a handler sees
     */
    public File<T> fileCount(FileCount count) {
        return count(count);
    }

    /**
     * Which files are taken, see {@link io.gradio4j.FileTypes}. The page offers no others, and the server refuses them.
     *
     * @param types such as {@code ".csv"} or {@code "image"}; default: any
     * @return this component
     */
    public File<T> fileTypes(String... types) {
        return set("file_types", Arrays.asList(types));
    }

    /**
     * How high it is while empty, and how high at the most with files in it.
     *
     * @param pixels default: as needed
     * @return this component
     */
    public File<T> height(int pixels) {
        return set("height", pixels);
    }

    /**
     * How high it is while empty, and how high at the most with files in it.
     *
     * @param length any CSS length; default: as needed
     * @return this component
     */
    public File<T> height(String length) {
        return set("height", length);
    }

    /**
     * Whether a person can bring several files into another order.
     *
     * @param allow default: false
     * @return this component
     */
    public File<T> allowReordering(boolean allow) {
        return set("allow_reordering", allow);
    }

    /**
     * Buttons of the app's own in the top corner.
     *
     * @param buttons default: none
     * @return this component
     */
    public File<T> buttons(ToolbarItem... buttons) {
        return set("buttons", ToolbarItem.toProperty(buttons));
    }
}
