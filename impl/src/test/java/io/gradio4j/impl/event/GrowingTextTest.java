package io.gradio4j.impl.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.gradio4j.Blocks;
import io.gradio4j.Sink;
import io.gradio4j.Updates;
import io.gradio4j.impl.fixtures.Field;
import io.gradio4j.impl.fixtures.Press;
import io.gradio4j.impl.fixtures.Talk;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A text within a value grows by what is added, however long the value is. */
class GrowingTextTest {

    private final Talk talk = new Talk("Talk");
    private final Field text = new Field("Text");
    private final Press go = new Press("Go");
    private Stage stage = new Stage(Blocks.of());

    private Stage stage() {
        stage = new Stage(Blocks.of(talk, text, go).showError(true));
        return stage;
    }

    @AfterEach
    void close() {
        stage.close();
    }

    private List<String> emitted(java.util.function.Consumer<Sink<List<String>>> emits) {
        go.onClick().outputs(talk).apiName("x").emit(emits::accept);
        return Stage.data(stage().run("x", "[]"));
    }

    @Test
    void onlyWhatIsAddedIsSent() {
        assertThat(emitted(out -> {
            out.next(List.of("a", ""));
            out.append("b");
            out.append("c");
        })).containsExactly("[[{\"text\":\"a\"},{\"text\":\"\"}]]", "[[[\"append\",[1,\"text\"],\"b\"]]]", "[[[\"append\",[1,\"text\"],\"c\"]]]",
                "[[{\"text\":\"a\"},{\"text\":\"bc\"}]]");
    }

    @Test
    void aWholeValueAfterItIsComparedWithWhatGrew() {
        assertThat(emitted(out -> {
            out.next(List.of("a"));
            out.append("b");
            out.next(List.of("ab", "c"));
            out.append("d");
        })).containsExactly("[[{\"text\":\"a\"}]]", "[[[\"append\",[0,\"text\"],\"b\"]]]", "[[[\"add\",[1],{\"text\":\"c\"}]]]",
                "[[[\"append\",[1,\"text\"],\"d\"]]]", "[[{\"text\":\"ab\"},{\"text\":\"cd\"}]]");
    }

    @Test
    void simpleClientsGetWholeValues() {
        go.onClick().outputs(talk).apiName("x").emit(out -> {
            out.next(List.of("a"));
            out.append("b");
        });
        var open = stage();

        assertThat(Stage.data(open.until(open.join(open.session, "x", Stage.input("[]"), true))))
                .containsExactly("[[{\"text\":\"a\"}]]", "[[{\"text\":\"ab\"}]]", "[[{\"text\":\"ab\"}]]");
    }

    @Test
    void otherOutputsStayAsTheyAre() {
        go.onClick().outputs(talk, text).apiName("x").emit(out -> {
            out.next(Updates.of(talk, List.of("a")).and(text, "t"));
            out.append(talk, "b");
        });

        assertThat(Stage.data(stage().run("x", "[]"))).containsExactly("[[{\"text\":\"a\"}],\"t\"]", "[[[\"append\",[0,\"text\"],\"b\"]],[]]",
                "[[{\"text\":\"ab\"}],\"t\"]");
    }

    @Test
    void aValueWithoutAnEndIsAnError() {
        go.onClick().outputs(talk).apiName("x").emit(out -> out.append("b"));

        assertThat(Stage.failure(stage().run("x", "[]"))).contains("append(text) needs a text, but Talk \\\"Talk\\\" has another kind");
    }

    /** A piece costs the same for ten lines and for ten thousand: less than twenty times as long, not a thousand times. */
    @Test
    void aPieceCostsTheSameForALongValue() {
        assertThat(nanosecondsOfPieces(10_000)).isLessThan(20 * Math.max(nanosecondsOfPieces(10), 1_000_000));
    }

    private long nanosecondsOfPieces(int lines) {
        var spent = new long[1];
        var press = new Press("Go");
        var lasting = new Talk("Talk");
        press.onClick().outputs(lasting).apiName("x").emit(out -> {
            out.next(Stream.concat(Collections.nCopies(lines, "line").stream(), Stream.of("")).toList());
            out.append("warm");
            var start = System.nanoTime();
            for (var i = 0; i < 1000; i++) {
                out.append("piece");
            }
            spent[0] = System.nanoTime() - start;
        });
        try (var open = new Stage(Blocks.of(lasting, press))) {
            open.run("x", "[]");
        }
        return spent[0];
    }
}
