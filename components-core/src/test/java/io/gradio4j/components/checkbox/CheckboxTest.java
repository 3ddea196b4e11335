package io.gradio4j.components.checkbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.gradio4j.BlockAccess;
import io.gradio4j.components.ComponentContract;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CheckboxTest extends ComponentContract {

    @Override
    protected Checkbox fresh() {
        return new Checkbox();
    }

    @Override
    protected String config() {
        return """
                value: false, label: null, info: null, show_label: true, container: true, scale: null, min_width: 160,
                interactive: null, visible: true, elem_id: null, elem_classes: [], key: null, preserved_by_key: ["value"],
                buttons: []
                """;
    }

    @Override
    protected List<String> events() {
        return List.of("change", "input", "select");
    }

    @Override
    protected Map.Entry<String, String> schemaAndExample() {
        return Map.entry("{\"type\":\"boolean\"}", "true");
    }

    @Override
    protected Map<String, Object> roundTrips() {
        return Map.of("true", true, "false", false);
    }

    @Override
    protected List<String> refused() {
        return List.of("{}", "1", "\"true\"");
    }

    @Test
    void takesNullForNo() {
        assertThat(BlockAccess.preprocess(fresh(), JsonValue.NULL, NO_HELP)).isEqualTo(false);
        assertThat(BlockAccess.postprocess(fresh(), null, NO_HELP)).isEqualTo(JsonValue.FALSE);
    }
}
