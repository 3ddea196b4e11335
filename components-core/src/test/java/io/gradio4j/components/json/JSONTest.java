package io.gradio4j.components.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gradio4j.BlockAccess;
import io.gradio4j.components.ComponentContract;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JSONTest extends ComponentContract {

    @Override
    protected JSON fresh() {
        return new JSON();
    }

    @Override
    protected String config() {
        return """
                value: null, label: null, show_label: true, container: true, scale: null, min_width: 160, visible: true, elem_id: null,
                elem_classes: [], key: null, preserved_by_key: ["value"], open: false, show_indices: false, height: null, max_height: 500,
                min_height: null, buttons: ["copy"]
                """;
    }

    @Override
    protected List<String> events() {
        return List.of("change");
    }

    @Override
    protected Map.Entry<String, String> schemaAndExample() {
        return Map.entry("{\"type\":{},\"description\":\"any valid json\"}", "{\"foo\":\"bar\"}");
    }

    @Override
    protected Map<String, Object> roundTrips() {
        return Map.of("{\"a\":[1,null]}", parse("{\"a\":[1,null]}"), "[]", JsonValue.EMPTY_JSON_ARRAY, "3.5", parse("3.5"));
    }

    @Override
    protected List<String> refused() {
        return List.of();
    }

    @Test
    void aTextIsJson() {
        assertThat(BlockAccess.postprocess(fresh(), "{\"a\": [1, \"[{\\\"\"]}", NO_HELP)).isEqualTo(parse("{\"a\":[1,\"[{\\\"\"]}"));
        assertThat(BlockAccess.preprocess(fresh(), JsonValue.NULL, NO_HELP)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "hello", "[1] 2", "", "{\"a\":}"})
    void anyOtherTextIsNone(String text) {
        assertThatThrownBy(() -> BlockAccess.postprocess(fresh(), text, NO_HELP)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("Invalid JSON string: ");
    }

    @Test
    void aTextMayNotBeTooDeep() {
        assertThat(BlockAccess.postprocess(fresh(), "[".repeat(200) + "]".repeat(200), NO_HELP)).isInstanceOf(JsonValue.class);
        assertThatThrownBy(() -> BlockAccess.postprocess(fresh(), "[".repeat(100_000) + "]".repeat(100_000), NO_HELP))
                .isInstanceOf(IllegalArgumentException.class).hasMessage("Invalid JSON string: more than 200 levels");
    }
}
