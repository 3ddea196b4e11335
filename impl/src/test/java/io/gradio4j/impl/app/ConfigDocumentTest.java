package io.gradio4j.impl.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.gradio4j.BlockAccess;
import io.gradio4j.Blocks;
import io.gradio4j.Component;
import io.gradio4j.Conversion;
import io.gradio4j.Defaults;
import io.gradio4j.Row;
import io.gradio4j.Schema;
import io.gradio4j.State;
import io.gradio4j.Tab;
import io.gradio4j.Tabs;
import io.gradio4j.Theme;
import io.gradio4j.impl.fixtures.Apps;
import io.gradio4j.impl.fixtures.Field;
import io.gradio4j.impl.fixtures.Press;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import org.junit.jupiter.api.Test;

class ConfigDocumentTest {

    private static JsonObject config(Blocks page) {
        return Apps.of(page).config();
    }

    @Test
    void theKeysComeInGradiosOrder() {
        assertThat(config(Blocks.of()).keySet()).containsExactly("version", "api_prefix", "mode", "app_id", "dev_mode", "vibe_mode",
                "analytics_enabled", "components", "css", "connect_heartbeat", "js", "head", "title", "space_id", "enable_queue", "show_error",
                "footer_links", "run_history", "is_colab", "max_file_size", "stylesheets", "theme", "protocol", "body_css", "fill_height",
                "fill_width", "theme_hash", "pwa", "pages", "page", "mcp_server", "i18n_translations", "dependencies", "layout");
    }

    @Test
    void aPageThatSaysNothingHasTheDefaults() {
        var config = config(Blocks.of());

        assertThat(config.getString("version")).isEqualTo("6.25.0");
        assertThat(config.getString("api_prefix")).isEqualTo("/gradio_api");
        assertThat(config.getString("mode")).isEqualTo("blocks");
        assertThat(config.getString("title")).isEqualTo("Gradio");
        assertThat(config.getString("protocol")).isEqualTo("sse_v3");
        assertThat(config.getString("theme")).isEqualTo("default");
        assertThat(config.get("enable_queue")).isEqualTo(JsonValue.TRUE);
        assertThat(config.keySet().stream().filter(k -> config.get(k) == JsonValue.NULL)).containsExactly("css", "js", "head", "space_id",
                "max_file_size", "i18n_translations");
        assertThat(config.keySet().stream().filter(k -> config.get(k) == JsonValue.FALSE)).containsExactly("dev_mode", "vibe_mode",
                "analytics_enabled", "connect_heartbeat", "show_error", "is_colab", "fill_height", "fill_width", "pwa",
                "mcp_server");
        assertThat(config.get("layout")).hasToString("{\"id\":0,\"children\":[]}");
        assertThat(config.get("pages")).hasToString("[[\"\",\"Home\",true]]");
        assertThat(config.getJsonNumber("app_id").longValueExact()).isPositive();
        assertThat(config.getString("theme_hash")).matches("[0-9a-f]{64}");
        assertThat(config.getJsonObject("body_css").keySet()).containsExactlyInAnyOrder("body_background_fill", "body_text_color",
                "body_background_fill_dark", "body_text_color_dark");
    }

    @Test
    void whatThePageSaysIsWritten() {
        var config = config(Blocks.of().title("Sales").css("a {}").js("() => 1").head("<meta>").fillHeight(true).fillWidth(true)
                .mode("interface").showError(true).theme(Theme.named("mine")));

        assertThat(config.getString("title")).isEqualTo("Sales");
        assertThat(config.getString("css")).isEqualTo("a {}");
        assertThat(config.getString("js")).isEqualTo("() => 1");
        assertThat(config.getString("head")).isEqualTo("<meta>");
        assertThat(config.getBoolean("fill_height")).isTrue();
        assertThat(config.getBoolean("fill_width")).isTrue();
        assertThat(config.getString("mode")).isEqualTo("interface");
        assertThat(config.getBoolean("show_error")).isTrue();
        assertThat(config.getString("theme")).isEqualTo("mine");
    }

    @Test
    void whatAComponentSaysByItselfIsNamedUnlessTheAuthorWroteIt() {
        var config = config(Blocks.of(new Send(), new Send().value("Send"), BlockAccess.ownTexts(new Press("Submit"), "value", "common.submit")));

        assertThat(config.getJsonArray("components").getValuesAs(JsonObject.class)).extracting(c -> c.getJsonObject("props").get("own_texts"))
                .hasToString("[{\"value\":[\"common.send\"]}, null, {\"value\":[\"common.submit\"]}]");
    }

    @Test
    void eachStartHasAnIdOfItsOwn() {
        assertThat(config(Blocks.of()).get("app_id")).isNotEqualTo(config(Blocks.of()).get("app_id"));
    }

    @Test
    void theOnlyPageHasEverything() {
        var go = new Press("Go");
        go.onClick().run(() -> { });

        assertThat(config(Blocks.of(new Row(go))).get("page"))
                .hasToString("{\"\":{\"layout\":{\"id\":0,\"children\":[{\"id\":1,\"children\":[{\"id\":2}]}]},\"components\":[1,2],"
                        + "\"dependencies\":[0]}}");
    }

