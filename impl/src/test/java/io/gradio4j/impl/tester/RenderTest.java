package io.gradio4j.impl.tester;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

import io.gradio4j.AppTester;
import io.gradio4j.Block;
import io.gradio4j.Blocks;
import io.gradio4j.Column;
import io.gradio4j.Gradio;
import io.gradio4j.Render;
import io.gradio4j.Row;
import io.gradio4j.State;
import io.gradio4j.Updates;
import io.gradio4j.impl.fixtures.Field;
import io.gradio4j.impl.fixtures.Press;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RenderTest {

    private final Field text = new Field("Text").value("");
    private final Field out = new Field("Out");
    private final Press go = new Press("Go");
    private final List<String> seen = Collections.synchronizedList(new ArrayList<>());

    private AppTester open(Block... blocks) {
        return AppTester.of(Blocks.of(Stream.concat(Stream.of(text, out, go), Stream.of(blocks)).toArray(Block[]::new)));
    }

    @Test
    void aPartIsDrawnWhenThePageLoadsAndWheneverAnInputChanges() {
        try (var app = open(new Render<>(text, value -> new Field("Letters").value(value.length() + " letters")))) {
            assertThat(app.value("Letters")).isEqualTo("0 letters");

            app.set("Text", "Ada");

            assertThat(app.value("Letters")).isEqualTo("3 letters");
        }
    }

    @Test
    void whatIsDrawnCanBeSeenAsItsPageHasIt() {
        try (var app = open(new Render<>(text, value -> {
            var drawn = new Field("Drawn").lines(1);
            var grow = new Press("Grow");
            grow.onClick().inputs(Gradio.current(drawn)).outputs(List.of(drawn, out)).run(now -> Updates.of(new Field().lines(3).as(drawn))
                    .and(out, "had " + now.property("lines").orElse(0)));
            return new Column(drawn, grow);
        }))) {
            assertThat(app.click("Grow").value("Out")).isEqualTo("had 1");
            assertThat(app.click("Grow").value("Out")).isEqualTo("had 3");
        }
    }

    @Test
    void triggersReplaceLoadAndChanges() {
        try (var app = open(new Render<>(text, value -> new Field("Letters").value(value)).triggers(text.onSubmit()))) {
            app.set("Text", "Ada");
            assertThatIllegalArgumentException().isThrownBy(() -> app.value("Letters"));

            app.submit("Text");

            assertThat(app.value("Letters")).isEqualTo("Ada");
        }
    }

    @Test
    void whatIsDrawnHasListenersWithBlocksFromInsideAndOutside() {
        var greeting = new Render<>(text, value -> {
            var inner = new Field("Inner").value(value);
            var press = new Press("Greet");
            press.onClick().inputs(inner, text).outputs(inner, out).run((i, t) -> Updates.of(inner, i + "!").and(out, "Hello " + t));
            return new Column(inner, press);
        });
        try (var app = open(greeting)) {
            app.set("Text", "Ada").click("Greet");

            assertThat(app.value("Inner")).isEqualTo("Ada!");
            assertThat(app.value("Out")).isEqualTo("Hello Ada");
        }
    }

    @Test
    void listenersForBlocksOutsideGoWithThePart() {
        var listening = new Render<>(text, value -> {
            go.onClick().run(() -> {
                seen.add("pressed with " + value);
            });
            return Blocks.of();
        });
        try (var app = open(listening)) {
            app.click("Go");
            app.set("Text", "Ada").click("Go");

            assertThat(seen).containsExactly("pressed with ", "pressed with Ada");
        }
    }

    @Test
    void followersOfListenersOutsideGoWithThePart() {
        var pressed = go.onClick().run(() -> {
            seen.add("pressed");
        });
        var following = new Render<>(text, value -> {
            pressed.then().run(() -> {
                seen.add("then " + value);
            });
            return Blocks.of();
        });
        try (var app = open(following)) {
            app.set("Text", "Ada").click("Go");

            assertThat(seen).containsExactly("pressed", "then Ada");
            assertThat(pressed.definition().followers()).isEmpty();
        }
    }

    @Test
    void aFieldWithAKeyKeepsItsValueAndOneWithoutDoesNot() {
        try (var app = open(new Render<>(text, value -> new Column(new Field("Kept").key("k").value("first"), new Field("New").value("first"))))) {
            app.set("Kept", "edited").set("New", "edited");

            app.set("Text", "again");

            assertThat(app.value("Kept")).isEqualTo("edited");
            assertThat(app.value("New")).isEqualTo("first");
        }
    }

    @Test
    void aKeyKeepsJustThePropertiesThatItPreserves() {
        var count = new AtomicInteger();
        var part = new Render<>(text, value -> {
            var field = new Field("Field " + count.incrementAndGet()).elemId("it").lines(1).key("k").preservedByKey("lines");
            go.onClick().outputs(List.of(field)).run(() -> Updates.of(new Field().lines(7).as(field)));
            return field.value("drawn " + count);
        });
        try (var app = open(part)) {
            app.click("Go").set("it", "edited");

            app.set("Text", "again");

            assertThat(app.property("it", "lines")).hasToString("7");
            assertThat(app.value("it")).isEqualTo("drawn 2");
            assertThat(app.property("it", "label")).hasToString("\"Field 2\"");
        }
    }

    @Test
    void aStateWithAKeyKeepsItsValueAndOthersAreDeleted() {
        var part = new Render<>(text, value -> {
            var kept = State.of(0).key("kept").onDelete(v -> seen.add("kept " + v));
            var gone = State.of(0).onDelete(v -> seen.add("gone " + v));
            var add = new Press("Add");
            add.onClick().inputs(kept, gone).outputs(kept, gone, out)
                    .run((k, g) -> Updates.of(kept, k + 1).and(gone, g + 1).and(out, (k + 1) + " " + (g + 1)));
            return new Column(kept, gone, add);
        });
        try (var app = open(part)) {
            app.click("Add").click("Add");

            app.set("Text", "again").click("Add");

            assertThat(app.value("Out")).isEqualTo("3 1");
            await().untilAsserted(() -> assertThat(seen).containsExactly("gone 2"));
        }
    }

    @Test
    void changesOfAStateThatWasDrawnFireItsListeners() {
        var part = new Render<>(text, value -> {
            var state = State.of("a");
            var press = new Press("Change");
            press.onClick().outputs(state).run(() -> "b");
            state.onChange().inputs(state).outputs(out).run(s -> "now " + s);
            return new Row(press, state);
        });
        try (var app = open(part)) {
            app.click("Change");

            assertThat(app.value("Out")).isEqualTo("now b");
        }
    }

    @Test
    void rendersStandWithinRenders() {
        var outer = new Render<>(text, value -> {
            var inner = new Field("Middle").value(value);
            return new Column(inner, new Render<>(inner, text, (i, t) -> new Field("Innermost").value(i + "/" + t)));
        });
        try (var app = open(outer)) {
            app.set("Text", "a");
            assertThat(app.value("Innermost")).isEqualTo("a/a");

            app.set("Middle", "b");

            assertThat(app.value("Innermost")).isEqualTo("b/a");
        }
    }

    @Test
    void aComputedValueIsThereAndFollowsItsInputs() {
        var part = new Render<>(text, value -> {
            var inner = new Field("Inner").value(value);
            return new Column(inner, new Field("Length").value(inner, i -> i.length() + " letters"));
        });
        try (var app = open(part)) {
            app.set("Text", "four");
            assertThat(app.value("Length")).isEqualTo("4 letters");

            app.set("Inner", "a");

            assertThat(app.value("Length")).isEqualTo("1 letters");
        }
    }

    @Test
    void whatIsGoneIsFoundNoMore() {
        var part = new Render<>(text, value -> new Column(IntStream.range(0, value.length()).mapToObj(i -> new Field("Field " + i)).toList()));
        try (var app = open(part)) {
            app.set("Text", "ab");
            assertThat(app.value("Field 1")).isEqualTo(null);

            app.set("Text", "a");

            assertThatIllegalArgumentException().isThrownBy(() -> app.value("Field 1")).withMessageContaining("Field 0");
        }
    }

    @Test
    void aFailureLeavesWhatWasThere() {
        var part = new Render<>(text, value -> {
            if (value.equals("bad")) {
                throw new io.gradio4j.GradioException("no such text");
            }
            return new Field("Shown").value(value);
        });
        try (var app = open(part)) {
            app.set("Text", "good").set("Text", "bad");

            assertThat(app.value("Shown")).isEqualTo("good");
            assertThat(app.messages()).containsExactly("no such text");
        }
    }

    @Test
    void oldBlocksCannotBeReturnedAgain() {
        var reused = new Field("Reused");
        try (var app = open(new Render<>(text, value -> value.isEmpty() ? reused : new Column(reused, out)))) {
            app.set("Text", "a");

            assertThat(app.messages()).hasSize(1);
            assertThat(app.value("Reused")).isNull();
        }
    }
}
