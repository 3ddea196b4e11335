package io.gradio4j.components.checkboxgroup;

import io.gradio4j.Conversion;
import io.gradio4j.Defaults;
import io.gradio4j.Schema;
import io.gradio4j.components.choice.Choice;
import io.gradio4j.components.choice.ChoiceComponent;
import jakarta.json.JsonValue;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/**
 * Any number of a few choices, which are all in view. The value has them in the order in which the person chose them.
 *
 * {@snippet :
 * var toppings = CheckboxGroup.of("Cheese", "Olives", "Onions").label("Toppings").value(List.of("Cheese"));
 * }
 *
 * @param <T> what can be chosen
 */
public final class CheckboxGroup<T> extends ChoiceComponent<T, List<T>, CheckboxGroup<T>> {

    private static final Defaults DEFAULTS = Defaults.of("choices", List.of(), "value", List.of(), "type", "value", "label", null, "info",
            null, "show_label", true, "show_select_all", false, "container", true, "scale", null, "min_width", 160, "interactive", null,
            "visible", true, "elem_id", null, "elem_classes", List.of(), "key", null, "preserved_by_key", List.of("value"), "buttons",
            List.of());

    /** Makes a group without choices and without a label of its own: it says "Checkbox Group". */
    public CheckboxGroup() {
        super("checkboxgroup");
    }

    /**
     * Makes a group without choices.
     *
     * @param label the text above it
     */
    public CheckboxGroup(String label) {
        this();
        label(label);
    }

    /**
     * Makes a group with texts to choose from.
     *
     * @param choices what is shown and what the handler gets
     * @return the component
     */
    public static CheckboxGroup<String> of(String... choices) {
        return of(Choice.of(choices));
    }

    /**
     * Makes a group with the constants of an enum.
     *
     * @param type whose constants are shown by their {@code toString()}
     * @param <E> the enum
     * @return the component
     */
    public static <E extends Enum<E>> CheckboxGroup<E> of(Class<E> type) {
        return of(Choice.of(type));
    }

    /**
     * Makes a group with any values to choose from.
     *
     * @param values what the handler gets
     * @param name gives what is shown
     * @param <T> the values' type
     * @return the component
     */
    public static <T> CheckboxGroup<T> of(Collection<? extends T> values, Function<? super T, String> name) {
        return of(Choice.<T>of(values, name));
    }

    /**
     * Makes a group with choices.
     *
     * @param choices names and values
     * @param <T> the values' type
     * @return the component
     */
    public static <T> CheckboxGroup<T> of(Collection<Choice<T>> choices) {
        return new CheckboxGroup<T>().choices(choices);
    }

    /**
     * The same whose value has the positions of the choices, from 0.
     *
     * @return another component, to be used instead of this one
     * @throws IllegalStateException if an initial value is set already
     */
    public CheckboxGroup<Integer> asIndex() {
        return new CheckboxGroup<Integer>().like(this).indexed();
    }

    @Override
    protected List<T> preprocess(JsonValue payload, Conversion conversion) {
        return allChosen(payload);
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
        var json = Conversion.JSON.createObjectBuilder().add("items", choiceSchema()).add("title", "Checkbox Group").add("type", "array");
        return Schema.of(json.build(), first().<JsonValue>map(f -> Conversion.JSON.createArrayBuilder().add(f).build()).orElse(JsonValue.NULL));
    }

    @Override
    protected Defaults defaults() {
        return DEFAULTS;
    }

    /**
     * Whether a box in the title chooses all or none.
     *
     * @param show default: false
     * @return this component
     */
    public CheckboxGroup<T> showSelectAll(boolean show) {
        return set("show_select_all", show);
    }
}
