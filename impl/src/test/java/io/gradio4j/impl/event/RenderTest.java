package io.gradio4j.impl.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.gradio4j.Blocks;
import io.gradio4j.Column;
import io.gradio4j.Render;
import io.gradio4j.Row;
import io.gradio4j.impl.app.App;
import io.gradio4j.impl.fixtures.Apps;
import io.gradio4j.impl.fixtures.Field;
import io.gradio4j.impl.fixtures.Press;
import io.gradio4j.impl.session.Session;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RenderTest {

    private final Field text = new Field("Text");

    /** As many buttons and fields as the text has letters. */
    private Blocks page() {
        return Blocks.of(text, new Render<>(text, value -> new Column(IntStream.range(0, value.length()).boxed().flatMap(i -> {
            var press = new Press("Press " + i).key("b" + i);
            var field = new Field("Field " + i).key("t" + i);
            press.onClick().outputs(field).apiName("press" + i).run(() -> "pressed " + i);
            return java.util.stream.Stream.of(press, field);
        }).toList())));
    }

    private static JsonObject draw(Stage stage, String text) {
        var output = Stage.result(stage.run("apply", "[\"" + text + "\"]"));
        assertThat(Stage.data(output)).isEqualTo("[null]");
        return java.util.Objects.requireNonNull(output.part());
    }

    private static List<Integer> ids(JsonObject part, String list) {
        return part.getJsonArray(list).getValuesAs(JsonObject.class).stream().map(o -> o.getInt("id")).toList();
    }

    @Test
    void thePageIsToldOfTheContainerItsTreeAndItsListeners() {
        try (var stage = new Stage(page())) {
            var part = draw(stage, "a");

            assertThat(part.getJsonObject("layout")).hasToString(
                    "{\"id\":2,\"children\":[{\"id\":4,\"children\":[{\"id\":5},{\"id\":7,\"children\":[{\"id\":6}]}]}]}");
            assertThat(part.getInt("render_id")).isEqualTo(2);
            assertThat(ids(part, "components")).containsExactly(2, 4, 5, 6, 7);
            var container = part.getJsonArray("components").getJsonObject(0);
            assertThat(container.getInt("renderable")).isEqualTo(2);
            assertThat(container).doesNotContainKey("rendered_in");
            var field = part.getJsonArray("components").getJsonObject(3);
            assertThat(field.getInt("rendered_in")).isEqualTo(2);
            assertThat(field.isNull("key")).isFalse();
            assertThat(field.getJsonObject("props").getString("key")).isEqualTo("t0");
            var form = part.getJsonArray("components").getJsonObject(4).getJsonObject("props");
            assertThat(form.getJsonArray("key").getValuesAs(JsonString.class)).extracting(JsonString::getString).containsExactly("t0", "_parent");
            var listener = part.getJsonArray("dependencies").getJsonObject(0);
            assertThat(listener.getJsonArray("targets")).hasToString("[[5,\"click\"]]");
            assertThat(listener.getJsonArray("outputs")).hasToString("[6]");
            assertThat(listener.getInt("rendered_in")).isEqualTo(2);
            assertThat(listener.getInt("id")).isEqualTo(1);
            var whole = part.getJsonObject("page").getJsonObject("");
            assertThat(whole.getJsonObject("layout").getInt("id")).isZero();
            assertThat(whole.getJsonArray("components")).hasToString("[2,4,5,6,7]");
        }
    }

    @Test
    void theConfigHasAnUndocumentedListenerThatRenders() {
        var app = Apps.of(page());
        var entry = Apps.entry(app, "apply");

        assertThat(entry.getString("api_visibility")).isEqualTo("undocumented");
        assertThat(entry.getString("trigger_mode")).isEqualTo("always_last");
        assertThat(entry.getInt("render_id")).isEqualTo(2);
        assertThat(entry.getJsonArray("targets")).hasToString("[[0,\"load\"],[1,\"change\"]]");
        assertThat(entry.getJsonArray("outputs")).hasToString("[2]");
        assertThat(Apps.tree(app)).isEqualTo("form(field) column");
    }

    @Test
    void withinARowThePartIsARow() {
        assertThat(Apps.tree(Apps.of(Blocks.of(new Row(text, new Render<>(() -> new Press("a"))))))).isEqualTo("row(form(field) row)");
    }

    @Test
    void blocksWithAKeyKeepTheirNumbersAndListenersGetNewOnes() {
        try (var stage = new Stage(page())) {
            var one = draw(stage, "a");
            var two = draw(stage, "ab");

            assertThat(ids(two, "components")).startsWith(2).contains(5, 6, 7).doesNotContain(4).hasSize(8);
            assertThat(ids(two, "dependencies")).doesNotContainAnyElementsOf(ids(one, "dependencies"));
            assertThat(stage.session.parts().dependency(ids(one, "dependencies").getFirst())).isEmpty();
        }
    }

    @Test
    void blocksWithTheSameKeyAreToldApartByTheirOrder() {
        try (var stage = new Stage(Blocks.of(text, new Render<>(text, value -> new Column(value.chars()
                .mapToObj(c -> new Press("" + (char) c).key(c)).toList()).key("all"))))) {
            var hello = draw(stage, "ll");
            var again = draw(stage, "lol");

            assertThat(hello.getJsonObject("layout")).hasToString("{\"id\":2,\"children\":[{\"id\":4,\"children\":[{\"id\":5},{\"id\":6}]}]}");
            assertThat(again.getJsonObject("layout")).hasToString(
                    "{\"id\":2,\"children\":[{\"id\":4,\"children\":[{\"id\":5},{\"id\":7},{\"id\":6}]}]}");
        }
    }

    @Test
    void sessionsDoNotSeeEachOther() {
        try (var stage = new Stage(page())) {
            draw(stage, "abc");
            var other = new Session("other");

            assertThat(stage.session.parts().dependencies()).hasSize(3);
            assertThat(other.parts().dependencies()).isEmpty();
            assertThat(stage.app.dependencies()).hasSize(1);
        }
    }

    @Test
    void manyDrawingsLeaveNoMoreThanTheLast() {
        try (var stage = new Stage(page())) {
            for (var i = 0; i < 50; i++) {
                draw(stage, "ab");
            }

            assertThat(stage.session.parts().blocks()).hasSize(7);
            assertThat(stage.session.parts().dependencies()).hasSize(2);
        }
    }

    @Test
    void tooManyBlocksAreAFailure() {
        try (var stage = new Stage(Blocks.of(text, new Render<>(text, value -> new Column(IntStream.range(0, 10_001).mapToObj(i -> new Press("b"))
                .toList()))).showError(true))) {
            assertThat(Stage.failure(stage.run("apply", "[\"a\"]"))).contains("more than 10000 blocks");
            assertThat(stage.session.parts().blocks()).isEmpty();
        }
    }

    @Test
    void whatCannotBeDrawnAtRunTimeIsAnError() {
        try (var stage = new Stage(Blocks.of(text, new Render<>(text, value -> {
            var press = new Press("b");
            press.onClick().js("() => 1");
            return press;
        })).showError(true))) {
            assertThat(Stage.failure(stage.run("apply", "[\"a\"]"))).contains("no function in the browser");
        }
    }

    @Test
    void eventsOfAPartWaitInLanesOfTheirOwnAndAreCountedWithTheRender() {
        try (var stage = new Stage(page())) {
            draw(stage, "a");
            var first = stage.session.parts().dependencies().getFirst();
            draw(stage, "a");
            var second = stage.session.parts().dependencies().getFirst();

            assertThat(first.lane()).isNotEqualTo(second.lane());
            assertThat(first.countedAs()).isEqualTo("apply");
            assertThat(first.timedAs()).isEqualTo(second.timedAs());
        }
    }

    @Test
    void anAppWithoutRendersHasNothingToDrawWith() {
        App app = Apps.of(Blocks.of(text));

        assertThat(app.renders()).isEmpty();
    }
}
