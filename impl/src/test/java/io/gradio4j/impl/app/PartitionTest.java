package io.gradio4j.impl.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gradio4j.Blocks;
import io.gradio4j.Row;
import io.gradio4j.State;
import io.gradio4j.impl.fixtures.Apps;
import io.gradio4j.impl.fixtures.Field;
import io.gradio4j.impl.fixtures.Press;
import io.gradio4j.impl.json.JsonText;
import jakarta.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PartitionTest {

    private final Field one = new Field("One");
    private final Field two = new Field("Two");
    private final Press first = new Press("First");
    private final Press second = new Press("Second");
    private final State<Integer> count = State.of(() -> 0);
    private App app = Apps.of(Blocks.of());

    @BeforeEach
    void assemble() {
        first.onClick().outputs(one).apiName("first").run(() -> "1").then().outputs(one).apiName("after").run(() -> "2");
        second.onClick().inputs(count).outputs(two, count).apiName("second").run(c -> io.gradio4j.Updates.of(two, "x").and(count, c + 1));
        var inner = Blocks.of(new Row(two, second));
        inner.onLoad().outputs(two).apiName("inner_load").run(() -> "loaded");
        var page = Blocks.of(one, first).route("Second page", inner).hiddenRoute("Hidden", "/hidden", new Field("Three").value(() -> "3"));
        page.onLoad().outputs(one).apiName("load").run(() -> "0");
        app = Apps.of(page);
    }

    private static List<Integer> ids(JsonObject config, String what) {
        return config.getJsonArray(what).getValuesAs(JsonObject.class).stream().map(c -> c.getInt("id")).toList();
    }

    private List<String> endpoints(String path) {
        return config(path).getJsonArray("dependencies").getValuesAs(JsonObject.class).stream().map(d -> d.getString("api_name")).toList();
    }

    private List<String> types(String path) {
        return config(path).getJsonArray("components").getValuesAs(JsonObject.class).stream().map(c -> c.getString("type")).toList();
    }

    private JsonObject config(String path) {
        return app.pages().get(path).config();
    }

    @Test
    void theConfigListsAllPages() {
        assertThat(JsonText.of(app.config().get("pages")))
                .isEqualTo("[[\"\",\"Home\",true],[\"second-page\",\"Second page\",true],[\"hidden\",\"Hidden\",false]]");
        assertThat(app.pages().keySet()).containsExactly("", "second-page", "hidden");
    }

    @Test
    void eachPageHasItsOwnBlocks() {
        assertThat(types("")).containsExactly("field", "press", "form");
        assertThat(types("second-page")).containsExactly("row", "field", "press", "form", "state");
        assertThat(types("hidden")).containsExactly("field", "form");
        assertThat(Apps.ids(app)).hasSize(10).containsAll(ids(config("second-page"), "components"));
    }

    @Test
    void eachPageHasItsOwnListeners() {
        assertThat(endpoints("")).containsExactly("first", "after", "load");
        assertThat(endpoints("second-page")).containsExactly("second", "inner_load");
        assertThat(endpoints("hidden")).hasSize(1);
        assertThat(app.pages().get("second-page").listeners()).isEqualTo(java.util.Set.copyOf(ids(config("second-page"), "dependencies")));
    }

    @Test
    void eachPageHasItsOwnTree() {
        var whole = app.config().getJsonObject("layout").getJsonArray("children").size();
        var main = config("").getJsonObject("layout");
        var other = config("second-page").getJsonObject("layout");
        assertThat(main.getInt("id")).isEqualTo(other.getInt("id")).isEqualTo(app.rootId());
        assertThat(other.getJsonArray("children")).hasSize(1);
        assertThat(whole).as("the state stands on the main page").isEqualTo(main.getJsonArray("children").size() + 2);
    }

    @Test
    void theConfigSaysWhatBelongsToWhichPage() {
        var pages = app.config().getJsonObject("page");
        for (var path : app.pages().keySet()) {
            var page = pages.getJsonObject(path);
            assertThat(page.get("layout")).isEqualTo(config(path).get("layout"));
            assertThat(page.getJsonArray("components")).hasSameSizeAs(config(path).getJsonArray("components"));
            assertThat(page.getJsonArray("dependencies")).hasSameSizeAs(config(path).getJsonArray("dependencies"));
            assertThat(config(path).getString("current_page")).isEqualTo(path);
        }
    }

    @Test
    void aPageOfItsOwnIsTheWhole() {
        var single = Apps.of(Blocks.of(new Field("Alone")));
        assertThat(single.page().get("components")).isEqualTo(single.config().get("components"));
        assertThat(single.page().get("layout")).isEqualTo(single.config().get("layout"));
    }

    @Test
    void aListenerCannotLinkTwoPages() {
        var here = new Field("Here");
        var there = new Field("There");
        var go = new Press("Go");
        go.onClick().inputs(here).outputs(there).apiName("link").run(h -> h);
        assertThatThrownBy(() -> Apps.of(Blocks.of(here, go).route("Other", there))).isInstanceOf(IllegalStateException.class)
                .hasMessage("The listener 'link' of the page / uses Field \"There\", which stands on the page /other; a listener and all it uses must "
                        + "stand on one page");
    }

    @Test
    void routesBelongToTheOutermostPage() {
        assertThatThrownBy(() -> Apps.of(Blocks.of(Blocks.of().route("Inner")))).isInstanceOf(IllegalStateException.class).hasMessageContaining("/inner");
    }
}
