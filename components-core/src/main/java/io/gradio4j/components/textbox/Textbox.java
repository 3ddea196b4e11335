package io.gradio4j.components.textbox;

import io.gradio4j.Defaults;
import java.util.List;

/**
 * A text field, to be edited or to show text. It grows with its text.
 *
 * {@snippet :
 * var name = new Textbox("Name").placeholder("Ada").maxLength(40);
 * }
 */
public final class Textbox extends TextInput<Textbox> {

    private static final Defaults DEFAULTS = Defaults.of("value", null, "type", "text", "lines", 1, "max_lines", null, "placeholder",
            null, "label", null, "info", null, "show_label", true, "container", true, "scale", null, "min_width", 160, "interactive",
            null, "visible", true, "elem_id", null, "autofocus", false, "autoscroll", true, "elem_classes", List.of(), "key", null,
            "preserved_by_key", List.of("value"), "text_align", null, "rtl", false, "buttons", List.of(), "max_length", null,
            "submit_btn", false, "stop_btn", false, "html_attributes", null);

    /** Makes a text field without a label of its own: it says "Textbox". */
    public Textbox() {
    }

    /**
     * Makes a text field.
     *
     * @param label the text above it
     */
    public Textbox(String label) {
        label(label);
    }

    @Override
    protected Defaults defaults() {
        return DEFAULTS;
    }
}
