package io.gradio4j.components.upload;

import io.gradio4j.Defaults;
import io.gradio4j.FileCount;
import io.gradio4j.HasUpload;
import io.gradio4j.components.file.FileButton;
import io.gradio4j.components.file.FileValues;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A button that lets a person choose files and uploads them. Its value is what was uploaded last.
 *
 * {@snippet :
 * var add = UploadButton.asPaths("Add pictures").fileTypes("image");
 * add.onUpload().inputs(add).outputs(count).run(List::size);
 * }
 *
 * @param <T> how a handler sees the files
 */
public final class UploadButton<T extends @Nullable Object> extends FileButton<T, UploadButton<T>> implements HasUpload {

    private static final String CAPTION = "Upload a File";

    private final FileValues<T> values;

    private UploadButton(FileValues<T> values, String caption) {
        super("uploadbutton", values);
        this.values = values;
        label(caption);
    }

    /**
     * A button for one file, which a handler sees by its path on the server, {@code null} for none.
     *
     * @param caption its text
     * @return the button
     */
    public static UploadButton<@Nullable Path> asPath(String caption) {
        return new UploadButton<>(FileValues.PATH, caption);
    }

    /**
     * A button for one file, which a handler sees by its content, {@code null} for none.
     *
     * @param caption its text
     * @return the button
     */
    public static UploadButton<byte @Nullable []> asBytes(String caption) {
        return new UploadButton<>(FileValues.BYTES, caption);
    }

    /**
     * A button for several files, which a handler sees by their paths on the server.
     *
     * @param caption its text
     * @return the button
     */
    public static UploadButton<List<Path>> asPaths(String caption) {
        return new UploadButton<>(FileValues.PATHS, caption);
    }

    /**
     * A button for several files, which a handler sees by their contents.
     *
     * @param caption its text
     * @return the button
     */
    public static UploadButton<List<byte[]>> asByteArrays(String caption) {
        return new UploadButton<>(FileValues.BYTE_ARRAYS, caption);
    }

    @Override
    protected Defaults defaults() {
        return Defaults.of("label", CAPTION, "value", null, "variant", "secondary", "visible", true, "size", "lg", "icon", null, "scale", null, "min_width",
                null, "interactive", true, "elem_id", null, "elem_classes", List.of(), "key", null, "preserved_by_key", List.of("value"), "type", values.type(),
                "file_count", values.several() ? "multiple" : "single", "file_types", null).saying("label", "upload.button");
    }

    /**
     * How many files a person chooses at a time.
     *
     * @param count default: one, or any number where a handler sees several
     * @return this button
     * @throws IllegalArgumentException if it does not go with what a handler sees
     */
    public UploadButton<T> fileCount(FileCount count) {
        return count(count);
    }

    /**
     * Which files are taken, see {@link io.gradio4j.FileTypes}. The page offers no others, and the server refuses them.
     *
     * @param types such as {@code ".csv"} or {@code "image"}; default: any
     * @return this button
     */
    public UploadButton<T> fileTypes(String... types) {
        return set("file_types", Arrays.asList(types));
    }
}
