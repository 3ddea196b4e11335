package io.gradio4j.impl.tester;

import static io.gradio4j.Gradio.request;
import static io.gradio4j.Gradio.eventData;
import static io.gradio4j.Gradio.on;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.gradio4j.AppTester;
import io.gradio4j.Blocks;
import io.gradio4j.GradioException;
import io.gradio4j.Row;
import io.gradio4j.SelectData;
import io.gradio4j.State;
import io.gradio4j.Toast;
import io.gradio4j.Updates;
import io.gradio4j.ValidationException;
import io.gradio4j.impl.fixtures.Any;
import io.gradio4j.impl.fixtures.Field;
import io.gradio4j.impl.fixtures.Press;
import io.gradio4j.impl.fixtures.Tape;
import io.gradio4j.impl.json.Jsons;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PageTesterTest {

    private final Field name = new Field("Name");
    private final Field out = new Field("Out");
    private final Field log = new Field("Log");
    private final Press go = new Press("Go");
    private final List<String> seen = Collections.synchronizedList(new ArrayList<>());

    private AppTester open(io.gradio4j.Block... more) {
        var blocks = Stream.concat(Stream.of(name, out, log, go), Stream.of(more)).toArray(io.gradio4j.Block[]::new);
        return AppTester.of(Blocks.of(blocks));
    }

    @Test
    void anEditFiresInputAndThenChange() {
        name.onChange().inputs(name).run(n -> {
            seen.add("change " + n);
        });
        name.onInput().inputs(name).run(n -> {
            seen.add("input " + n);
        });

        try (var app = open()) {
            app.set("Name", "Ada");
        }

        assertThat(seen).containsExactly("input Ada", "change Ada");
    }

    @Test
    void anEditToTheSameValueIsNoChange() {
        name.value("Ada").onChange().run(() -> {
            seen.add("change");
        });

        try (var app = open()) {
            app.set("Name", "Ada");
        }

        assertThat(seen).isEmpty();
    }

    @Test
    void aResultThatDiffersIsAChange() {
        go.onClick().outputs(out).run(() -> "x");
        out.onChange().inputs(out).outputs(log).run(o -> "changed to " + o);

        try (var app = open()) {
            app.click("Go");
            assertThat(app.value("Log")).isEqualTo("changed to x");
        }
    }

    @Test
    void eachStepOfAStreamThatDiffersIsAChange() {
        var second = new CountDownLatch(1);
        go.onClick().outputs(out).stream(() -> Stream.of("a", "b").peek(v -> {
            if (v.equals("b")) {
                awaitQuietly(second);
            }
        }));
        out.onChange().inputs(out).run(o -> {
            seen.add(o);
            second.countDown();
        });

        try (var app = open()) {
            app.click("Go");
            assertThat(app.value("Out")).isEqualTo("b");
        }
        assertThat(seen).containsExactly("a", "b");
    }

    @Test
    void aChangeMayTakeLongerThanTheStreamThatCausedIt() {
        var ended = new CountDownLatch(1);
        go.onClick().outputs(out).stream(() -> Stream.of("a", "b").onClose(ended::countDown));
        out.onChange().inputs(out).run(o -> {
            awaitQuietly(ended);
            seen.add(o);
        });

        try (var app = open()) {
            app.click("Go");
            assertThat(app.value("Out")).isEqualTo("b");
        }
        assertThat(seen).containsExactly("a", "b");
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void blocksAreFoundByElemIdBeforeTheirLabel() {
        var marked = new Field("Other").elemId("Name").value("marked");

        try (var app = open(marked)) {
            assertThat(app.value("Name")).isEqualTo("marked");
        }
    }

    @Test
    void aButtonIsFoundByItsCurrentCaption() {
        go.onClick().outputs(List.of(go)).run(() -> Updates.of(new Press("Again").as(go)));

        try (var app = open()) {
            app.click("Go").click("Again");
            assertThatIllegalArgumentException().isThrownBy(() -> app.click("Go")).withMessageContaining("\"Again\"");
        }
    }

    @Test
    void updatesChangeProperties() {
        var row = new Row().elemId("row");
        go.onClick().outputs(out, row).run(() -> Updates.of(new Field().lines(4).as(out)).and(new Row().visible(false).as(row)));

        try (var app = open(row)) {
            app.click("Go");
            assertThat(app.property("Out", "lines")).isEqualTo(Jsons.number(4));
            assertThat(app.property("row", "visible")).isEqualTo(JsonValue.FALSE);
            assertThat(app.property("Out", "nothing")).isEqualTo(JsonValue.NULL);
            assertThat(app.value("Out")).isNull();
        }
    }

    @Test
    void successAndFailureAreFollowedByTheirOwn() {
        var listener = go.onClick().inputs(name).outputs(out).run(n -> {
            if (n.isEmpty()) {
                throw new GradioException("empty").logged(false);
            }
            return n;
        });
        listener.onSuccess().run(() -> {
            seen.add("success");
        });
        listener.onFailure().run(() -> {
            seen.add("failure");
        });
        listener.then().run(() -> {
            seen.add("then");
        });

        try (var app = open()) {
            app.click("Go");
            app.set("Name", "Ada").click("Go");
            assertThat(app.messages()).containsExactly("empty");
        }
        assertThat(seen).containsExactly("failure", "then", "success", "then");
    }

    @Test
    void anUnexpectedFailureIsAnErrorWithoutItsText() {
        go.onClick().outputs(out).run(() -> {
            throw new IllegalStateException("secret");
        });

        try (var app = open()) {
            app.click("Go");
            assertThat(app.messages()).containsExactly("Error");
        }
    }

    @Test
    void anEventCanBeFiredWithItsData() {
        name.onSelect().inputs(eventData(SelectData.class)).outputs(out).run(s -> s.target().describe() + " " + s.text());

        try (var app = open()) {
            app.fire("Name", "select", Jsons.read("{\"index\":0,\"value\":\"tea\"}"));
            assertThat(app.value("Out")).isEqualTo("Field \"Name\" tea");
        }
    }

    @Test
    void severalTriggersRunTheSameListener() {
        on(name.onSubmit(), go.onClick()).run(() -> {
            seen.add("run");
        });

        try (var app = open()) {
            app.submit("Name").click("Go");
        }

        assertThat(seen).hasSize(2);
    }

    @Test
    void computedValuesAreThereWhenThePageHasLoaded() {
        name.value(() -> "now");

        try (var app = open()) {
            assertThat(app.value("Name")).isEqualTo("now");
        }
    }

    @Test
    void aStateThatChangesFiresItsListeners() {
        var count = State.of(0);
        go.onClick().inputs(count).outputs(count, log).run(c -> Updates.of(count, c + 1));
        count.onChange().inputs(count).outputs(out).run(c -> "count " + c);

        try (var app = open()) {
            app.click("Go").click("Go");
            assertThat(app.value("Out")).isEqualTo("count 2");
        }
    }

    @Test
    void functionsOfTheBrowserAreReportedAsNotRun() {
        go.onClick().js("() => alert(1)").onSuccess().outputs(out).run(() -> "followed");

        try (var app = open()) {
            app.click("Go");
            assertThat(app.messages()).singleElement().asString().contains("() => alert(1)");
            assertThat(app.value("Out")).isEqualTo("followed");
        }
    }

    @Test
    void messagesComeInTheirOrder() {
        go.onClick().run(() -> {
            Toast.info("first");
            Toast.warning("second");
            throw new GradioException("third").logged(false);
        });

        try (var app = open()) {
            app.click("Go");
            assertThat(app.messages()).containsExactly("first", "second", "third");
        }
    }

    @Test
    void aWrongValueIsTheAppsAnswer() {
        var short1 = new Field("Short").maxLength(2);
        go.onClick().inputs(short1).outputs(out).run(s -> s);

        try (var app = open(short1)) {
            app.set("Short", "abc").click("Go");
            assertThat(app.messages()).containsExactly("Field \"Short\" takes at most 2 characters, not \"abc\"");
            assertThatExceptionOfType(ValidationException.class).isThrownBy(() -> app.value("Short"));
        }
    }

    @Test
    void whatHasNoValueSaysSo() {
        try (var app = open(new Row().elemId("row"))) {
            assertThatIllegalArgumentException().isThrownBy(() -> app.value("row")).withMessage("Row has no value");
            assertThatIllegalArgumentException().isThrownBy(() -> app.set("row", "x")).withMessage("Row has no value");
        }
    }

    @Test
    void theEndOfThePageIsWaitedFor() {
        var page = Blocks.of(name);
        page.onUnload().run(() -> {
            seen.add("unloaded");
        });

        AppTester.of(page).close();

        assertThat(seen).containsExactly("unloaded");
    }

    @Test
    void anyJsonIsAValue() {
        var any = new Any("Any");
        go.onClick().inputs(any).outputs(any).run(v -> Jsons.array().add(v).build());

        try (var app = open(any)) {
            app.set("Any", Jsons.number(1)).click("Go");
            assertThat(app.value("Any")).isEqualTo(Jsons.read("[1]"));
        }
    }

    @Test
    void aComputedValueFollowsItsInput() {
        out.value(name, n -> n.toUpperCase(java.util.Locale.ROOT));

        try (var app = open()) {
            assertThat(app.value("Out")).isEqualTo("");
            app.set("Name", "Ada");
            assertThat(app.value("Out")).isEqualTo("ADA");
        }
    }

    @Test
    void aValueComputedFromTheRequestIsThereWhenThePageIs() {
        out.value(request(), r -> "for " + r.username());

        try (var app = open()) {
            assertThat(app.value("Out")).isEqualTo("for ");
        }
    }

    @Test
    void piecesOfAStreamGoToOneEventUntilItIsClosed() {
        var tape = new Tape();
        var sum = State.of(0);
        tape.onStream().inputs(tape, sum).outputs(out, sum).run((n, before) -> Updates.of(out, String.valueOf(before + n)).and(sum, before + n))
                .then().outputs(log).run(() -> "over");

        try (var app = open(tape)) {
            app.set("Tape", 1).fire("Tape", "stream", JsonValue.NULL);
            app.set("Tape", 2).fire("Tape", "stream", JsonValue.NULL);
            assertThat(app.value("Out")).isEqualTo("3");
            assertThat(app.value("Log")).isNull();

            app.fire("Tape", "close_stream", JsonValue.NULL);
            assertThat(app.value("Out")).isEqualTo("5");
            assertThat(app.value("Log")).isEqualTo("over");
        }
    }

    @Test
    void cancellingATicksListenerStopsItsTimer() {
        var ticking = go.onTick().outputs(out).run(() -> "tick");
        name.onSubmit().cancels(ticking);

        try (var app = open()) {
            app.fire("Go", "tick", JsonValue.NULL).submit("Name");
            assertThat(app.value("Out")).isEqualTo("tick");
            assertThat(app.property("Go", "active")).isEqualTo(JsonValue.FALSE);
        }
    }

    @Test
    void batchesAndRememberedResultsArePlayedToo() {
        go.onClick().inputs(name).outputs(out).batch(4, names -> names.stream().map(n -> n + "!").toList());
        name.onSubmit().inputs(name).outputs(log).cached().run(n -> {
            seen.add(n);
            return n + "?";
        });

        try (var app = open()) {
            app.set("Name", "Ada").click("Go").submit("Name").submit("Name");
            assertThat(app.value("Out")).isEqualTo("Ada!");
            assertThat(app.value("Log")).isEqualTo("Ada?");
        }
        assertThat(seen).containsExactly("Ada");
    }
}
