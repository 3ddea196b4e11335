package io.gradio4j.components.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gradio4j.BlockAccess;
import io.gradio4j.ValidationException;
import io.gradio4j.components.ComponentContract;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LabelTest extends ComponentContract {

    @Override
    protected Label fresh() {
        return new Label();
    }

    @Override
    protected String config() {
        return """
                value: {}, num_top_classes: null, label: null, show_label: true, container: true, scale: null, min_width: 160,
                visible: true, elem_id: null, elem_classes: [], key: null, preserved_by_key: ["value"], color: null,
                show_heading: true, buttons: []
                """;
    }

    @Override
    protected List<String> events() {
        return List.of("change", "select");
    }

    @Override
    protected Map.Entry<String, String> schemaAndExample() {
        return Map.entry(LabelSchema.SCHEMA.json().toString(), "{\"label\":\"Cat\","
                + "\"confidences\":[{\"label\":\"cat\",\"confidence\":0.9},{\"label\":\"dog\",\"confidence\":0.1}]}");
    }

    @Override
    protected Map<String, Object> roundTrips() {
        return Map.of("{}", Map.of(), "{\"label\":\"cat\",\"confidences\":null}", Label.of("cat"),
                "{\"label\":\"a\",\"confidences\":[{\"label\":\"a\",\"confidence\":0.75},{\"label\":\"b\",\"confidence\":0.25}]}",
                Map.of("a", 0.75, "b", 0.25));
    }

    @Override
    protected List<String> refused() {
        return List.of("\"cat\"", "3", "[]");
    }

    @Test
    void putsTheBestFirstAndCutsTheRest() {
        var shown = BlockAccess.postprocess(new Label().numTopClasses(2), Map.of("a", 0.1, "b", 0.6, "c", 0.3), NO_HELP);
        assertThat(shown).hasToString("{\"label\":\"b\",\"confidences\":[{\"label\":\"b\",\"confidence\":0.6},"
                + "{\"label\":\"c\",\"confidence\":0.3}]}");
    }

    @Test
    void refusesConfidencesOfTheWrongKind() {
        for (var wire : List.of("{\"confidences\":[3]}", "{\"confidences\":[{\"label\":{}}]}", "{\"label\":[1]}",
                "{\"confidences\":[{\"label\":\"a\",\"confidence\":\"much\"}]}")) {
            assertThatThrownBy(() -> BlockAccess.preprocess(fresh(), parse(wire), NO_HELP)).as(wire)
                    .isInstanceOf(ValidationException.class).hasMessageStartingWith("Label takes ");
        }
    }

    @Test
    void namesItsSchemaAsClientsKnowIt() {
        var schema = fresh().schema().json();
        assertThat(schema.getString("title")).isEqualTo("LabelData");
        assertThat(schema.getValue("/$defs/LabelConfidence/properties/confidence/anyOf/0/type")).hasToString("\"number\"");
        assertThat(schema.getValue("/properties/confidences/anyOf/0/items/$ref")).hasToString("\"#/$defs/LabelConfidence\"");
        assertThat(schema.keySet()).containsExactly("$defs", "properties", "title", "type", "additional_description");
    }
}
