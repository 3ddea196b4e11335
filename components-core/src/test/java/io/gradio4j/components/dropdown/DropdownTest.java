package io.gradio4j.components.dropdown;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gradio4j.BlockAccess;
import io.gradio4j.ValidationException;
import io.gradio4j.components.ComponentContract;
import io.gradio4j.components.choice.Size;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DropdownTest extends ComponentContract {

    @Override
    protected Dropdown<String> fresh() {
        return new Dropdown<>();
    }

    @Override
    protected String config() {
        return """
                choices: [], value: null, type: "value", multiselect: null, allow_custom_value: false, max_choices: null, filterable:
                true, label: null, info: null, show_label: true, container: true, scale: null, min_width: 160, interactive: null,
                visible: true, elem_id: null, elem_classes: [], key: null, preserved_by_key: ["value"], buttons: []
                """;
    }

    @Override
    protected List<String> unsettable() {
        return List.of("type", "multiselect", "max_choices");
    }

    @Override
    protected List<String> events() {
        return List.of("change", "input", "select", "focus", "blur", "key_up");
    }

    @Override
    protected Map.Entry<String, String> schemaAndExample() {
        return Map.entry("{\"type\":\"string\",\"enum\":[]}", "null");
    }

    @Override
    protected Map<String, Object> roundTrips() {
        return Map.of();
    }

    @Override
    protected List<String> refused() {
        return List.of("\"a\"", "1", "[]");
    }

    @Test
    void theFirstChoiceIsChosenUnlessNothingIsToBe() {
        assertThat(BlockAccess.defaults(Dropdown.of(Size.class)).get("value")).hasToString("\"SMALL\"");
        assertThat(BlockAccess.defaults(Dropdown.of(Size.class).unselected()).get("value")).isNull();
        assertThat(BlockAccess.defaults(Dropdown.of("a").unselected().asIndex()).get("value")).isNull();
        assertThat(BlockAccess.preprocess(Dropdown.of("a"), JsonValue.NULL, NO_HELP)).isNull();
    }

    @Test
    void takesTextsOfThePersonsOwnOnlyIfAllowed() {
        var open = Dropdown.of("a", "b").allowCustomValue(true);
        assertThat(BlockAccess.preprocess(open, parse("\"c\""), NO_HELP)).isEqualTo("c");
        assertThat(BlockAccess.preprocess(open.asIndex(), parse("\"c\""), NO_HELP)).isEqualTo(-1);
        for (var wire : List.of("3", "{}", "true")) {
            assertThatThrownBy(() -> BlockAccess.preprocess(open, parse(wire), NO_HELP)).isInstanceOf(ValidationException.class);
        }
        assertThatThrownBy(() -> BlockAccess.preprocess(Dropdown.of(Size.class).allowCustomValue(true), parse("\"HUGE\""), NO_HELP))
                .isInstanceOf(ValidationException.class);
    }

    @Test
    void becomesOneOfSeveralChoices() {
        var several = Dropdown.of("a", "b").label("Letters").multiselect();
        assertThat(several.properties().keySet()).containsExactly("choices", "label");
        assertThatThrownBy(() -> Dropdown.of("a").value("a").multiselect()).isInstanceOf(IllegalStateException.class);
    }
}
