package io.gradio4j.components.timer;

import io.gradio4j.Component;
import io.gradio4j.Conversion;
import io.gradio4j.Defaults;
import io.gradio4j.HasChange;
import io.gradio4j.HasTick;
import io.gradio4j.Schema;
import io.gradio4j.ValidationException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonValue;
import java.time.Duration;

/**
 * Fires the event {@code tick} at regular times, while it is active and the page is in view. Nothing of it is seen; it needs a place
 * in the tree all the same. Its value is the number of seconds between two ticks.
 *
 * {@snippet :
 * var timer = new Timer(Duration.ofSeconds(5));
 * timer.onTick().outputs(clock).run(() -> LocalTime.now().toString());
 * }
 */
public final class Timer extends Component<Double, Timer> implements HasTick, HasChange {

    private static final Defaults DEFAULTS = Defaults.of("value", 1, "active", true);

    /** Makes a timer that ticks each second. */
    public Timer() {
        super("timer");
    }

    /**
     * Makes a timer.
     *
     * @param interval the time between two ticks
     * @throws IllegalArgumentException if it is not positive
     */
    public Timer(Duration interval) {
        this();
        if (!interval.isPositive()) {
            throw new IllegalArgumentException("A Timer's interval must be positive, not " + interval);
        }
        value(interval.toNanos() / 1e9);
    }

    @Override
    protected Double preprocess(JsonValue payload, Conversion conversion) {
        if (!(payload instanceof JsonNumber seconds)) {
            throw expected("a number of seconds", payload);
        }
        if (!(seconds.doubleValue() > 0) || !Double.isFinite(seconds.doubleValue())) {
            throw new ValidationException(describe() + " takes a positive number of seconds, not " + seconds + ".");
        }
        return seconds.doubleValue();
    }

    @Override
    protected JsonValue postprocess(Double value, Conversion conversion) {
        return value == Math.rint(value) ? Conversion.JSON.createValue(value.longValue()) : Conversion.JSON.createValue(value);
    }

    @Override
    public Schema schema() {
        return Schema.number().example(Conversion.JSON.createValue(1));
    }

    @Override
    protected Defaults defaults() {
        return DEFAULTS;
    }

    @Override
    protected boolean breaksForm() {
        return false;
    }

    /**
     * Whether it ticks.
     *
     * @param active default: true
     * @return this component
     */
    public Timer active(boolean active) {
        return set("active", active);
    }
}
