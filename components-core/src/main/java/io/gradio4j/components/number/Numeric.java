package io.gradio4j.components.number;

import io.gradio4j.Component;
import io.gradio4j.Conversion;
import io.gradio4j.HasChange;
import io.gradio4j.HasInput;
import io.gradio4j.ToolbarItem;
import io.gradio4j.ValidationException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * What all components of one number share: a range that the server enforces, and rounding.
 *
 * <p>On the wire a whole number has no fraction: 3, not 3.0.
 *
 * @param <T> {@code Double}, or {@code @Nullable Double} where it may be empty
 * @param <S> the component's own type
 */
public abstract class Numeric<T extends @Nullable Object, S extends Numeric<T, S>> extends Component<T, S>
        implements HasChange, HasInput {

    /**
     * Makes a component.
     *
     * @param type the front-end name
     */
    protected Numeric(String type) {
        super(type);
    }

    /**
     * A number as a property keeps it.
     *
     * @param number any finite number
     * @return a {@code Long} if it is whole, else a {@code Double}
     * @throws IllegalArgumentException if it is not finite
     */
    protected static Number plain(double number) {
        if (!Double.isFinite(number)) {
            throw new IllegalArgumentException("There is no JSON for the number " + number);
        }
        var whole = (long) number;
        return whole == number && Math.abs(number) < 0x1p53 ? (Number) whole : (Number) number;
    }

    /**
     * A number as it is on the wire, rounded to the precision.
     *
     * @param number any finite number
     * @return the JSON number
     * @throws IllegalArgumentException if it is not finite; the message names the component
     */
    protected final JsonValue json(double number) {
        if (!Double.isFinite(number)) {
            throw new IllegalArgumentException(describe() + " cannot show " + number);
        }
        return plain(round(number)) instanceof Long whole ? Conversion.JSON.createValue(whole) : Conversion.JSON.createValue(round(number));
    }

    /**
     * A client's number, checked against the range and rounded to the precision.
     *
     * @param payload the value on the wire
     * @return the number
     * @throws ValidationException if it is no number, or out of range
     */
    protected final double checked(JsonValue payload) {
        if (!(payload instanceof JsonNumber json) || !Double.isFinite(json.doubleValue())) {
            throw expected("a number", payload);
        }
        var number = json.doubleValue();
        var least = number("minimum");
        if (least.isPresent() && number < least.getAsDouble()) {
            throw new ValidationException("Value " + plain(number) + " is less than minimum value " + plain(least.getAsDouble()) + ".");
        }
        var greatest = number("maximum");
        if (greatest.isPresent() && number > greatest.getAsDouble()) {
            throw new ValidationException(
                    "Value " + plain(number) + " is greater than maximum value " + plain(greatest.getAsDouble()) + ".");
        }
        return round(number);
    }

    /** How many decimals are kept, if it was set. */
    protected final OptionalInt precision() {
        return property("precision").orElse(null) instanceof Integer decimals ? OptionalInt.of(decimals) : OptionalInt.empty();
    }

    /**
     * A property's number.
     *
     * @param property the wire name
     * @return empty when it is not set and has no default
     */
    protected final OptionalDouble number(String property) {
        return property(property).orElse(null) instanceof Number n ? OptionalDouble.of(n.doubleValue()) : OptionalDouble.empty();
    }

    /** To the precision; a number in the middle goes to the even neighbour. */
    private double round(double number) {
        var precision = precision();
        return precision.isEmpty() ? number
                : new BigDecimal(number).setScale(precision.getAsInt(), RoundingMode.HALF_EVEN).doubleValue();
    }

    @Override
    protected boolean joinsForm() {
        return true;
    }

    /**
     * The initial value.
     *
     * @param value any finite number
     * @return this component
     */
    public S value(double value) {
        return set("value", Double.valueOf(value));
    }

    /**
     * The least value; the server refuses less.
     *
     * @param least default: see the component
     * @return this component
     */
    public S minimum(double least) {
        return set("minimum", plain(least));
    }

    /**
     * The greatest value; the server refuses more.
     *
     * @param greatest default: see the component
     * @return this component
     */
    public S maximum(double greatest) {
        return set("maximum", plain(greatest));
    }

    /**
     * By how much the arrow keys change the value.
     *
     * @param step default: see the component
     * @return this component
     */
    public S step(double step) {
        return set("step", plain(step));
    }

    /**
     * How many decimals the handler and the page get. A number in the middle goes to the even neighbour.
     *
     * @param decimals 0 for whole numbers; default: all there are
     * @return this component
     */
    public S precision(int decimals) {
        return set("precision", decimals);
    }

    /**
     * The toolbar.
     *
     * @param buttons default: see the component
     * @return this component
     */
    public S buttons(ToolbarItem... buttons) {
        return set("buttons", ToolbarItem.toProperty(buttons));
    }
}