    @Test
    void aLayoutSaysThatNothingIsInItAndAComponentDoesNot() {
        assertThat(config(Blocks.of(new Row(), new Press("Go"))).get("layout")).hasToString("{\"id\":0,\"children\":[{\"id\":1,\"children\":[]},{\"id\":2}]}");
    }

    @Test
    void aComponentHasItsDefaultsInOrderAndWhatWasSet() {
        var config = config(Blocks.of(new Field("Name").value("hi").lines(2).container(false)));

        var component = config.getJsonArray("components").getJsonObject(0);
        assertThat(component.keySet()).containsExactly("id", "type", "props", "skip_api", "component_class_id", "key", "api_info",
                "api_info_as_input", "api_info_as_output", "example_inputs");
        assertThat(component.get("props")).hasToString("{\"value\":\"hi\",\"label\":\"Name\",\"show_label\":false,\"container\":false,"
                + "\"min_width\":160,\"visible\":true,\"elem_classes\":[],\"preserved_by_key\":[\"value\"],\"lines\":2,\"name\":\"field\","
                + "\"_selectable\":false}");
        assertThat(component.get("api_info")).hasToString("{\"type\":\"string\"}");
        assertThat(component.get("example_inputs")).hasToString("\"Hello!!\"");
        assertThat(component.getString("component_class_id")).matches("[0-9a-f]{64}");
    }

    @Test
    void layoutsAndButtonsAreNotPartOfTheApi() {
        var config = config(Blocks.of(new Row(new Press("Go"))));

        assertThat(config.getJsonArray("components").getValuesAs(JsonObject.class)).allSatisfy(c -> {
            assertThat(c.getBoolean("skip_api")).isTrue();
            assertThat(c).doesNotContainKey("api_info");
        });
    }

    @Test
    void theValueOfStateIsNeverWritten() {
        var config = config(Blocks.of(State.of("secret")));

        assertThat(config.toString()).doesNotContain("secret");
        assertThat(config.getBoolean("connect_heartbeat")).isTrue();
    }

    @Test
    void equalKeysAreEqualNumbers() {
        var components = config(Blocks.of(new Field("A").key("a"), new Field("B").key("a"), new Field("C").key("c"), new Field("D"))).getJsonArray("components");
        var keys = components.getValuesAs(JsonObject.class).stream().limit(4).map(c -> c.get("key")).toList();

        assertThat(keys.get(0)).isInstanceOf(JsonNumber.class).isEqualTo(keys.get(1)).isNotEqualTo(keys.get(2));
        assertThat(keys.get(3)).isEqualTo(JsonValue.NULL);
    }

    @Test
    void aComponentWithASelectListenerIsSelectable() {
        var field = new Field("Name");
        var other = new Field("Other");
        field.onSelect().run(() -> { });
        var components = config(Blocks.of(field, other)).getJsonArray("components");

        assertThat(components.getJsonObject(0).getJsonObject("props").getBoolean("_selectable")).isTrue();
        assertThat(components.getJsonObject(1).getJsonObject("props").getBoolean("_selectable")).isFalse();
    }

    @Test
    void aTabSaysThatItIsSelectableOnlyIfItIs() {
        var one = new Tab("One");
        one.onSelect().run(() -> { });
        var components = config(Blocks.of(new Tabs(one, new Tab("Two")))).getJsonArray("components");

        assertThat(components.getJsonObject(1).getJsonObject("props").getBoolean("_selectable")).isTrue();
        assertThat(components.getJsonObject(2).getJsonObject("props")).doesNotContainKey("_selectable");
    }

    @Test
    void thePageHasWhatItsShellNeedsToo() {
        var page = Apps.of(Blocks.of(new Field("Name"))).page();

        assertThat(page.getString("current_page")).isEmpty();
        assertThat(page.getString("deep_link_state")).isEqualTo("none");
        assertThat(page.getJsonObject("gradio4j").keySet()).containsExactly("version", "modules", "preload", "js", "websocket");
        assertThat(page.getJsonObject("gradio4j").get("js")).isEqualTo(JsonValue.NULL);
    }

    @Test
    void aComponentWithoutAContainerHasNoLabelUnlessItSays() {
        assertThat(Apps.properties(Apps.of(Blocks.of(new Field("a").container(false))), "field").getBoolean("show_label")).isFalse();
        assertThat(Apps.properties(Apps.of(Blocks.of(new Field("a").container(false).showLabel(true))), "field").getBoolean("show_label")).isTrue();
        assertThat(Apps.properties(Apps.of(Blocks.of(new Field("a").container(true))), "field").getBoolean("show_label")).isTrue();
    }

    /** It says "Send" in its reader's language. */
    private static final class Send extends Component<String, Send> {

        Send() {
            super("send");
        }

        @Override
        protected Defaults defaults() {
            return Defaults.of("value", "Send").saying("value", "common.send");
        }

        @Override
        protected String preprocess(JsonValue payload, Conversion conversion) {
            return payload.toString();
        }

        @Override
        protected JsonValue postprocess(String value, Conversion conversion) {
            return conversion.toJson(value);
        }

        @Override
        public Schema schema() {
            return Schema.string();
        }
    }
}
