package io.gradio4j.components.dropdown;

import io.gradio4j.Defaults;
import io.gradio4j.HasBlur;
import io.gradio4j.HasFocus;
import io.gradio4j.HasKeyUp;
import io.gradio4j.components.choice.ChoiceComponent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What dropdowns of one and of several choices share.
 *
 * @param <T> what can be chosen
 * @param <V> the component's value
 * @param <S> the component's own type
 */
public abstract sealed class BaseDropdown<T, V extends @Nullable Object, S extends BaseDropdown<T, V, S>> extends ChoiceComponent<T, V, S>
        implements HasFocus, HasBlur, HasKeyUp permits Dropdown, MultiDropdown {

    BaseDropdown() {
        super("dropdown");
    }

    static Defaults defaults(@Nullable Object value, @Nullable Boolean multiselect) {
        return Defaults.of("choices", List.of(), "value", value, "type", "value", "multiselect", multiselect, "allow_custom_value", false,
                "max_choices", null, "filterable", true, "label", null, "info", null, "show_label", true, "container", true, "scale", null,
                "min_width", 160, "interactive", null, "visible", true, "elem_id", null, "elem_classes", List.of(), "key", null,
                "preserved_by_key", List.of("value"), "buttons", List.of());
    }

    /**
     * Whether a text that is no choice can be a value too; for dropdowns whose values are texts. Where positions are the values, it is -1.
     *
     * @param allow default: false
     * @return this component
     */
    public S allowCustomValue(boolean allow) {
        return set("allow_custom_value", allow);
    }

    /**
     * Whether typing narrows the choices. A dropdown that takes a text of the person's own is always typed into.
     *
     * @param filterable default: true
     * @return this component
     */
    public S filterable(boolean filterable) {
        return set("filterable", filterable);
    }
}
