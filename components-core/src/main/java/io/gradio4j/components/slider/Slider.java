package io.gradio4j.components.slider;

import io.gradio4j.Conversion;
import io.gradio4j.Defaults;
import io.gradio4j.HasRelease;
import io.gradio4j.Schema;
import io.gradio4j.components.number.Numeric;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A number in a range, by a slider and a field.
 *
 * <p>The range is 0 to 100 unless set, the initial value is the least one, and the step is a hundredth to a thousandth of the range,
 * as a power of ten. The toolbar's {@link io.gradio4j.ToolbarButton#RESET} is there unless {@link #buttons} leaves it out.
 *
 * {@snippet :
 * var intensity = new Slider(1, 10).label("Intensity").step(1);
 * }
 */
public final class Slider extends Numeric<Double, Slider> implements HasRelease {

    /** Makes a slider from 0 to 100. */
    public Slider() {
        super("slider");
    }

    /**
     * Makes a slider from 0 to 100.
     *
     * @param label the text above it
     */
    public Slider(String label) {
        this();
        label(label);
    }

    /**
     * Makes a slider that starts at the least value.
     *
     * @param minimum the least value
     * @param maximum the greatest value
     * @throws IllegalArgumentException if the least value is not less than the greatest
     */
    public Slider(double minimum, double maximum) {
        this();
        if (!(minimum < maximum)) {
            throw empty(minimum, maximum);
        }
        minimum(minimum).maximum(maximum);
    }

    /**
     * Makes a slider.
     *
     * @param minimum the least value
     * @param maximum the greatest value
     * @param value the initial value
     * @throws IllegalArgumentException if the least value is not less than the greatest
     */
    public Slider(double minimum, double maximum, double value) {
        this(minimum, maximum);
        value(value);
    }

    @Override
    protected Double preprocess(JsonValue payload, Conversion conversion) {
        return checked(payload);
    }

    @Override
    protected JsonValue postprocess(Double value, Conversion conversion) {
        return json(value);
    }

    @Override
    public JsonValue emptyPayload() {
        return json(least());
    }

    private static IllegalArgumentException empty(double minimum, double maximum) {
        return new IllegalArgumentException(
                "A Slider's minimum must be less than its maximum: " + plain(minimum) + " is not less than " + plain(maximum));
    }

    @Override
    public Schema schema() {
        if (!(least() < greatest())) {
            throw empty(least(), greatest());
        }
        return (precision().orElse(-1) == 0 ? Schema.integer() : Schema.number())
                .description("numeric value between " + plain(least()) + " and " + plain(greatest())).example(emptyPayload());
    }

    /** The defaults of value and step follow from the range. */
    @Override
    protected Defaults defaults() {
        var range = greatest() - least();
        return Defaults.of("minimum", 0, "maximum", 100, "value", plain(least()), "step",
                range > 0 ? plain(Math.pow(10, Math.floor(Math.log10(range) - 2))) : 1, "precision", null, "label", null, "info", null,
                "show_label", true, "container", true, "scale", null, "min_width", 160, "interactive", null, "visible", true, "elem_id",
                null, "elem_classes", List.of(), "key", null, "preserved_by_key", List.of("value"), "buttons", null);
    }

    /**
     * Draws the initial value for each visitor: one of the steps, all with the same chance.
     *
     * @return this component
     */
    public Slider randomize() {
        return value(this::draw);
    }

    private Double draw() {
        var step = number("step").orElseThrow();
        var steps = Math.floor((greatest() - least()) / step + 1e-9);
        return least() + step * ThreadLocalRandom.current().nextLong((long) steps + 1);
    }

    private double least() {
        return properties().get("minimum") instanceof Number n ? n.doubleValue() : 0;
    }

    private double greatest() {
        return properties().get("maximum") instanceof Number n ? n.doubleValue() : 100;
    }
}
