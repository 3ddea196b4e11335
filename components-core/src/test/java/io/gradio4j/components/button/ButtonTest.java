package io.gradio4j.components.button;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gradio4j.BlockAccess;
import io.gradio4j.FileData;
import io.gradio4j.components.ComponentContract;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ButtonTest extends ComponentContract {

    @Override
    protected Button fresh() {
        return new Button();
    }

    @Override
    protected String config() {
        return """
                value: "Run", variant: "secondary", size: "lg", icon: null, link: null, link_target: "_self", visible: true,
                interactive: true, elem_id: null, elem_classes: [], key: null, preserved_by_key: ["value"], scale: null,
                min_width: null
                """;
    }

    @Override
    protected List<String> events() {
        return List.of("change", "click");
    }

    @Override
    protected Map.Entry<String, String> schemaAndExample() {
        return Map.entry("{\"type\":\"string\"}", "\"Run\"");
    }

    @Override
    protected Map<String, Object> roundTrips() {
        return Map.of("\"Go\"", "Go");
    }

    @Override
    protected List<String> refused() {
        return List.of("{}", "3");
    }

    @Test
    void isNoParameterOfAnEndpoint() {
        assertThat(BlockAccess.skipApi(fresh())).isTrue();
    }

    @Test
    void keepsALinkAndItsTarget() {
        assertThat(new Button("Docs").link("/docs").linkTarget(LinkTarget.BLANK).properties())
                .containsExactly(Map.entry("value", "Docs"), Map.entry("link", "/docs"), Map.entry("link_target", "_blank"));
    }

    @Test
    void refusesALinkThatRuns() {
        assertThatThrownBy(() -> new Button("Docs").link("javascript:alert(1)")).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Button \"Docs\": a link has http, https or mailto, not javascript:alert(1)");
    }

    @Test
    void hasItsIconAsAFile() {
        assertThat(new Button().icon(Path.of("a.png")).properties()).containsEntry("icon", Path.of("a.png"));
        assertThat(((FileData) new Button().icon(URI.create("https://example.org/a.png")).properties().get("icon")).json()).hasToString(
                "{\"path\":\"https://example.org/a.png\",\"url\":\"https://example.org/a.png\",\"size\":null,\"orig_name\":null,"
                        + "\"mime_type\":null,\"is_stream\":false,\"meta\":{\"_type\":\"gradio.FileData\"}}");
    }
}
