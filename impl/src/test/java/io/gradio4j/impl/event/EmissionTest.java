package io.gradio4j.impl.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.gradio4j.Blocks;
import io.gradio4j.Component;
import io.gradio4j.Sink;
import io.gradio4j.State;
import io.gradio4j.Updates;
import io.gradio4j.impl.fixtures.Any;
import io.gradio4j.impl.fixtures.Field;
import io.gradio4j.impl.fixtures.Press;
import io.gradio4j.impl.json.Jsons;
import io.gradio4j.impl.message.Message;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a streaming handler's results are on the wire. */
class EmissionTest {

    private final Field text = new Field("Text");
    private final Any any = new Any("Any");
    private final Press go = new Press("Go");
    private final State<String> state = State.of("s");
    private Stage stage = new Stage(Blocks.of());

    private Stage stage() {
        stage = new Stage(Blocks.of(text, any, go, state).showError(true));
        return stage;
    }

    @AfterEach
    void close() {
        stage.close();
    }

    private List<String> edits() {
        return Stage.data(stage().run("x", "[]"));
    }

    private List<String> wholes() {
        var open = stage();
        return Stage.data(open.until(open.join(open.session, "x", Stage.input("[]"), true)));
    }

    @FunctionalInterface
    private interface Emits<R> {
        void to(Sink<R> sink);
    }

    private void emit(Emits<String> emits) {
        go.onClick().outputs(text).apiName("x").emit(emits::to);
    }

    private void emitBoth(Emits<Updates> emits) {
        go.onClick().outputs(text, any).apiName("x").emit(emits::to);
    }

    @Test
    void theFirstResultIsWholeThenComeEditsAndAtTheEndTheWholeValue() {
        go.onClick().outputs(text).apiName("x").stream(() -> Stream.of("He", "Hello", "Hello", "Bye"));

        assertThat(edits()).containsExactly("[\"He\"]", "[[[\"append\",[],\"llo\"]]]", "[[]]", "[[[\"replace\",[],\"Bye\"]]]", "[\"Bye\"]");
    }

    @Test
    void eachOutputHasItsOwnEdits() {
        go.onClick().outputs(text, any).apiName("x").stream(() -> Stream.of(
                Updates.of(text, "He").and(any, Jsons.read("[1]")),
                Updates.of(text, "Hello").and(any, Jsons.read("[1]")),
                Updates.of(text, "Hello").and(any, Jsons.read("[1,2]"))));

        assertThat(edits()).containsExactly("[\"He\",[1]]", "[[[\"append\",[],\"llo\"]],[]]", "[[],[[\"add\",[1],2]]]", "[\"Hello\",[1,2]]");
    }

    @Test
    void simpleClientsGetWholeValues() {
        go.onClick().outputs(text).apiName("x").stream(() -> Stream.of("He", "Hello"));

        assertThat(wholes()).containsExactly("[\"He\"]", "[\"Hello\"]", "[\"Hello\"]");
    }

    @Test
    void allButTheLastResultSayThatMoreComes() {
        go.onClick().outputs(text).apiName("x").stream(() -> Stream.of("a", "b"));
        var messages = stage().run("x", "[]");

        assertThat(messages).filteredOn(Message.ProcessGenerating.class::isInstance).hasSize(2)
                .allSatisfy(m -> assertThat(((Message.ProcessGenerating) m).output().generating()).isTrue());
        assertThat(Stage.result(messages).generating()).isFalse();
    }

    @Test
    void anEmptyStreamEndsInNulls() {
        go.onClick().outputs(text, any).apiName("x").stream(() -> Stream.of());

        assertThat(edits()).containsExactly("[null,null]");
    }

    @Test
    void aSinkThatGetsNothingEndsInNulls() {
        emit(sink -> { });

        assertThat(edits()).containsExactly("[null]");
    }

    @Test
    void appendedTextIsSentAlone() {
        emit(sink -> {
            sink.append("He");
            sink.append("llo");
            sink.append("!");
        });

        assertThat(edits()).containsExactly("[\"He\"]", "[[[\"append\",[],\"llo\"]]]", "[[[\"append\",[],\"!\"]]]", "[\"Hello!\"]");
    }

    @Test
    void appendedTextIsWholeForSimpleClients() {
        emit(sink -> {
            sink.append("He");
            sink.append("llo");
        });

        assertThat(wholes()).containsExactly("[\"He\"]", "[\"Hello\"]", "[\"Hello\"]");
    }

