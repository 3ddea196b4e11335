package io.gradio4j.components.checkbox;

import io.gradio4j.Component;
import io.gradio4j.Conversion;
import io.gradio4j.Defaults;
import io.gradio4j.HasChange;
import io.gradio4j.HasInput;
import io.gradio4j.HasSelect;
import io.gradio4j.Schema;
import io.gradio4j.ToolbarItem;
import jakarta.json.JsonValue;
import java.util.List;

/**
 * A yes or no. It starts as no; a client that sends null says no.
 *
 * {@snippet :
 * var agreed = new Checkbox("I have read the terms");
 * }
 */
public final class Checkbox extends Component<Boolean, Checkbox> implements HasChange, HasInput, HasSelect {

    private static final Defaults DEFAULTS = Defaults.of("value", false, "label", null, "info", null, "show_label", true, "container",
            true, "scale", null, "min_width", 160, "interactive", null, "visible", true, "elem_id", null, "elem_classes", List.of(),
            "key", null, "preserved_by_key", List.of("value"), "buttons", List.of());

    /** Makes a checkbox without a label of its own: it says "Checkbox". */
    public Checkbox() {
        super("checkbox");
    }

    /**
     * Makes a checkbox.
     *
     * @param label the text beside it
     */
    public Checkbox(String label) {
        this();
        label(label);
    }

    @Override
    protected Boolean preprocess(JsonValue payload, Conversion conversion) {
        return switch (payload.getValueType()) {
            case TRUE -> true;
            case FALSE, NULL -> false;
            default -> throw expected("true or false", payload);
        };
    }

    @Override
    protected JsonValue postprocess(Boolean value, Conversion conversion) {
        return value ? JsonValue.TRUE : JsonValue.FALSE;
    }

    @Override
    public JsonValue emptyPayload() {
        return JsonValue.FALSE;
    }

    @Override
    public Schema schema() {
        return Schema.bool();
    }

    @Override
    protected Defaults defaults() {
        return DEFAULTS;
    }

    @Override
    protected boolean joinsForm() {
        return true;
    }

    /**
     * The toolbar: buttons of the app's own.
     *
     * @param buttons default: none
     * @return this component
     */
    public Checkbox buttons(ToolbarItem... buttons) {
        return set("buttons", ToolbarItem.toProperty(buttons));
    }
}
