package io.gradio4j.components.textbox;

import io.gradio4j.Defaults;
import java.util.List;

/** A {@link Textbox} for longer text: it starts with 7 lines. */
public final class TextArea extends TextInput<TextArea> {

    private static final Defaults DEFAULTS = Defaults.of("value", null, "lines", 7, "max_lines", 20, "placeholder", null, "label", null,
            "info", null, "show_label", true, "container", true, "scale", null, "min_width", 160, "interactive", null, "visible", true,
            "elem_id", null, "autofocus", false, "autoscroll", true, "elem_classes", List.of(), "key", null, "preserved_by_key",
            List.of("value"), "type", "text", "text_align", null, "rtl", false, "buttons", List.of(), "max_length", null, "submit_btn",
            false, "stop_btn", false, "html_attributes", null);

    /** Makes a text area without a label of its own: it says "Textbox". */
    public TextArea() {
    }

    /**
     * Makes a text area.
     *
     * @param label the text above it
     */
    public TextArea(String label) {
        label(label);
    }

    @Override
    protected Defaults defaults() {
        return DEFAULTS;
    }
}
