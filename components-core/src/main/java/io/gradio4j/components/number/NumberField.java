package io.gradio4j.components.number;

import io.gradio4j.Conversion;
import io.gradio4j.Defaults;
import io.gradio4j.HasBlur;
import io.gradio4j.HasFocus;
import io.gradio4j.HasSubmit;
import io.gradio4j.Schema;
import jakarta.json.JsonValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A field for one number. It may be empty: then the handler gets null.
 *
 * <p>There is no least and no greatest value unless set, the step is 1, and the toolbar has only buttons of the app's own.
 *
 * {@snippet :
 * var age = new NumberField("Age").minimum(0).maximum(150).precision(0);
 * }
 */
public final class NumberField extends Numeric<@Nullable Double, NumberField> implements HasSubmit, HasFocus, HasBlur {

    private static final Defaults DEFAULTS = Defaults.of("value", null, "label", null, "placeholder", null, "info", null, "show_label",
            true, "container", true, "scale", null, "min_width", 160, "interactive", null, "visible", true, "elem_id", null,
            "elem_classes", List.of(), "key", null, "preserved_by_key", List.of("value"), "buttons", List.of(), "precision", null,
            "minimum", null, "maximum", null, "step", 1);

    /** Makes a field without a label of its own: it says "Number". */
    public NumberField() {
        super("number");
    }

    /**
     * Makes a field.
     *
     * @param label the text above it
     */
    public NumberField(String label) {
        this();
        label(label);
    }

    @Override
    protected @Nullable Double preprocess(JsonValue payload, Conversion conversion) {
        return payload == JsonValue.NULL ? null : (Double) checked(payload);
    }

    @Override
    protected JsonValue postprocess(@Nullable Double value, Conversion conversion) {
        return value == null ? JsonValue.NULL : json(value);
    }

    @Override
    public Schema schema() {
        var schema = precision().orElse(-1) == 0 ? Schema.integer() : Schema.number();
        var least = number("minimum");
        return least.isPresent() ? schema.example(json(least.getAsDouble())) : schema;
    }

    @Override
    protected Defaults defaults() {
        return DEFAULTS;
    }

    /**
     * A hint that is shown while it is empty.
     *
     * @param placeholder default: none
     * @return this component
     */
    public NumberField placeholder(String placeholder) {
        return set("placeholder", placeholder);
    }
}
