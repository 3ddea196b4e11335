package io.gradio4j.components.download;

import io.gradio4j.Defaults;
import io.gradio4j.components.file.FileButton;
import io.gradio4j.components.file.FileValues;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A button that saves a file on the person's disk: its value, which is there before the click.
 *
 * {@snippet :
 * var save = new DownloadButton("Save the report");
 * make.onClick().inputs(topic).outputs(save).run(reports::write);
 * }
 */
public final class DownloadButton extends FileButton<@Nullable Path, DownloadButton> {

    private static final Defaults DEFAULTS = Defaults.of("label", "Download", "value", null, "variant", "secondary", "visible", true, "size", "lg", "icon",
            null, "scale", null, "min_width", null, "interactive", true, "elem_id", null, "elem_classes", List.of(), "key", null, "preserved_by_key",
            List.of("value")).saying("label", "common.download");

    /** Makes a button that says "Download". */
    public DownloadButton() {
        super("downloadbutton", FileValues.PATH);
    }

    /**
     * Makes a button.
     *
     * @param caption its text
     */
    public DownloadButton(String caption) {
        this();
        label(caption);
    }

    @Override
    protected Defaults defaults() {
        return DEFAULTS;
    }
}
