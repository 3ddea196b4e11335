package io.gradio4j.components.dropdown;

import io.gradio4j.Conversion;
import io.gradio4j.Defaults;
import io.gradio4j.Schema;
import io.gradio4j.ValidationException;
import jakarta.json.JsonValue;
import java.util.List;

/**
 * A {@link Dropdown} of several choices, made by {@link Dropdown#multiselect()}. What is chosen stands in its field. Nothing is chosen at
 * first, unless a value is set.
 *
 * {@snippet :
 * var activity = Dropdown.of("ran", "swam", "ate").multiselect().maxChoices(2).value(List.of("swam"));
 * }
 *
 * @param <T> what can be chosen
 */
public final class MultiDropdown<T> extends BaseDropdown<T, List<T>, MultiDropdown<T>> {

    private static final Defaults DEFAULTS = defaults(List.of(), true);

    /** Makes a dropdown without choices and without a label of its own: it says "Multiselect". */
    public MultiDropdown() {
    }

    /**
     * Makes a dropdown without choices.
     *
     * @param label the text above it
     */
    public MultiDropdown(String label) {
        label(label);
    }

    MultiDropdown(Dropdown<T> one) {
        like(one);
    }

    /**
     * The same whose value has the positions of the choices, from 0.
     *
     * @return another component, to be used instead of this one
     * @throws IllegalStateException if an initial value is set already
     */
    public MultiDropdown<Integer> asIndex() {
        return new MultiDropdown<Integer>().like(this).indexed();
    }

    @Override
    protected List<T> preprocess(JsonValue payload, Conversion conversion) {
        var chosen = allChosen(payload);
        if (property("max_choices").orElse(null) instanceof Integer most && chosen.size() > most) {
            throw new ValidationException(describe() + " takes at most " + most + " choices, not " + chosen.size());
        }
        return chosen;
    }

    @Override
    protected JsonValue postprocess(List<T> value, Conversion conversion) {
        return allShown(value);
    }

    @Override
    public JsonValue emptyPayload() {
        return JsonValue.EMPTY_JSON_ARRAY;
    }

    @Override
    public Schema schema() {
        var json = Conversion.JSON.createObjectBuilder().add("type", "array").add("items", choiceSchema());
        return Schema.of(json.build(), first().<JsonValue>map(f -> Conversion.JSON.createArrayBuilder().add(f).build()).orElse(JsonValue.EMPTY_JSON_ARRAY));
    }

    @Override
    protected Defaults defaults() {
        return DEFAULTS;
    }

    /**
     * How many choices a person can make; the server refuses more.
     *
     * @param most 1 or more; default: any number
     * @return this component
     * @throws IllegalArgumentException if less than 1
     */
    public MultiDropdown<T> maxChoices(int most) {
        if (most < 1) {
            throw new IllegalArgumentException(describe() + ": maxChoices must be 1 or more, not " + most);
        }
        return set("max_choices", most);
    }
}