    @Test
    void appendingGoesOnBehindAValue() {
        emit(sink -> {
            sink.next("Hel");
            sink.append("lo");
            sink.next("Hello you");
            sink.append("!");
        });

        assertThat(edits()).containsExactly("[\"Hel\"]", "[[[\"append\",[],\"lo\"]]]", "[[[\"append\",[],\" you\"]]]",
                "[[[\"append\",[],\"!\"]]]", "[\"Hello you!\"]");
    }

    @Test
    void appendingToOneOutputLeavesTheOthersAlone() {
        emitBoth(sink -> {
            sink.next(Updates.of(text, "a").and(any, JsonValue.TRUE));
            sink.append(text, "b");
        });

        assertThat(edits()).containsExactly("[\"a\",true]", "[[[\"append\",[],\"b\"]],[]]", "[\"ab\",true]");
    }

    @Test
    void outputsThatNothingWasSaidOfStayAsTheyAre() {
        emitBoth(sink -> {
            sink.append(text, "a");
            sink.append(text, "b");
        });

        assertThat(edits()).containsExactly("[\"a\",{\"__type__\":\"update\"}]", "[[[\"append\",[],\"b\"]],[]]",
                "[\"ab\",{\"__type__\":\"update\"}]");
    }

    @Test
    void appendingToAnOutputThatWasSkippedStartsItsText() {
        emitBoth(sink -> {
            sink.next(Updates.of(any, JsonValue.TRUE));
            sink.append(text, "a");
            sink.append(text, "b");
        });

        assertThat(edits()).containsExactly("[{\"__type__\":\"update\"},true]", "[[[\"replace\",[],\"a\"]],[]]",
                "[[[\"append\",[],\"b\"]],[]]", "[\"ab\",true]");
    }

    @Test
    void appendingToAnOutputThatWasEmptiedStartsItsText() {
        emit(sink -> {
            sink.next("old");
            empty(sink);
            sink.append("new");
        });

        assertThat(edits()).containsExactly("[\"old\"]", "[[[\"replace\",[],null]]]", "[[[\"replace\",[],\"new\"]]]", "[\"new\"]");
    }

    @SuppressWarnings("unchecked")
    private static void empty(Sink<?> sink) {
        ((Sink<@org.jspecify.annotations.Nullable Object>) sink).next(null);
    }

    @Test
    void appendingNeedsToSayWhichOfSeveralOutputs() {
        emitBoth(sink -> sink.append("a"));

        assertThat(Stage.failure(stage().run("x", "[]"))).contains("append(text) needs exactly one output, the handler 'x' has 2");
    }

    @Test
    void appendingToABlockThatIsNoOutputIsNamed() {
        emit(sink -> sink.append(new Field("Elsewhere"), "a"));

        assertThat(Stage.failure(stage().run("x", "[]"))).contains("Field \\\"Elsewhere\\\" is none of the outputs of the handler 'x'");
    }

    @Test
    @SuppressWarnings("unchecked")
    void appendingToWhatIsNoTextIsAnError() {
        emitBoth(sink -> {
            sink.next(Updates.of(any, Jsons.number(7)));
            sink.append((Component<String, ?>) (Component<?, ?>) any, "a");
        });

        assertThat(Stage.failure(stage().run("x", "[]"))).contains("append(text) needs a text, but Any \\\"Any\\\" has another kind of value");
    }

    @Test
    void updatesOfPropertiesAreEditedLikeAnyValue() {
        go.onClick().outputs(List.of(text)).apiName("x").stream(() -> Stream.of(
                Updates.of(new Field().lines(1).as(text)), Updates.of(new Field().lines(2).as(text)), Updates.of(text, "a")));

        assertThat(edits()).containsExactly("[{\"lines\":1,\"__type__\":\"update\"}]", "[[[\"replace\",[\"lines\"],2]]]",
                "[[[\"replace\",[],\"a\"]]]", "[\"a\"]");
    }

    @Test
    void stateIsNeverSent() {
        go.onClick().outputs(state, text).apiName("x").stream(() -> Stream.of(Updates.of(state, "1").and(text, "a"), Updates.of(state, "2")
                .and(text, "b")));
        var open = stage();

        assertThat(Stage.data(open.run("x", "[]"))).containsExactly("[null,\"a\"]", "[[],[[\"replace\",[],\"b\"]]]", "[null,\"b\"]");
        assertThat(open.session.state(open.endpoint("x").outputs().getFirst().id(), state)).isEqualTo("2");
    }

    @Test
    void aLongTextCostsNoMoreThanItsPieces() {
        emit(sink -> IntStream.range(0, 900).forEach(i -> sink.append("word ")));
        var data = edits();

        assertThat(data.subList(1, 900)).containsOnly("[[[\"append\",[],\"word \"]]]");
        assertThat(data.getLast()).hasSize(900 * 5 + 4);
    }
}
