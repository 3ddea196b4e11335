package io.gradio4j.components.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gradio4j.BlockAccess;
import io.gradio4j.Request;
import io.gradio4j.ServerFunction;
import io.gradio4j.Update;
import io.gradio4j.components.ComponentContract;
import io.gradio4j.components.textbox.Textbox;
import jakarta.json.JsonValue;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.StreamHandler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HTMLTest extends ComponentContract {

    private static final class Stars extends HtmlComponent<Integer, Stars> {
        Stars(String label) {
            super(Integer.class);
            label(label);
        }
    }

    @Override
    protected HTML fresh() {
        return new HTML();
    }

    @Override
    protected String config() {
        return """
                _retryable: false, _undoable: false, likeable: false, streamable: false, value: null, label: null, html_template: "${value}",
                css_template: "", js_on_load: "element.addEventListener('click', function() { trigger('click') });", apply_default_css: true,
                show_label: false, scale: null, min_width: null, visible: true, elem_id: null, elem_classes: [], key: null,
                preserved_by_key: ["value"], min_height: null, max_height: null, container: false, padding: false, autoscroll: false,
                buttons: [], head: null, props: {}, component_class_name: "HTML"
                """.replace("\n", " ").replaceAll(" +", " ");
    }

    @Override
    protected List<String> unsettable() {
        return List.of("_retryable", "_undoable", "likeable", "streamable", "component_class_name");
    }

    @Override
    protected List<String> events() {
        return List.of("change", "input", "click", "double_click", "submit", "stop", "edit", "clear", "play", "pause", "end",
                "start_recording", "pause_recording", "stop_recording", "focus", "blur", "upload", "release", "select", "stream", "like",
                "example_select", "option_select", "load", "key_up", "apply", "delete", "tick", "undo", "retry", "expand", "collapse",
                "download", "copy");
    }

    @Override
    protected Map.Entry<String, String> schemaAndExample() {
        return Map.entry("{\"type\":\"string\"}", "\"<p>Hello</p>\"");
    }

    @Override
    protected Map<String, Object> roundTrips() {
        return Map.of("\"\"", "", "\"<b>bold</b>\"", "<b>bold</b>");
    }

    @Override
    protected List<String> refused() {
        return List.of();
    }

    @Test
    void anyOtherJsonIsText() {
        assertThat(BlockAccess.preprocess(fresh(), parse("[1, 2]"), NO_HELP)).isEqualTo("[1,2]");
        assertThat(BlockAccess.preprocess(fresh(), JsonValue.NULL, NO_HELP)).isNull();
    }

    @Test
    void aClassOfOnesOwnHasItsNameInTheConfig() {
        var stars = new Stars("Food");
        assertThat(stars.type()).isEqualTo("html");
        assertThat(BlockAccess.name(stars)).isEqualTo("stars");
        assertThat(BlockAccess.defaults(stars).get("component_class_name")).isEqualTo("Stars");
        assertThat(BlockAccess.name(HTML.of(Integer.class))).isEqualTo("html");
    }

    @Test
    void aPlainValueNeedsNoScript() {
        assertThat(BlockAccess.scripts(fresh())).isEmpty();
        assertThat(BlockAccess.scripts(new HTML().htmlTemplate("<b>{{value}}</b>").cssTemplate("b { color: red }"))).isEmpty();
    }

    @Test
    void templatesWithExpressionsAreFunctionsOfTheValueAndTheProperties() {
        var scripts = BlockAccess.scripts(new HTML().prop("size", 3).htmlTemplate("<b>${value}</b>").cssTemplate("b { width: ${size}px }")
                .jsOnLoad("trigger('ready')"));
        assertThat(scripts).containsOnlyKeys("html", "css", "load")
                .containsEntry("html", "export default ({ value, label, visible, size }, $fill) => $fill`<b>${value}</b>`;\n")
                .containsEntry("load", "export default async (element, trigger, props, server, upload, watch) => {\ntrigger('ready')\n};\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"value", "elem_id", "a b", "", "x}, y", "1st"})
    void aPropertyOfOnesOwnNeedsANameThatIsFree(String name) {
        assertThatThrownBy(() -> fresh().prop(name, 1)).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("HTML: a property of its own can't have the name \"" + name + "\"");
    }

    @Test
    void anUpdateNamesThePropertiesThatChange() {
        var update = (Update.OfProperties) new HTML("x").prop("size", 3).as(fresh());
        assertThat(update.properties()).isEqualTo(Map.of("value", "x", "size", 3));
    }

    @Test
    void anEventOfOnesOwnMustBeFired() {
        var html = new HTML().jsOnLoad("trigger('keypress', {key: 'a'})");
        assertThat(html.onEvent("keypress").definition().targets().getFirst().event()).isEqualTo("keypress");
        assertThatThrownBy(() -> html.onEvent("keydown")).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("HTML: nothing fires the event \"keydown\"; set jsOnLoad(…) with trigger('keydown') before");
    }

    @Test
    void aScriptInHtmlIsWarnedOfOnce() {
        var said = new ArrayList<String>();
        var log = Logger.getLogger(HtmlComponent.class.getName());
        var listens = new StreamHandler() {
            @Override
            public void publish(LogRecord record) {
                said.add(MessageFormat.format(record.getMessage(), record.getParameters()));
            }
        };
        log.addHandler(listens);
        try {
            var html = fresh();
            BlockAccess.postprocess(html, "<p>scripts</p>", NO_HELP);
            assertThat(said).isEmpty();
            assertThat(BlockAccess.postprocess(html, "<p>a</p><SCRIPT>run()</SCRIPT>", NO_HELP)).hasToString("\"<p>a</p><SCRIPT>run()</SCRIPT>\"");
            BlockAccess.postprocess(html, "<script src=a.js></script>", NO_HELP);
            assertThat(said).containsExactly("HTML: a <script> in its HTML is taken out and never runs; use jsOnLoad(…) for it, or head(…) for a library");
            fresh().htmlTemplate("<script>${value}</script>");
            assertThat(said).hasSize(2);
        } finally {
            log.removeHandler(listens);
        }
    }

    @Test
    void blocksMayStandInside() {
        var field = new Textbox("Name");
        assertThat(BlockAccess.inner(new HTML().children(field))).hasValue(List.of(field));
    }

    @Test
    void onlyDeclaredFunctionsCanBeCalled() throws Exception {
        var functions = BlockAccess.serverFunctions(new HTML().serverFunction("now", () -> 12));
        assertThat(functions).containsOnlyKeys("now");
        assertThat(functions.get("now").apply(new ServerFunction.Call(JsonValue.EMPTY_JSON_ARRAY, NO_HELP, Request.NONE))).isEqualTo(12);
        assertThatThrownBy(() -> fresh().serverFunction("a-b", () -> 1)).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("HTML: a server function can't have the name \"a-b\"");
    }
}
