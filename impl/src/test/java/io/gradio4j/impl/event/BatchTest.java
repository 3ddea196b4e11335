package io.gradio4j.impl.event;

import static io.gradio4j.Gradio.progress;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.gradio4j.Blocks;
import io.gradio4j.State;
import io.gradio4j.Toast;
import io.gradio4j.Updates;
import io.gradio4j.impl.fixtures.Field;
import io.gradio4j.impl.fixtures.Press;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BatchTest {

    private final Gate gate = new Gate();
    private final List<List<String>> batches = Collections.synchronizedList(new ArrayList<>());
    private final Field name = new Field("Name").maxLength(3);
    private final Field word = new Field("Word");
    private final Field out = new Field("Out");
    private final State<Integer> count = State.of(0);
    private final Press go = new Press("Go");
    private Stage stage = new Stage(Blocks.of());

    @BeforeEach
    void open() {
        go.onClick().inputs(name, word).outputs(out).apiName("join").batch(3, (names, words) -> {
            batches.add(List.copyOf(names));
            gate.enter();
            Toast.info("all");
            return IntStream.range(0, names.size()).mapToObj(i -> names.get(i) + "-" + words.get(i)).toList();
        });
        go.onClick().inputs(name).outputs(out).apiName("short").batch(3, names -> {
            gate.enter();
            return List.of("one");
        });
        go.onClick().inputs(name, count, progress()).outputs(out, count).apiName("tally").batch(9, (names, counts, tellers) -> {
            gate.enter();
            return IntStream.range(0, names.size()).mapToObj(i -> {
                tellers.get(i).report(0.5, names.get(i));
                return Updates.of(out, names.get(i)).and(count, counts.get(i) + 1);
            }).toList();
        });
        stage = new Stage(Blocks.of(name, word, out, go).showError(true));
    }

    @AfterEach
    void close() {
        gate.letGo(100);
        stage.close();
    }

    private String join(String a, String b) {
        return stage.join("join", "[\"" + a + "\",\"" + b + "\"]");
    }

    private List<String> firstAloneThen(int others) {
        var ids = new ArrayList<String>();
        ids.add(join("0", "x"));
        await().until(() -> gate.inside() == 1);
        for (var i = 1; i <= others; i++) {
            ids.add(join(String.valueOf(i), "x"));
        }
        return ids;
    }

    @Test
    void whatWaitsRunsTogetherAndEachGetsItsResult() {
        var ids = firstAloneThen(4);
        gate.letGo(3);

        for (var i = 0; i < ids.size(); i++) {
            var messages = stage.until(ids.get(i));
            assertThat(Stage.names(messages)).containsSubsequence("Estimation", "ProcessStarts", "Log", "Succeeded");
            assertThat(Stage.data(messages)).containsExactly("[\"" + i + "-x\"]");
        }
        assertThat(batches).containsExactly(List.of("0"), List.of("1", "2", "3"), List.of("4"));
        assertThat(gate.most()).isOne();
    }

    @Test
    void aBadValueFailsAlone() {
        firstAloneThen(0);
        var good = join("1", "x");
        var bad = join("long", "x");
        gate.letGo(2);

        assertThat(Stage.data(stage.until(good))).containsExactly("[\"1-x\"]");
        assertThat(Stage.failure(stage.until(bad))).contains("at most 3 characters");
        assertThat(batches.getLast()).containsExactly("1");
    }

    @Test
    void aBadResultFailsAlone() {
        firstAloneThen(0);
        var good = join("1", "x");
        var bad = stage.join("join", "[\"boo\",\"boom\"]");
        gate.letGo(2);

        assertThat(Stage.data(stage.until(good))).containsExactly("[\"1-x\"]");
        assertThat(Stage.names(stage.until(bad))).endsWith("Failed");
    }

    @Test
    void aWrongNumberOfResultsFailsAll() {
        var blocking = stage.join("short", "[\"0\"]");
        await().until(() -> gate.inside() == 1);
        var first = stage.join("short", "[\"1\"]");
        var second = stage.join("short", "[\"2\"]");
        gate.letGo(2);

        assertThat(Stage.data(stage.until(blocking))).containsExactly("[\"one\"]");
        for (var id : List.of(first, second)) {
            assertThat(Stage.failure(stage.until(id))).contains("'short' got 2 events and returned 1 results");
        }
    }

    @Test
    void aCancelledMemberLosesItsResultAndTheOthersGoOn() {
        var ids = firstAloneThen(2);
        gate.letGo(1);
        await().until(() -> gate.entered() == 2);

        stage.queue.cancel(stage.session.hash(), ids.get(1));
        assertThat(Stage.names(stage.until(ids.get(1)))).endsWith("ProcessStarts", "Cancelled");
        assertThat(gate.interrupted()).isZero();
        gate.letGo(1);

        assertThat(Stage.data(stage.until(ids.get(2)))).containsExactly("[\"2-x\"]");
        var next = join("9", "y");
        gate.letGo(1);
        assertThat(Stage.data(stage.until(next))).containsExactly("[\"9-y\"]");
    }

    @Test
    void theLastCancelledMemberTakesTheThreadWithIt() {
        var ids = firstAloneThen(2);
        gate.letGo(1);
        await().until(() -> gate.entered() == 2);

        stage.queue.cancel(stage.session.hash(), ids.get(1));
        stage.queue.cancel(stage.session.hash(), ids.get(2));

        await().until(() -> gate.interrupted() == 1);
        var next = join("9", "y");
        gate.letGo(1);
        assertThat(Stage.data(stage.until(next))).containsExactly("[\"9-y\"]");
    }

    @Test
    void statesAndProgressAreEachEventsOwn() {
        gate.letGo(2);
        stage.run("tally", "[\"a\",null]");
        var messages = stage.run("tally", "[\"b\",null]");

        assertThat(Stage.names(messages)).contains("ProgressReport");
        assertThat(Stage.data(messages)).containsExactly("[\"b\",null]");
        assertThat(stage.session.state(stage.endpoint("tally").outputs().get(1).id(), count)).isEqualTo(2);
    }

    @Test
    void reportsAboutACancelledMemberDisturbNobody() {
        var blocking = stage.join("tally", "[\"a\",null]");
        await().until(() -> gate.inside() == 1);
        var cancelled = stage.join("tally", "[\"b\",null]");
        var other = stage.join("tally", "[\"c\",null]");
        gate.letGo(1);
        await().until(() -> gate.entered() == 2);
        stage.queue.cancel(stage.session.hash(), cancelled);
        gate.letGo(1);

        stage.until(blocking);
        assertThat(Stage.data(stage.until(other))).containsExactly("[\"c\",null]");
        assertThat(Stage.names(stage.until(cancelled))).endsWith("Cancelled");
    }

    @Test
    void pastTheQueueABatchHasOneEvent() {
        gate.letGo(1);
        var result = stage.queue.direct(stage.session, stage.endpoint("join"), Stage.input("[\"a\",\"b\"]"));

        assertThat(Stage.data(result.output().orElseThrow())).isEqualTo("[\"a-b\"]");
        assertThat(batches).containsExactly(List.of("a"));
    }
}
