package io.gradio4j.components.dropdown;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gradio4j.BlockAccess;
import io.gradio4j.ValidationException;
import io.gradio4j.components.ComponentContract;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MultiDropdownTest extends ComponentContract {

    @Override
    protected MultiDropdown<String> fresh() {
        return new MultiDropdown<>();
    }

    @Override
    protected String config() {
        return """
                choices: [], value: [], type: "value", multiselect: true, allow_custom_value: false, max_choices: null, filterable:
                true, label: null, info: null, show_label: true, container: true, scale: null, min_width: 160, interactive: null,
                visible: true, elem_id: null, elem_classes: [], key: null, preserved_by_key: ["value"], buttons: []
                """;
    }

    @Override
    protected List<String> unsettable() {
        return List.of("type", "multiselect");
    }

    @Override
    protected List<String> events() {
        return List.of("change", "input", "select", "focus", "blur", "key_up");
    }

    @Override
    protected Map.Entry<String, String> schemaAndExample() {
        return Map.entry("{\"type\":\"array\",\"items\":{\"type\":\"string\",\"enum\":[]}}", "[]");
    }

    @Override
    protected Map<String, Object> roundTrips() {
        return Map.of("[]", List.of());
    }

    @Override
    protected List<String> refused() {
        return List.of("\"a\"", "1", "{}");
    }

    @Test
    void refusesMoreThanItsMostChoices() {
        var two = Dropdown.of("a", "b", "c").multiselect().maxChoices(2).label("Two");
        assertThat(BlockAccess.preprocess(two, parse("[\"a\",\"c\"]"), NO_HELP)).isEqualTo(List.of("a", "c"));
        assertThatThrownBy(() -> BlockAccess.preprocess(two, parse("[\"a\",\"b\",\"c\"]"), NO_HELP))
                .isInstanceOf(ValidationException.class).hasMessage("MultiDropdown \"Two\" takes at most 2 choices, not 3");
        assertThatThrownBy(() -> two.maxChoices(0)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("maxChoices");
    }

    @Test
    void mixesChoicesWithTextsOfThePersonsOwn() {
        var tags = Dropdown.of("a").allowCustomValue(true).multiselect();
        assertThat(BlockAccess.preprocess(tags, parse("[\"a\",\"new\"]"), NO_HELP)).isEqualTo(List.of("a", "new"));
        assertThat(BlockAccess.preprocess(tags.asIndex(), parse("[\"new\",\"a\"]"), NO_HELP)).isEqualTo(List.of(-1, 0));
    }
}
