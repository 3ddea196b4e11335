package io.gradio4j.components.textbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gradio4j.BlockAccess;
import io.gradio4j.ToolbarButton;
import io.gradio4j.ValidationException;
import io.gradio4j.components.ComponentContract;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TextboxTest extends ComponentContract {

    @Override
    protected Textbox fresh() {
        return new Textbox();
    }

    @Override
    protected String config() {
        return """
                value: null, type: "text", lines: 1, max_lines: null, placeholder: null, label: null, info: null, show_label:
                true, container: true, scale: null, min_width: 160, interactive: null, visible: true, elem_id: null,
                autofocus: false, autoscroll: true, elem_classes: [], key: null, preserved_by_key: ["value"], text_align:
                null, rtl: false, buttons: [], max_length: null, submit_btn: false, stop_btn: false, html_attributes: null
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
        return Map.of("\"Ada\"", "Ada", "\"\"", "", "\"a\\nb\"", "a\nb");
    }

    @Override
    protected List<String> refused() {
        return List.of("{}", "3", "[\"a\"]", "true");
    }

    @Test
    void saysWhoseValueIsWrong() {
        assertThatThrownBy(() -> BlockAccess.preprocess(new Textbox("Name"), parse("{\"a\":1}"), NO_HELP))
                .isInstanceOf(ValidationException.class).hasMessage("Textbox \"Name\" takes a string, not {\"a\":1}");
    }

    @Test
    void takesNullForAnEmptyString() {
        assertThat(BlockAccess.preprocess(fresh(), JsonValue.NULL, NO_HELP)).isEqualTo("");
        assertThat(BlockAccess.postprocess(fresh(), null, NO_HELP)).isEqualTo(JsonValue.NULL);
    }

    @Test
    void refusesMoreCharactersThanItsMaxLength() {
        var code = new Textbox("Code").maxLength(3);
        assertThat(BlockAccess.preprocess(code, parse("\"abc\""), NO_HELP)).isEqualTo("abc");
        assertThatThrownBy(() -> BlockAccess.preprocess(code, parse("\"abcd\""), NO_HELP))
                .isInstanceOf(ValidationException.class).hasMessage("Textbox \"Code\" takes at most 3 characters, not 4.");
    }

    @Test
    void refusesFewerThanOneLine() {
        assertThatThrownBy(() -> new Textbox("Poem").lines(0)).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Textbox \"Poem\": lines must be 1 or more, not 0");
        assertThatThrownBy(() -> new Textbox().maxLines(-1)).hasMessageContaining("maxLines");
        assertThatThrownBy(() -> new Textbox().maxLength(0)).hasMessageContaining("maxLength");
    }

    @Test
    void keepsOnlyWhatWasSet() {
        assertThat(new Textbox().placeholder("Ada").properties()).containsExactly(Map.entry("placeholder", "Ada"));
    }

    @Test
    void hasItsLabelAsFirstArgument() {
        assertThat(new Textbox("Name").properties()).containsExactly(Map.entry("label", "Name"));
    }

    @Test
    void keepsBuiltInButtonsByName() {
        assertThat(new Textbox().buttons(ToolbarButton.COPY).properties()).containsEntry("buttons", List.of("copy"));
    }

    @Test
    void namesAllSevenHtmlAttributes() {
        var attributes = new InputHtmlAttributes().spellcheck(false).autocorrect(true)
                .enterkeyhint(InputHtmlAttributes.EnterKeyHint.GO);
        assertThat(new Textbox().htmlAttributes(attributes).properties().get("html_attributes")).hasToString("{\"autocapitalize\":null,"
                + "\"autocorrect\":\"on\",\"spellcheck\":false,\"autocomplete\":null,\"tabindex\":null,"
                + "\"enterkeyhint\":\"go\",\"lang\":null}");
    }
}
