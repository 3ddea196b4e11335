package io.gradio4j.components.code;

import io.gradio4j.Component;
import io.gradio4j.Conversion;
import io.gradio4j.Defaults;
import io.gradio4j.HasBlur;
import io.gradio4j.HasChange;
import io.gradio4j.HasFocus;
import io.gradio4j.HasInput;
import io.gradio4j.Schema;
import io.gradio4j.ToolbarItem;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;

/**
 * An editor for code, or a view of it. The value is its text, without blank space around it when it comes from a handler.
 *
 * {@snippet :
 * var code = new Code("Query").language(Language.SQL).lines(3);
 * }
 */
public final class Code extends Component<String, Code> implements HasChange, HasInput, HasFocus, HasBlur {

    private static final Defaults DEFAULTS = Defaults.of("value", null, "language", null, "lines", 5, "max_lines", null, "label", null,
            "interactive", null, "show_label", true, "container", true, "scale", null, "min_width", 160, "visible", true, "elem_id", null,
            "elem_classes", List.of(), "key", null, "preserved_by_key", List.of("value"), "wrap_lines", false, "show_line_numbers", true,
            "autocomplete", false, "buttons", List.of("copy", "download"));
    private static final Schema SCHEMA = Schema.of(Conversion.JSON.createObjectBuilder().add("type", "string").build(),
            Conversion.JSON.createValue("print('Hello World')"));

    /** Makes an editor without a label of its own: it says "Code". */
    public Code() {
        super("code");
    }

    /**
     * Makes an editor.
     *
     * @param label the text above it
     */
    public Code(String label) {
        this();
        label(label);
    }

    @Override
    protected String preprocess(JsonValue payload, Conversion conversion) {
        return switch (payload) {
            case JsonString text -> text.getString();
            case JsonValue none when none == JsonValue.NULL -> "";
            default -> throw expected("a string", payload);
        };
    }

    @Override
    protected JsonValue postprocess(String value, Conversion conversion) {
        return Conversion.JSON.createValue(value.strip());
    }

    @Override
    public Schema schema() {
        return SCHEMA;
    }

    @Override
    protected Defaults defaults() {
        return DEFAULTS;
    }

    /**
     * What the code is written in.
     *
     * @param language default: none, the code is plain text
     * @return this component
     */
    public Code language(Language language) {
        return set("language", language.wire());
    }

    /**
     * How many lines there is room for at least.
     *
     * @param lines 1 or more; default: 5
     * @return this component
     * @throws IllegalArgumentException if less than 1
     */
    public Code lines(int lines) {
        return set("lines", atLeastOne("lines", lines));
    }

    /**
     * How many lines are shown at most; more are scrolled. No less than {@link #lines}.
     *
     * @param lines 1 or more; default: as many as there are
     * @return this component
     * @throws IllegalArgumentException if less than 1
     */
    public Code maxLines(int lines) {
        return set("max_lines", atLeastOne("maxLines", lines));
    }

    private int atLeastOne(String name, int lines) {
        if (lines < 1) {
            throw new IllegalArgumentException(describe() + ": " + name + " must be 1 or more, not " + lines);
        }
        return lines;
    }

    /**
     * Whether long lines go on below.
     *
     * @param wrap default: false, which scrolls them
     * @return this component
     */
    public Code wrapLines(boolean wrap) {
        return set("wrap_lines", wrap);
    }

    /**
     * Whether lines have numbers.
     *
     * @param show default: true
     * @return this component
     */
    public Code showLineNumbers(boolean show) {
        return set("show_line_numbers", show);
    }

    /**
     * Whether words are offered while a person types, in languages that know some.
     *
     * @param complete default: false
     * @return this component
     */
    public Code autocomplete(boolean complete) {
        return set("autocomplete", complete);
    }

    /**
     * The toolbar: {@link io.gradio4j.ToolbarButton#COPY}, {@link io.gradio4j.ToolbarButton#DOWNLOAD}, and buttons of the app's own.
     *
     * @param buttons default: both built-in ones
     * @return this component
     */
    public Code buttons(ToolbarItem... buttons) {
        return set("buttons", ToolbarItem.toProperty(buttons));
    }
}
