package io.gradio4j.components.radio;

import io.gradio4j.Conversion;
import io.gradio4j.Defaults;
import io.gradio4j.Schema;
import io.gradio4j.components.choice.Choice;
import io.gradio4j.components.choice.ChoiceComponent;
import jakarta.json.JsonValue;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One choice of a few, which are all in view. Nothing is chosen at first, unless a value is set: then the handler gets null.
 *
 * {@snippet :
 * var plan = Radio.of("Free", "Pro").label("Plan").value("Free");
 * var size = Radio.of(Size.class).label("Size");              // the handler gets a Size
 * }
 *
 * @param <T> what can be chosen
 */
public final class Radio<T> extends ChoiceComponent<T, @Nullable T, Radio<T>> {

    private static final Defaults DEFAULTS = Defaults.of("choices", List.of(), "value", null, "type", "value", "label", null, "info", null,
            "show_label", true, "container", true, "scale", null, "min_width", 160, "interactive", null, "visible", true, "elem_id", null,
            "elem_classes", List.of(), "key", null, "preserved_by_key", List.of("value"), "rtl", false, "buttons", List.of());

    /** Makes one without choices and without a label of its own: it says "Radio". */
    public Radio() {
        super("radio");
    }

    /**
     * Makes one without choices.
     *
     * @param label the text above it
     */
    public Radio(String label) {
        this();
        label(label);
    }

    /**
     * Makes one with texts to choose from.
     *
     * @param choices what is shown and what the handler gets
     * @return the component
     */
    public static Radio<String> of(String... choices) {
        return of(Choice.of(choices));
    }

    /**
     * Makes one with the constants of an enum.
     *
     * @param type whose constants are shown by their {@code toString()}
     * @param <E> the enum
     * @return the component
     */
    public static <E extends Enum<E>> Radio<E> of(Class<E> type) {
        return of(Choice.of(type));
    }

    /**
     * Makes one with any values to choose from.
     *
     * @param values what the handler gets
     * @param name gives what is shown
     * @param <T> the values' type
     * @return the component
     */
    public static <T> Radio<T> of(Collection<? extends T> values, Function<? super T, String> name) {
        return of(Choice.<T>of(values, name));
    }

    /**
     * Makes one with choices.
     *
     * @param choices names and values
     * @param <T> the values' type
     * @return the component
     */
    public static <T> Radio<T> of(Collection<Choice<T>> choices) {
        return new Radio<T>().choices(choices);
    }

    /**
     * The same whose value is the position of the choice, from 0.
     *
     * @return another component, to be used instead of this one
     * @throws IllegalStateException if an initial value is set already
     */
    public Radio<Integer> asIndex() {
        return new Radio<Integer>().like(this).indexed();
    }

    @Override
    protected @Nullable T preprocess(JsonValue payload, Conversion conversion) {
        return payload == JsonValue.NULL ? null : chosen(payload);
    }

    @Override
    protected JsonValue postprocess(@Nullable T value, Conversion conversion) {
        return value == null ? JsonValue.NULL : shown(value);
    }

    @Override
    public Schema schema() {
        var json = Conversion.JSON.createObjectBuilder(choiceSchema()).add("title", "Radio").build();
        return Schema.of(json, first().orElse(JsonValue.NULL));
    }

    @Override
    protected Defaults defaults() {
        return DEFAULTS;
    }

    /**
     * Whether the circles stand to the right of the names, and the choices begin at the right.
     *
     * @param rtl default: false
     * @return this component
     */
    public Radio<T> rtl(boolean rtl) {
        return set("rtl", rtl);
    }
}
