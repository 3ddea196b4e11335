package io.gradio4j.impl.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import io.gradio4j.Blocks;
import io.gradio4j.Column;
import io.gradio4j.Render;
import io.gradio4j.Request;
import io.gradio4j.Row;
import io.gradio4j.impl.app.App;
import io.gradio4j.impl.app.Dependency;
import io.gradio4j.impl.auth.Caller;
import io.gradio4j.impl.fixtures.Apps;
import io.gradio4j.impl.fixtures.Field;
import io.gradio4j.impl.fixtures.Press;
import io.gradio4j.impl.fixtures.Tape;
import io.gradio4j.impl.json.Jsons;
import io.gradio4j.impl.session.Session;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
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
    void whatIsDrawnHasNoCache() {
        try (var stage = new Stage(Blocks.of(text, new Render<>(text, value -> {
            var press = new Press("b");
            press.onClick().inputs(text).outputs(text).cached().run(t -> t);
            return press;
        })).showError(true))) {
            assertThat(Stage.failure(stage.run("apply", "[\"a\"]"))).contains("The listener 'b' was made by a Render", "no cache");
        }
    }

    /** A drawn listener of one button, with what it needs. */
    private static Dependency drawn(Stage stage, String letters) {
        draw(stage, letters);
        return stage.session.parts().dependencies().getFirst();
    }

    private String join(Stage stage, Dependency dependency, String data) {
        return join(stage, dependency, Stage.input(data));
    }

    private String join(Stage stage, Dependency dependency, Input input) {
        var id = EventQueue.newId();
        stage.queue.join(stage.session, dependency, input, EventQueue.Ticket.whole(id));
        return id;
    }

    @Test
    void rolesOfWhatIsDrawnAreAskedForIfTheyAreNamedBefore() {
        try (var stage = new Stage(Blocks.of(text, new Render<>(text, role -> {
            var press = new Press("b");
            press.onClick().outputs(text).rolesAllowed(role).run(() -> "for " + role);
            return press;
        }).roles("admin")).showError(true))) {
            assertThat(Stage.failure(stage.run("apply", "[\"guest\"]"))).contains("needs the role 'guest': name it in Render.roles");
            var forAdmins = drawn(stage, "admin");

            assertThatExceptionOfType(RefusedException.class).isThrownBy(() -> join(stage, forAdmins, "[]")).withMessageContaining("'admin'");
            var admin = new Input(JsonValue.EMPTY_JSON_ARRAY, JsonValue.NULL, OptionalInt.empty(), Request.NONE,
                    new Caller("ada", Set.of("admin"), Optional.empty(), Optional.empty()), "");
            assertThat(Stage.data(Stage.result(stage.until(join(stage, forAdmins, admin))))).isEqualTo("[\"for admin\"]");
        }
    }

    @Test
    void rulesOfWhatIsDrawnHold() {
        try (var stage = new Stage(Blocks.of(text, new Render<>(text, letters -> {
            var press = new Press("b");
            press.onClick().inputs(text).outputs(text).validate(text, t -> t.startsWith(letters), "Begin with " + letters).run(t -> t + "!");
            return press;
        })))) {
            var strict = drawn(stage, "a");

            assertThatExceptionOfType(RefusedException.class).isThrownBy(() -> join(stage, strict, "[\"b\"]")).withMessage("Begin with a")
                    .satisfies(e -> assertThat(e.status()).isEqualTo(422));
            assertThat(Stage.data(Stage.result(stage.until(join(stage, strict, "[\"ab\"]"))))).isEqualTo("[\"ab!\"]");
        }
    }

    @Test
    void drawnListenersTakeBatches() {
        var gate = new Gate();
        var sizes = Collections.synchronizedList(new ArrayList<Integer>());
        try (var stage = new Stage(Blocks.of(text, new Render<>(text, letters -> {
            var press = new Press("b");
            press.onClick().inputs(text).outputs(text).batch(5, all -> {
                sizes.add(all.size());
                gate.enter();
                return all.stream().map(t -> t + letters).toList();
            });
            return press;
        })))) {
            var batch = drawn(stage, "x");
            var first = join(stage, batch, "[\"1\"]");
            await().until(() -> gate.inside() == 1);
            var others = List.of(join(stage, batch, "[\"2\"]"), join(stage, batch, "[\"3\"]"));
            gate.letGo(2);

            assertThat(Stage.data(Stage.result(stage.until(first)))).isEqualTo("[\"1x\"]");
            assertThat(others).extracting(id -> Stage.data(Stage.result(stage.until(id)))).containsExactly("[\"2x\"]", "[\"3x\"]");
            assertThat(sizes).containsExactly(1, 2);
        }
    }

    @Test
    void aStreamThatIsDrawnAnewGoesOnToItsEnd() {
        try (var stage = new Stage(Blocks.of(text, new Render<>(text, letters -> {
            var tape = new Tape();
            tape.onStream().inputs(tape).outputs(text).run(n -> n + letters);
            return tape;
        })))) {
            var id = join(stage, drawn(stage, "x"), "[1]");
            draw(stage, "y");

            assertThat(stage.queue.piece(id, Jsons.read("[2]").asJsonArray(), JsonValue.NULL)).isTrue();
            assertThat(stage.queue.endStream(id)).isTrue();

            assertThat(Stage.data(Stage.result(stage.until(id)))).isEqualTo("[\"2x\"]");
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
