package io.gradio4j.components.dropdown;

import io.gradio4j.Conversion;
import io.gradio4j.Defaults;
import io.gradio4j.Schema;
import io.gradio4j.components.choice.Choice;
import jakarta.json.JsonValue;
import java.util.Collection;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One choice of any number, in a list that opens below a field; what is typed into the field narrows the list. The first one is chosen
 * unless another one or {@link #unselected()} is said.
 *
 * {@snippet :
 * var animal = Dropdown.of("cat", "dog", "bird").label("Animal");
 * var country = Dropdown.of(countries, Country::name);        // the handler gets a Country, or null
 * var skills = Dropdown.of(Skill.class).multiselect();        // … a List<Skill>
 * }
 *
 * @param <T> what can be chosen
 */
public final class Dropdown<T> extends BaseDropdown<T, @Nullable T, Dropdown<T>> {

    private boolean unselected;

    /** Makes a dropdown without choices and without a label of its own: it says "Dropdown". */
    public Dropdown() {
    }

    /**
     * Makes a dropdown without choices.
     *
     * @param label the text above it
     */
    public Dropdown(String label) {
        label(label);
    }

    /**
     * Makes a dropdown with texts to choose from.
     *
     * @param choices what is shown and what the handler gets
     * @return the component
     */
    public static Dropdown<String> of(String... choices) {
        return of(Choice.of(choices));
    }

    /**
     * Makes a dropdown with the constants of an enum.
     *
     * @param type whose constants are shown by their {@code toString()}
     * @param <E> the enum
     * @return the component
     */
    public static <E extends Enum<E>> Dropdown<E> of(Class<E> type) {
        return of(Choice.of(type));
    }

    /**
     * Makes a dropdown with any values to choose from.
     *
     * @param values what the handler gets
     * @param name gives what is shown
     * @param <T> the values' type
     * @return the component
     */
    public static <T> Dropdown<T> of(Collection<? extends T> values, Function<? super T, String> name) {
        return of(Choice.<T>of(values, name));
    }

    /**
     * Makes a dropdown with choices.
     *
     * @param choices names and values
     * @param <T> the values' type
     * @return the component
     */
    public static <T> Dropdown<T> of(Collection<Choice<T>> choices) {
        return new Dropdown<T>().choices(choices);
    }

    /**
     * The same with any number of choices at once.
     *
     * @return another component, to be used instead of this one
     * @throws IllegalStateException if an initial value is set already
     */
    public MultiDropdown<T> multiselect() {
        if (properties().containsKey("value")) {
            throw new IllegalStateException(describe() + ": multiselect() must come before value(…), whose type it changes");
        }
        return new MultiDropdown<>(this);
    }

    /**
     * The same whose value is the position of the choice, from 0.
     *
     * @return another component, to be used instead of this one
     * @throws IllegalStateException if an initial value is set already
     */
    public Dropdown<Integer> asIndex() {
        var other = new Dropdown<Integer>().like(this).indexed();
        other.unselected = unselected;
        return other;
    }

    /**
     * Starts with nothing chosen: the handler gets null. Default: the first choice is chosen.
     *
     * @return this component
     */
    public Dropdown<T> unselected() {
        unselected = true;
        return this;
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
        return Schema.of(choiceSchema(), first().orElse(JsonValue.NULL));
    }

    /** The default of the value is the first choice. */
    @Override
    protected Defaults defaults() {
        return defaults(unselected ? null : first().orElse(null), null);
    }
}
