package io.gradio4j.components.colorpicker;

import io.gradio4j.Component;
import io.gradio4j.Conversion;
import io.gradio4j.Defaults;
import io.gradio4j.HasBlur;
import io.gradio4j.HasChange;
import io.gradio4j.HasFocus;
import io.gradio4j.HasInput;
import io.gradio4j.HasRelease;
import io.gradio4j.HasSubmit;
import io.gradio4j.Schema;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A colour, as text: {@code #rrggbb} when it was picked, any CSS colour when it was typed or set. On a page without a value it starts with
 * black; a client that sends null gives the handler null.
 *
 * {@snippet :
 * var accent = new ColorPicker("Accent").value("#f97316");
 * }
 */
public final class ColorPicker extends Component<@Nullable String, ColorPicker>
        implements HasChange, HasInput, HasRelease, HasSubmit, HasFocus, HasBlur {

    private static final Defaults DEFAULTS = Defaults.of("value", null, "label", null, "info", null, "show_label", true, "container", true,
            "scale", null, "min_width", 160, "interactive", null, "visible", true, "elem_id", null, "elem_classes", List.of(), "key", null,
            "preserved_by_key", List.of("value"));

    /** Makes a colour without a label of its own: it says "Color Picker". */
    public ColorPicker() {
        super("colorpicker");
    }

    /**
     * Makes a colour.
     *
     * @param label the text above it
     */
    public ColorPicker(String label) {
        this();
        label(label);
    }

    @Override
    protected @Nullable String preprocess(JsonValue payload, Conversion conversion) {
        return switch (payload) {
            case JsonString text -> text.getString();
            case JsonValue none when none == JsonValue.NULL -> null;
            default -> throw expected("a colour as a string", payload);
        };
    }

    @Override
    protected JsonValue postprocess(@Nullable String value, Conversion conversion) {
        return value == null ? JsonValue.NULL : Conversion.JSON.createValue(value);
    }

    @Override
    public Schema schema() {
        return Schema.string().example(Conversion.JSON.createValue("#000000"));
    }

    @Override
    protected Defaults defaults() {
        return DEFAULTS;
    }
}
