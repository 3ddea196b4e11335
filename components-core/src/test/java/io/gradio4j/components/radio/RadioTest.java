package io.gradio4j.components.radio;

import static org.assertj.core.api.Assertions.assertThat;

import io.gradio4j.BlockAccess;
import io.gradio4j.components.ComponentContract;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RadioTest extends ComponentContract {

    @Override
    protected Radio<String> fresh() {
        return new Radio<>();
    }

    @Override
    protected String config() {
        return """
                choices: [], value: null, type: "value", label: null, info: null, show_label: true, container: true, scale: null,
                min_width: 160, interactive: null, visible: true, elem_id: null, elem_classes: [], key: null, preserved_by_key:
                ["value"], rtl: false, buttons: []
                """;
    }

    @Override
    protected List<String> unsettable() {
        return List.of("type");
    }

    @Override
    protected List<String> events() {
        return List.of("select", "change", "input");
    }

    @Override
    protected Map.Entry<String, String> schemaAndExample() {
        return Map.entry("{\"type\":\"string\",\"enum\":[],\"title\":\"Radio\"}", "null");
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
    void nothingIsChosenAtFirst() {
        assertThat(BlockAccess.defaults(Radio.of("a")).get("value")).isNull();
        assertThat(BlockAccess.preprocess(Radio.of("a"), JsonValue.NULL, NO_HELP)).isNull();
    }
}
