package io.gradio4j.impl.event;

import static io.gradio4j.Gradio.cache;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.gradio4j.Block;
import io.gradio4j.Blocks;
import io.gradio4j.State;
import io.gradio4j.Updates;
import io.gradio4j.impl.fixtures.Any;
import io.gradio4j.impl.fixtures.Field;
import io.gradio4j.impl.fixtures.Press;
import io.gradio4j.impl.message.Message;
import io.gradio4j.impl.message.MessageWriter;
import io.gradio4j.impl.session.Session;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CacheTest {

    private final AtomicInteger calls = new AtomicInteger();
    private final Gate gate = new Gate();
    private final Field name = new Field("Name");
    private final Field out = new Field("Out");
    private final Press go = new Press("Go");
    private Stage stage = new Stage(Blocks.of());

    private void open(Block... more) {
        stage = new Stage(Blocks.of(Stream.concat(Stream.of(name, out, go), Stream.of(more)).toArray(Block[]::new)));
    }

    @AfterEach
    void close() {
        gate.letGo(100);
        stage.close();
    }

    private String twice(String text) {
        calls.incrementAndGet();
        return text + text;
    }

    private static String json(Message message) {
        var text = new StringBuilder();
        MessageWriter.write(message, 0, text);
        return text.toString();
    }

    @Test
    void theSameValuesAreAnsweredAtOnceWithoutTheFunction() {
        go.onClick().inputs(name).outputs(out).apiName("twice").cached().run(this::twice);
        open();
        assertThat(json(stage.run("twice", "[\"a\"]").getLast())).contains("\"used_cache\":null,\"cache_duration\":");

        var hit = stage.run("twice", "[\"a\"]");

        assertThat(Stage.names(hit)).containsExactly("Succeeded");
        assertThat(Stage.data(hit)).containsExactly("[\"aa\"]");
        assertThat(json(hit.getLast())).contains("\"changed_state_ids\":[],\"used_cache\":null},\"success\":true,\"title\":null,\"used_cache\":\"full\"")
                .containsPattern("\"cache_duration\":[0-9.E-]+,\"avg_time\":[0-9.E-]+}");
        stage.run("twice", "[\"b\"]");
        assertThat(calls).hasValue(2);
    }

    @Test
    void aHitPassesTheQueueAndItsLimits() {
        go.onClick().inputs(name).outputs(out).apiName("wait").cached().run(n -> {
            gate.enter();
            return n;
        });
        open();
        gate.letGo(1);
        stage.run("wait", "[\"a\"]");
        stage.join("wait", "[\"b\"]");
        await().until(() -> gate.inside() == 1);

        assertThat(Stage.names(stage.run("wait", "[\"a\"]"))).containsExactly("Succeeded");
    }

    @Test
    void allStepsAreRepeatedForEditsAndForWholeValues() {
        go.onClick().inputs(name).outputs(out).apiName("spell").cached().emit((n, sink) -> {
            calls.incrementAndGet();
            for (var c : n.toCharArray()) {
                sink.append(String.valueOf(c));
            }
            sink.next("!!");
        });
        open();
        var first = Stage.data(stage.run("spell", "[\"abc\"]"));

        assertThat(Stage.data(stage.run("spell", "[\"abc\"]"))).isEqualTo(first).hasSize(5);
        var whole = stage.until(stage.join(stage.session, "spell", Stage.input("[\"abc\"]"), true));
        assertThat(Stage.data(whole)).containsExactly("[\"a\"]", "[\"ab\"]", "[\"abc\"]", "[\"!!\"]", "[\"!!\"]");
        assertThat(calls).hasValue(1);
    }

    @Test
    void aCallPastTheQueueUsesTheSameCache() {
        go.onClick().inputs(name).outputs(out).apiName("twice").cached().run(this::twice);
        open();
        stage.run("twice", "[\"a\"]");

        assertThat(Stage.data(stage.queue.direct(stage.session, stage.endpoint("twice"), Stage.input("[\"a\"]")).output().orElseThrow()))
                .isEqualTo("[\"aa\"]");
        assertThat(calls).hasValue(1);
    }

    @Test
    void failuresAreNotRemembered() {
        go.onClick().inputs(name).outputs(out).apiName("fail").cached().run(n -> {
            if (calls.incrementAndGet() == 1) {
                throw new IllegalStateException("once");
            }
            return n;
        });
        open();
        stage.run("fail", "[\"a\"]");

        assertThat(Stage.data(stage.run("fail", "[\"a\"]"))).containsExactly("[\"a\"]");
    }

    @Test
    void theOneThatWasNotUsedForTheLongestTimeGoesFirst() {
        go.onClick().inputs(name).outputs(out).apiName("twice").cached(c -> c.maxEntries(2)).run(this::twice);
        open();
        for (var value : List.of("a", "b", "a", "c", "a", "b")) {
            stage.run("twice", "[\"" + value + "\"]");
        }

        assertThat(calls).hasValue(4);
    }

    @Test
    void memoryIsBoundedButTheNewestIsKept() {
        go.onClick().inputs(name).outputs(out).apiName("twice").cached(c -> c.maxMemory(10)).run(this::twice);
        open();
        for (var value : List.of("aaaaaaaa", "aaaaaaaa", "b", "b", "aaaaaaaa")) {
            stage.run("twice", "[\"" + value + "\"]");
        }

        assertThat(calls).hasValue(3);
    }

    @Test
    void aPagesOwnResultsAreForgottenWithThePage() {
        go.onClick().inputs(name).outputs(out).apiName("twice").cached(c -> c.perSession()).run(this::twice);
        open();
        stage.run("twice", "[\"a\"]");
        var other = new Session("other");
        stage.queue.direct(other, stage.endpoint("twice"), Stage.input("[\"a\"]"));
        assertThat(calls).hasValue(2);

        stage.queue.forget(stage.session);
        stage.queue.direct(other, stage.endpoint("twice"), Stage.input("[\"a\"]"));
        stage.run("twice", "[\"a\"]");

        assertThat(calls).hasValue(3);
        assertThat(stage.app.config().getBoolean("connect_heartbeat")).isTrue();
    }

    @Test
    void theAppMayMakeTheKey() {
        go.onClick().inputs(name).outputs(out).apiName("twice").cached(c -> c.key(values -> values.get(name).toLowerCase(java.util.Locale.ROOT)))
                .run(this::twice);
        open();
        stage.run("twice", "[\"A\"]");

        assertThat(Stage.data(stage.run("twice", "[\"a\"]"))).containsExactly("[\"AA\"]");
    }

    @Test
    void theContentOfValuesCountsNotTheirForm() {
        var any = new Any("Any");
        go.onClick().inputs(any).outputs(out).apiName("any").cached().run(v -> String.valueOf(calls.incrementAndGet()));
        open(any);
        stage.run("any", "[{\"a\":1,\"b\":[2.0]}]");

        assertThat(Stage.data(stage.run("any", "[{\"b\":[2],\"a\":1.00}]"))).containsExactly("[\"1\"]");
        assertThat(Stage.data(stage.run("any", "[{\"b\":[2],\"a\":\"1\"}]"))).containsExactly("[\"2\"]");
    }

    @Test
    void theValueOfAStateIsPartOfTheKey() {
        var state = State.of(1);
        go.onClick().inputs(name, state).outputs(out).apiName("add").cached().run((n, s) -> n + s + calls.incrementAndGet());
        open();
        stage.run("add", "[\"a\",null]");
        stage.session.state(stage.endpoint("add").inputs().get(1).id(), state, 2);

        assertThat(Stage.data(stage.run("add", "[\"a\",null]"))).containsExactly("[\"a22\"]");
    }

    @Test
    void resultsThatChangePropertiesAreNotRemembered() {
        go.onClick().inputs(name).outputs(out, go).apiName("lines").cached().run(n -> {
            calls.incrementAndGet();
            return Updates.of(new Field().lines(3).as(out));
        });
        open();
        stage.run("lines", "[\"a\"]");
        stage.run("lines", "[\"a\"]");

        assertThat(calls).hasValue(2);
    }

    @Test
    void aHandlersOwnCacheIsToldAndDoesNotCountForTheEstimate() {
        var store = cache();
        go.onClick().inputs(name, store).outputs(out).apiName("own").run((n, cache) -> cache.get(n, () -> twice(n)));
        open();
        assertThat(json(stage.run("own", "[\"a\"]").getLast())).doesNotContain("partial");
        stage.run("own", "[\"b\"]");
        var before = mean("c");

        var hit = stage.run("own", "[\"a\"]");

        assertThat(json(hit.getLast())).contains("\"used_cache\":\"partial\"},\"success\":true,\"title\":null,\"used_cache\":\"partial\"");
        assertThat(calls).hasValue(3);
        var after = mean("a");
        assertThat(after).isNotEqualTo(before);
        assertThat(mean("b")).isEqualTo(after);
    }

    /** How long the function takes on average, as an event hears it at its start. */
    private double mean(String value) {
        return java.util.Objects.requireNonNull(((Message.ProcessStarts) stage.run("own", "[\"" + value + "\"]").get(1)).eta());
    }

    @Test
    void aHandlersOwnCacheHoldsWhatWasPut() {
        var store = cache(c -> c.maxEntries(2));
        go.onClick().inputs(name, store).outputs(out).apiName("put").run((n, cache) -> {
            cache.put(n, n + "!");
            return cache.keys() + " " + cache.size() + " " + cache.get("a", String.class).orElse("none");
        });
        open();

        assertThat(Stage.data(stage.run("put", "[\"a\"]"))).containsExactly("[\"[a] 1 a!\"]");
        stage.run("put", "[\"b\"]");
        stage.run("put", "[\"c\"]");
        assertThat(Stage.data(stage.run("put", "[\"d\"]")).getFirst()).contains("[a, d] 2 a!");
    }
}
