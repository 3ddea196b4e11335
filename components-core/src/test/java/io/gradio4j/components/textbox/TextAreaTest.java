package io.gradio4j.components.textbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.gradio4j.components.ComponentContract;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TextAreaTest extends ComponentContract {

    @Override
    protected TextArea fresh() {
        return new TextArea();
    }

    @Override
    protected String config() {
        return """
                value: null, lines: 7, max_lines: 20, placeholder: null, label: null, info: null, show_label: true, container:
                true, scale: null, min_width: 160, interactive: null, visible: true, elem_id: null, autofocus: false,
                autoscroll: true, elem_classes: [], key: null, preserved_by_key: ["value"], type: "text", text_align: null,
                rtl: false, buttons: [], max_length: null, submit_btn: false, stop_btn: false, html_attributes: null
                """;
    }

    @Override
    protected List<String> events() {
        return List.of("change", "input", "select", "submit", "focus", "blur", "stop", "copy");
    }

    @Override
    protected Map.Entry<String, String> schemaAndExample() {
        return Map.entry("{\"type\":\"string\"}", "\"Hello!!\"");
    }

    @Override
    protected Map<String, Object> roundTrips() {
        return Map.of("\"a\\nb\"", "a\nb");
    }

    @Override
    protected List<String> refused() {
        return List.of("{}", "3");
    }

    @Test
    void isDrawnByTheSameModuleAsATextbox() {
        assertThat(new TextArea("Poem").type()).isEqualTo(new Textbox().type());
        assertThat(new TextArea("Poem").properties()).containsExactly(Map.entry("label", "Poem"));
    }
}
