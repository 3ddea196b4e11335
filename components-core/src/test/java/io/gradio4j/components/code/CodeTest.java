package io.gradio4j.components.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gradio4j.BlockAccess;
import io.gradio4j.components.ComponentContract;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CodeTest extends ComponentContract {

    @Override
    protected Code fresh() {
        return new Code();
    }

    @Override
    protected String config() {
        return """
                value: null, language: null, lines: 5, max_lines: null, label: null, interactive: null, show_label: true, container: true,
                scale: null, min_width: 160, visible: true, elem_id: null, elem_classes: [], key: null, preserved_by_key: ["value"],
                wrap_lines: false, show_line_numbers: true, autocomplete: false, buttons: ["copy", "download"]
                """;
    }

    @Override
    protected List<String> events() {
        return List.of("change", "input", "focus", "blur");
    }

    @Override
    protected Map.Entry<String, String> schemaAndExample() {
        return Map.entry("{\"type\":\"string\"}", "\"print('Hello World')\"");
    }

    @Override
    protected Map<String, Object> roundTrips() {
        return Map.of("\"\"", "", "\"a\\n  b\"", "a\n  b");
    }

    @Override
    protected List<String> refused() {
        return List.of("3", "true", "[\"a\"]", "{}");
    }

    @Test
    void codeFromAPageIsKeptAsItIsAndFromAHandlerStripped() {
        assertThat(BlockAccess.preprocess(fresh(), parse("\"\\n a \\n\""), NO_HELP)).isEqualTo("\n a \n");
        assertThat(BlockAccess.preprocess(fresh(), JsonValue.NULL, NO_HELP)).isEqualTo("");
        assertThat(BlockAccess.postprocess(fresh(), "\n a \n", NO_HELP)).hasToString("\"a\"");
    }

    @Test
    void languagesHaveTheNamesThatClientsKnow() {
        assertThat(Stream.of(Language.values()).map(l -> fresh().language(l).properties().get("language"))).containsExactly("python", "c", "cpp",
                "markdown", "latex", "json", "html", "css", "java", "javascript", "jinja2", "typescript", "yaml", "dockerfile", "shell", "r", "sql",
                "sql-msSQL", "sql-mySQL", "sql-mariaDB", "sql-sqlite", "sql-cassandra", "sql-plSQL", "sql-hive", "sql-pgSQL", "sql-gql",
                "sql-gpSQL", "sql-sparkSQL", "sql-esper");
    }

    @Test
    void refusesNoLines() {
        assertThatThrownBy(() -> new Code("C").lines(0)).isInstanceOf(IllegalArgumentException.class).hasMessage("Code \"C\": lines must be 1 or more, not 0");
        assertThatThrownBy(() -> fresh().maxLines(-1)).isInstanceOf(IllegalArgumentException.class).hasMessage("Code: maxLines must be 1 or more, not -1");
    }
}
