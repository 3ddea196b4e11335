package io.gradio4j.impl.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.gradio4j.Blocks;
import io.gradio4j.State;
import io.gradio4j.Updates;
import io.gradio4j.impl.fixtures.Field;
import io.gradio4j.impl.fixtures.Tape;
import io.gradio4j.impl.json.Jsons;
import io.gradio4j.impl.message.Message;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StreamTest {

    private final Gate gate = new Gate();
    private final Tape tape = new Tape();
    private final Field out = new Field("Out");
    private final State<Integer> sum = State.of(0);
    private final List<Integer> heard = Collections.synchronizedList(new ArrayList<>());
    private Stage stage = new Stage(Blocks.of());

    @BeforeEach
    void open() {
        tape.onStream().inputs(tape, sum).outputs(out, sum).apiName("sum").run((n, before) ->
                Updates.of(out, String.valueOf(before + n)).and(sum, before + n));
        tape.onStream().inputs(tape).outputs(out).apiName("slow").run(n -> {
            heard.add(n);
            gate.enter();
            return String.valueOf(n);
        });
        tape.onStream().inputs(tape).outputs(out).apiName("hangs").timeLimit(Duration.ofMillis(200)).run(n -> {
            gate.enter();
            return String.valueOf(n);
        });
        tape.onStream().inputs(tape).outputs(out).apiName("short").timeLimit(Duration.ofSeconds(1)).run(String::valueOf);
        stage = new Stage(Blocks.of(tape, out));
    }

    @AfterEach
    void close() {
        gate.letGo(100);
        stage.close();
    }

    private void piece(String event, int value) {
        assertThat(stage.queue.piece(event, Jsons.read("[" + value + ",null]").asJsonArray(), JsonValue.NULL)).isTrue();
    }

    private void awaitResults(String event, int many) {
        await().until(() -> {
            stage.heard();
            return stage.of(event).stream().filter(Message.ProcessStreaming.class::isInstance).count() == many;
        });
    }

    private static List<String> streamed(List<Message> messages) {
        return messages.stream().filter(Message.ProcessStreaming.class::isInstance)
                .map(m -> Stage.data(((Message.ProcessStreaming) m).output())).toList();
    }

    @Test
    void eachPieceIsAnsweredWithWholeValuesUntilTheStreamEnds() {
        var event = stage.join("sum", "[1,null]");
        awaitResults(event, 1);
        piece(event, 2);
        awaitResults(event, 2);
        piece(event, 3);
        awaitResults(event, 3);

        assertThat(stage.queue.endStream(event)).isTrue();

        var messages = stage.until(event);
        assertThat(Stage.names(messages)).containsExactly("Estimation", "ProcessStarts", "ProcessStreaming", "ProcessStreaming",
                "ProcessStreaming", "Succeeded");
        assertThat(streamed(messages)).containsExactly("[\"1\",null]", "[\"3\",null]", "[\"6\",null]");
        assertThat(Stage.data(Stage.result(messages))).isEqualTo("[\"9\",null]");
        assertThat(Stage.result(messages).generating()).isFalse();
    }

    @Test
    void whileTheHandlerIsBusyOnlyTheNewestPieceWaits() {
        var event = stage.join("slow", "[1]");
        await().until(() -> gate.inside() == 1);
        for (var i = 2; i <= 5; i++) {
            piece(event, i);
        }
        gate.letGo(2);
        awaitResults(event, 2);

        assertThat(heard).containsExactly(1, 5);
    }

    @Test
    void theTimeLimitEndsTheEventWithItsLastResult() {
        var event = stage.join("short", "[1]");

        var messages = stage.until(event);

        assertThat(Stage.names(messages)).containsExactly("Estimation", "ProcessStarts", "ProcessStreaming", "Succeeded");
        assertThat(((Message.ProcessStreaming) messages.get(2)).timeLimit()).isBetween(0.0, 1.0);
        assertThat(Stage.data(Stage.result(messages))).isEqualTo("[\"1\"]");
        assertThat(stage.queue.piece(event, Jsons.read("[2]").asJsonArray(), JsonValue.NULL)).isFalse();
        assertThat(stage.queue.endStream(event)).isFalse();
    }

    @Test
    void aHandlerThatHangsAtAPieceIsInterruptedSomeTimeAfterTheLimit() {
        var event = stage.join("hangs", "[1]");
        await().until(() -> gate.inside() == 1);

        stage.passTime();

        assertThat(Stage.failure(stage.until(event))).contains("time limit of 0.2 s");
        await().until(() -> gate.interrupted() == 1);
    }

    @Test
    void aStreamThatWaitsForItsNextPieceCanBeCancelled() {
        var event = stage.join("sum", "[1,null]");
        awaitResults(event, 1);

        stage.queue.cancel(stage.session.hash(), event);

        assertThat(Stage.names(stage.until(event))).endsWith("Cancelled");
        assertThat(stage.queue.piece(event, Jsons.read("[2,null]").asJsonArray(), JsonValue.NULL)).isFalse();
    }

    @Test
    void aBadPieceFailsTheEvent() {
        var event = stage.join("sum", "[1,null]");
        awaitResults(event, 1);
        stage.queue.piece(event, Jsons.read("[\"x\",null]").asJsonArray(), JsonValue.NULL);

        assertThat(Stage.failure(stage.until(event))).contains("takes a number");
    }

    @Test
    void otherEventsTakeNoPieces() {
        assertThat(stage.queue.piece("nope", JsonValue.EMPTY_JSON_ARRAY, JsonValue.NULL)).isFalse();
        assertThat(stage.queue.endStream("nope")).isFalse();
    }
}
