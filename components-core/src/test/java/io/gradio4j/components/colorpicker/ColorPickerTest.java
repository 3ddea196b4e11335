package io.gradio4j.components.colorpicker;

import static org.assertj.core.api.Assertions.assertThat;

import io.gradio4j.BlockAccess;
import io.gradio4j.components.ComponentContract;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ColorPickerTest extends ComponentContract {

    @Override
    protected ColorPicker fresh() {
        return new ColorPicker();
    }

    @Override
    protected String config() {
        return """
                value: null, label: null, info: null, show_label: true, container: true, scale: null, min_width: 160, interactive: null,
                visible: true, elem_id: null, elem_classes: [], key: null, preserved_by_key: ["value"]
                """;
    }

    @Override
    protected List<String> events() {
        return List.of("change", "input", "release", "submit", "focus", "blur");
    }

    @Override
    protected Map.Entry<String, String> schemaAndExample() {
        return Map.entry("{\"type\":\"string\"}", "\"#000000\"");
    }

    @Override
    protected Map<String, Object> roundTrips() {
        return Map.of("\"#f97316\"", "#f97316", "\"rebeccapurple\"", "rebeccapurple");
    }

    @Override
    protected List<String> refused() {
        return List.of("16", "{}", "[\"red\"]", "true");
    }

    @Test
    void mayBeNothing() {
        assertThat(BlockAccess.preprocess(fresh(), JsonValue.NULL, NO_HELP)).isNull();
        assertThat(BlockAccess.postprocess(fresh(), null, NO_HELP)).isEqualTo(JsonValue.NULL);
    }
}
