package com.example.rating;

import io.gradio4j.Component;
import io.gradio4j.Conversion;
import io.gradio4j.Defaults;
import io.gradio4j.HasChange;
import io.gradio4j.HasSelect;
import io.gradio4j.Schema;
import jakarta.json.JsonNumber;
import jakarta.json.JsonValue;
import java.util.List;

/** Stars to click on. Value: how many are lit, 0 to {@code max}. */
public final class Rating extends Component<Integer, Rating> implements HasChange, HasSelect {

    private static final Defaults DEFAULTS = Defaults.of("value", 0, "max", 5, "label", null, "info", null, "show_label", true,
            "container", true, "scale", null, "min_width", 160, "interactive", null, "visible", true, "elem_id", null, "elem_classes",
            List.of(), "key", null, "preserved_by_key", List.of("value"));

    /**
     * Makes a rating.
     *
     * @param label the text above the stars
     */
    public Rating(String label) {
        super("rating");
        label(label);
    }

    /**
     * How many stars there are.
     *
     * @param stars default: 5
     * @return this component
     */
    public Rating max(int stars) {
        return set("max", stars);
    }

    @Override
    protected Integer preprocess(JsonValue payload, Conversion c) {
        if (!(payload instanceof JsonNumber n) || !n.isIntegral() || n.longValue() < 0 || n.longValue() > most()) {
            throw expected("0 to " + most() + " stars", payload);
        }
        return n.intValue();
    }

    @Override
    protected JsonValue postprocess(Integer value, Conversion c) {
        return Conversion.JSON.createValue(value);
    }

    @Override
    public Schema schema() {
        return Schema.integer().min(0).max(most());
    }

    @Override
    protected Defaults defaults() {
        return DEFAULTS;
    }

    private int most() {
        return (Integer) property("max").orElseThrow();
    }
}
