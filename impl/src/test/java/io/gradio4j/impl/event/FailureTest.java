package io.gradio4j.impl.event;

import static io.gradio4j.Gradio.progress;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.gradio4j.Blocks;
import io.gradio4j.GradioException;
import io.gradio4j.Toast;
import io.gradio4j.impl.fixtures.Field;
import io.gradio4j.impl.fixtures.Press;
import io.gradio4j.impl.message.Message;
import io.gradio4j.impl.session.Session;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FailureTest {

    private final Field name = new Field("Name");
    private final Field out = new Field("Out");
    private final Press go = new Press("Go");
    private final Blocks page = Blocks.of(name, out, go);
    private Stage stage = new Stage(Blocks.of());

    private List<Message> run(String json) {
        stage = new Stage(page);
        return stage.run("x", json);
    }

    @AfterEach
    void close() {
        stage.close();
    }

    private void fails(Exception cause) {
        go.onClick().outputs(out).apiName("x").run(() -> {
            throw cause;
        });
    }

    @Test
    void whatAnAppMeansToSayIsAlwaysSaid() {
        fails(new GradioException("No file").title("Oops").logged(false));

        assertThat(Stage.failure(run("[]"))).isEqualTo("{\"error\":\"No file\",\"duration\":10.0,\"visible\":true,\"title\":\"Oops\"}");
    }

    @Test
    void aStickyInvisibleErrorSaysSo() {
        fails(new GradioException("No file").duration(0).visible(false).logged(false));

        assertThat(Stage.failure(run("[]"))).isEqualTo("{\"error\":\"No file\",\"duration\":null,\"visible\":false,\"title\":\"Error\"}");
    }

    @Test
    void otherExceptionsAreSecret() {
        fails(new IllegalStateException("password is 1234"));

        assertThat(Stage.failure(run("[]"))).isEqualTo("{\"error\":null}");
    }

    @Test
    void otherExceptionsShowWhereThePageSaysSo() {
        page.showError(true);
        fails(new IllegalStateException("by zero"));

        assertThat(Stage.failure(run("[]"))).isEqualTo("{\"error\":\"by zero\",\"visible\":true}");
    }

    @Test
    void anExceptionWithoutTextIsNamed() {
        page.showError(true);
        fails(new java.util.NoSuchElementException());

        assertThat(Stage.failure(run("[]"))).isEqualTo("{\"error\":\"NoSuchElementException\",\"visible\":true}");
    }

    @Test
    void errorsOfTheMachineFailTheEventToo() {
        go.onClick().outputs(out).apiName("x").run(() -> {
            throw new StackOverflowError();
        });

        assertThat(Stage.failure(run("[]"))).isEqualTo("{\"error\":null}");
    }

    @Test
    void anExceptionThatFailsWhenItIsReadFailsTheEventToo() {
        page.showError(true);
        fails(new IllegalStateException() {
            @Override
            public String getMessage() {
                throw new UnsupportedOperationException("no text");
            }
        });

        assertThat(Stage.failure(run("[]"))).isEqualTo("{\"error\":null}");
    }

    @Test
    void errorsOfTheMachineFailACallPastTheQueueToo() {
        go.onClick().outputs(out).apiName("x").run(() -> {
            throw new OutOfMemoryError("simulated");
        });
        stage = new Stage(page);

        assertThat(stage.queue.direct(stage.session, stage.endpoint("x"), Stage.input("[]")).failure()).isPresent();
    }

    @Test
    void aFailingEventDoesNotBlockTheNext() {
        go.onClick().inputs(name).outputs(out).apiName("x").run(n -> {
            if (n.equals("bad")) {
                throw new GradioException("bad").logged(false);
            }
            return n;
        });
        stage = new Stage(page);
        var bad = stage.join("x", "[\"bad\"]");
        var good = stage.join("x", "[\"good\"]");

        assertThat(Stage.data(stage.until(good))).containsExactly("[\"good\"]");
        assertThat(stage.until(bad)).last().isInstanceOf(Message.Failed.class);
    }

    @Test
    void aStreamMayFailAfterItsFirstResults() {
        go.onClick().outputs(out).apiName("x").stream(() -> Stream.of("a", "b").map(v -> {
            if (v.equals("b")) {
                throw new GradioException("no b").logged(false);
            }
            return v;
        }));

        var messages = run("[]");

        assertThat(Stage.names(messages)).containsExactly("Estimation", "ProcessStarts", "ProcessGenerating", "Failed");
        assertThat(Stage.data(messages)).containsExactly("[\"a\"]");
        assertThat(messages.getLast()).as("so clients hear no title beside that of the toast")
                .isInstanceOfSatisfying(Message.Failed.class, failed -> assertThat(failed.late()).isTrue());
    }

    @Test
    void whatFailsAtOnceIsNotLate() {
        fails(new GradioException("No file").logged(false));

        assertThat(run("[]").getLast()).isInstanceOfSatisfying(Message.Failed.class, failed -> assertThat(failed.late()).isFalse());
    }

    @Test
    void whoSaysThingsForEverWaitsForAReader() {
        var said = new AtomicInteger();
        go.onClick().outputs(out).apiName("x").run(() -> {
            for (var i = 0; i < 100_000; i++) {
                Toast.info("thing " + i);
                said.incrementAndGet();
            }
            return "x";
        });
        stage = new Stage(page);
        var whose = new Session("nobody reads");
        var id = stage.join(whose, "x", Stage.input("[]"), false);

        await().until(() -> whose.outbox().isFull());
        var held = whose.outbox().size();
        await().during(Duration.ofMillis(300)).until(() -> whose.outbox().size() == held);

        assertThat(said).hasValueLessThan(5_000);
        stage.queue.cancel(whose.hash(), id);
        assertThat(whose.outbox().size()).as("the end of an event is always told").isEqualTo(held + 1);
    }

    @Test
    void aHandlerCanReportProgress() {
        go.onClick().inputs(progress()).outputs(out).apiName("x").run(progress -> {
            progress.report(3, 10, "Loading");
            return "x";
        });

        assertThat(run("[]")).anySatisfy(m -> assertThat(m).isInstanceOfSatisfying(Message.ProgressReport.class, report ->
                assertThat(report.units()).containsExactly(new io.gradio4j.Progress.Unit(3L, 10L, "steps", null, "Loading"))));
    }

    private static List<Long> steps(List<Message> messages) {
        return messages.stream().filter(Message.ProgressReport.class::isInstance)
                .map(m -> ((Message.ProgressReport) m).units().getFirst().index()).toList();
    }

    @Test
    void ofManyReportsAtOnceTheNewestIsSent() {
        var gate = new Gate();
        go.onClick().inputs(progress()).outputs(out).apiName("x").run(progress -> {
            for (var i = 1; i <= 100_000; i++) {
                progress.report(i, 100_000, "Loading");
            }
            gate.enter();
            return "x";
        });
        stage = new Stage(page);
        var id = stage.join("x", "[]");
        await().until(() -> gate.inside() == 1);

        stage.passTime();
        stage.passTime();
        gate.letGo(1);

        assertThat(steps(stage.until(id))).containsExactly(1L, 100_000L);
    }

    @Test
    void noReportComesBehindTheEnd() {
        go.onClick().inputs(progress()).outputs(out).apiName("x").run(progress -> {
            progress.report(1, 2, "one");
            progress.report(2, 2, "two");
            return "x";
        });
        var messages = run("[]");
        var id = ((Message.OfEvent) messages.getFirst()).eventId();

        stage.passTime();
        stage.heard();

        assertThat(steps(stage.of(id))).containsExactly(1L);
        assertThat(stage.of(id)).last().isInstanceOf(Message.Succeeded.class);
    }

    @Test
    void aHandlerCanSayThings() {
        go.onClick().outputs(out).apiName("x").run(() -> {
            Toast.warning("careful");
            Toast.of(Toast.Level.INFO, "stay").withDuration(Duration.ZERO).withTitle("Note").show();
            return "x";
        });

        var messages = run("[]");
        var id = ((Message.OfEvent) messages.getFirst()).eventId();
        assertThat(messages).contains(new Message.Log(id, "careful", "warning", 10.0, true, "Warning"),
                new Message.Log(id, "stay", "info", null, true, "Note"));
        assertThat(Stage.names(messages)).containsExactly("Estimation", "ProcessStarts", "Log", "Log", "Succeeded");
    }

    @Test
    void aDirectCallFailsInTheSameWords() {
        fails(new GradioException("No file").logged(false));
        stage = new Stage(page);

        var direct = stage.queue.direct(stage.session, stage.endpoint("x"), Stage.input("[]"));

        assertThat(direct.output()).isEmpty();
        assertThat(direct.failure()).contains(new Message.Failure("No file", new Message.FailureToast("Error", 10.0), true));
    }

    @Test
    void aDirectCallGivesItsResultWithoutMessages() {
        go.onClick().inputs(name).outputs(out).apiName("x").run(n -> n);
        stage = new Stage(page);

        var direct = stage.queue.direct(stage.session, stage.endpoint("x"), Stage.input("[\"hi\"]"));

        assertThat(Stage.data(direct.output().orElseThrow())).isEqualTo("[\"hi\"]");
        assertThat(stage.heard()).isEmpty();
    }

    @Test
    void aDirectCallTakesTheFirstOfSeveralResultsAndClosesTheStream() {
        var closed = new AtomicInteger();
        go.onClick().outputs(out).apiName("x").stream(() -> Stream.of("a", "b").onClose(closed::incrementAndGet));
        stage = new Stage(page);

        var direct = stage.queue.direct(stage.session, stage.endpoint("x"), Stage.input("[]"));

        assertThat(Stage.data(direct.output().orElseThrow())).isEqualTo("[\"a\"]");
        assertThat(direct.output().orElseThrow().generating()).isTrue();
        assertThat(closed).hasValue(1);
    }
}
