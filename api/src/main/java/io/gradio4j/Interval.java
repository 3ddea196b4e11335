package io.gradio4j;

import jakarta.json.JsonNumber;
import jakarta.json.JsonValue;
import java.time.Duration;

/** The timer behind {@link Component#every(Duration)}: nobody sees or places it. */
final class Interval extends Component<Double, Interval> implements HasTick {

    private static final Defaults DEFAULTS = Defaults.of("value", 1, "active", true);

    Interval(Duration interval) {
        super("timer");
        if (!interval.isPositive()) {
            throw new IllegalArgumentException("every needs a positive time, not " + interval);
        }
        value(interval.toNanos() / 1e9);
    }

    @Override
    protected Double preprocess(JsonValue payload, Conversion conversion) {
        if (payload instanceof JsonNumber seconds) {
            return seconds.doubleValue();
        }
        throw expected("a number of seconds", payload);
    }

    @Override
    protected JsonValue postprocess(Double value, Conversion conversion) {
        return conversion.toJson(value);
    }

    @Override
    public Schema schema() {
        return Schema.number().example(Conversion.JSON.createValue(1));
    }

    @Override
    protected Defaults defaults() {
        return DEFAULTS;
    }
}
