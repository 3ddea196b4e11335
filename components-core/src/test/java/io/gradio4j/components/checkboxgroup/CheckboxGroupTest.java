package io.gradio4j.components.checkboxgroup;

import static org.assertj.core.api.Assertions.assertThat;

import io.gradio4j.BlockAccess;
import io.gradio4j.components.ComponentContract;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CheckboxGroupTest extends ComponentContract {

    @Override
    protected CheckboxGroup<String> fresh() {
        return new CheckboxGroup<>();
    }

    @Override
    protected String config() {
        return """
                choices: [], value: [], type: "value", label: null, info: null, show_label: true, show_select_all: false,
                container: true, scale: null, min_width: 160, interactive: null, visible: true, elem_id: null, elem_classes: [],
                key: null, preserved_by_key: ["value"], buttons: []
                """;
    }

    @Override
    protected List<String> unsettable() {
        return List.of("type");
    }

    @Override
    protected List<String> events() {
        return List.of("change", "input", "select");
    }

    @Override
    protected Map.Entry<String, String> schemaAndExample() {
        return Map.entry("{\"items\":{\"type\":\"string\",\"enum\":[]},\"title\":\"Checkbox Group\",\"type\":\"array\"}", "null");
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
    void keepsTheOrderOfChoosing() {
        var group = CheckboxGroup.of("a", "b", "c");
        assertThat(BlockAccess.preprocess(group, parse("[\"c\",\"a\"]"), NO_HELP)).isEqualTo(List.of("c", "a"));
        assertThat(BlockAccess.preprocess(group, JsonValue.NULL, NO_HELP)).isEqualTo(List.of());
        assertThat(BlockAccess.postprocess(group, null, NO_HELP)).isEqualTo(JsonValue.EMPTY_JSON_ARRAY);
    }
}
