package io.gradio4j.components.markdown;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gradio4j.BlockAccess;
import io.gradio4j.components.ComponentContract;
import jakarta.json.JsonString;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MarkdownTest extends ComponentContract {

    @Override
    protected Markdown fresh() {
        return new Markdown();
    }

    @Override
    protected String config() {
        return """
                value: null, label: null, show_label: false, scale: null, min_width: null, rtl: false, latex_delimiters:
                [{"left":"$$","right":"$$","display":true}], visible: true, elem_id: null, elem_classes: [], key: null,
                preserved_by_key: ["value"], sanitize_html: true, line_breaks: false, header_links: false, height: null,
                max_height: null, min_height: null, buttons: null, container: false, padding: false
                """;
    }

    @Override
    protected List<String> events() {
        return List.of("change", "copy");
    }

    @Override
    protected Map.Entry<String, String> schemaAndExample() {
        return Map.entry("{\"type\":\"string\"}", "\"# Hello!\"");
    }

    @Override
    protected Map<String, Object> roundTrips() {
        return Map.of("\"**a**\"", "**a**");
    }

    @Override
    protected List<String> refused() {
        return List.of("{}", "3");
    }

    @Test
    void takesAwaySharedIndentationAndEmptyLines() {
        assertThat(shown("\n    # Title\n      code\n    text\n\n")).isEqualTo("# Title\n  code\ntext");
        assertThat(shown("   first\n\tsecond\n\n\tthird")).isEqualTo("first\nsecond\n\nthird");
        assertThat(shown("\n  \n")).isEmpty();
    }

    private static String shown(String text) {
        return ((JsonString) BlockAccess.postprocess(new Markdown(), text, NO_HELP)).getString();
    }

    @Test
    void keepsItsDelimiters() {
        assertThat(new Markdown().latexDelimiters(new LatexDelimiter("$", "$", false)).properties().get("latex_delimiters"))
                .hasToString("[{\"left\":\"$\",\"right\":\"$\",\"display\":false}]");
        assertThat(new Markdown().latexDelimiters().properties().get("latex_delimiters")).hasToString("[]");
        assertThatThrownBy(() -> new LatexDelimiter("", "$", true)).isInstanceOf(IllegalArgumentException.class);
    }
}
