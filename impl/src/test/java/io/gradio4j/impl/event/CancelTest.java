package io.gradio4j.impl.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.gradio4j.Blocks;
import io.gradio4j.Toast;
import io.gradio4j.impl.fixtures.Field;
import io.gradio4j.impl.fixtures.Press;
import io.gradio4j.impl.message.Message;
import io.gradio4j.impl.session.Session;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CancelTest {

    private final Gate gate = new Gate();
    private final AtomicInteger closed = new AtomicInteger();
    private final AtomicReference<Throwable> thrown = new AtomicReference<>();
    private final Field name = new Field("Name");
    private final Field out = new Field("Out");
    private final Press go = new Press("Go");
    private Stage stage = new Stage(Blocks.of());

    @BeforeEach
    void open() {
        go.onClick().inputs(name).outputs(out).apiName("wait").run(n -> {
            gate.enter();
            return n;
        });
        go.onClick().outputs(out).apiName("stubborn").run(() -> {
            gate.enterStubbornly();
            Toast.info("too late");
            return "late";
        });
        go.onClick().outputs(out).apiName("stream").stream(() -> Stream.iterate(0, i -> i + 1).map(i -> {
            waitAfterTheFirst(i);
            return "item " + i;
        }).onClose(closed::incrementAndGet));
        go.onClick().outputs(out).apiName("emit").emit(sink -> {
            try {
                while (true) {
                    sink.next("x");
                }
            } catch (CancellationException e) {
                thrown.set(e);
                throw e;
            }
        });
        stage = new Stage(Blocks.of(name, out, go));
    }

    private void waitAfterTheFirst(int item) {
        if (item > 0) {
            try {
                gate.enter();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CancellationException("interrupted");
            }
        }
    }

    @AfterEach
    void close() {
        gate.letStubbornGo();
        stage.close();
    }

    private static long cancellations(List<Message> messages) {
        return messages.stream().filter(Message.Cancelled.class::isInstance).count();
    }

    @Test
    void aWaitingEventNeverRuns() {
        var running = stage.join("wait", "[\"a\"]");
        var waiting = stage.join("wait", "[\"b\"]");

        stage.queue.cancel(stage.session.hash(), waiting);

        assertThat(Stage.names(stage.until(waiting))).containsExactly("Estimation", "Cancelled");
        gate.letGo(2);
        stage.until(running);
        assertThat(stage.queue.waiting()).isZero();
        assertThat(gate.entered()).isOne();
    }

    @Test
    void thoseBehindAWaitingEventHearThatTheyMovedUp() {
        stage.join("wait", "[\"a\"]");
        var second = stage.join("wait", "[\"b\"]");
        var third = stage.join("wait", "[\"c\"]");
        stage.heard();

        stage.queue.cancel(stage.session.hash(), second);
        stage.passTime();

        stage.heard();
        assertThat(stage.of(third)).last().isEqualTo(new Message.Estimation(third, 0, 1, null));
    }

    @Test
    void aRunningEventsThreadIsInterrupted() {
        var running = stage.join("wait", "[\"a\"]");
        await().until(() -> gate.inside() == 1);

        stage.queue.cancel(stage.session.hash(), running);

        assertThat(Stage.names(stage.until(running))).containsExactly("Estimation", "ProcessStarts", "Cancelled");
        await().until(() -> gate.interrupted() == 1);
    }

    @Test
    void theNextEventGetsThePlace() {
        var running = stage.join("wait", "[\"a\"]");
        var next = stage.join("wait", "[\"b\"]");
        await().until(() -> gate.inside() == 1);

        stage.queue.cancel(stage.session.hash(), running);
        await().until(() -> gate.entered() == 2);
        gate.letGo(1);

        assertThat(Stage.data(stage.until(next))).containsExactly("[\"b\"]");
    }

    @Test
    void aHandlerThatIgnoresInterruptsDoesNotKeepThePlace() {
        var first = stage.join("stubborn", "[]");
        var second = stage.join("stubborn", "[]");
        await().until(() -> gate.entered() == 1);

        stage.queue.cancel(stage.session.hash(), first);

        await().until(() -> gate.entered() == 2);
        gate.letStubbornGo();
        assertThat(Stage.data(stage.until(second))).containsExactly("[\"late\"]");
        assertThat(Stage.names(stage.of(first))).containsExactly("Estimation", "ProcessStarts", "Cancelled");
    }

    @Test
    void aRunningEventIsCancelledOnce() {
        var running = stage.join("stubborn", "[]");
        await().until(() -> gate.entered() == 1);

        stage.queue.cancel(stage.session.hash(), running);
        stage.queue.cancel(stage.session.hash(), running);
        stage.queue.cancelAll(stage.session);

        assertThat(cancellations(stage.until(running))).isOne();
        stage.heard();
        assertThat(cancellations(stage.of(running))).isOne();
    }

    @Test
    void anEventThatHasEndedStaysAsItEnded() {
        gate.letGo(1);
        var done = stage.join("wait", "[\"a\"]");
        stage.until(done);

        stage.queue.cancel(stage.session.hash(), done);

        stage.heard();
        assertThat(cancellations(stage.of(done))).isZero();
    }

    @Test
    void aStreamIsClosed() {
        var running = stage.join("stream", "[]");
        await().until(() -> gate.inside() == 1);

        stage.queue.cancel(stage.session.hash(), running);

        assertThat(Stage.names(stage.until(running))).containsExactly("Estimation", "ProcessStarts", "ProcessGenerating", "Cancelled");
        await().until(() -> closed.get() == 1);
        assertThat(gate.interrupted()).isOne();
    }

    @Test
    void anEmittingHandlerIsTold() {
        var running = stage.join("emit", "[]");
        await().until(() -> !stage.heard().isEmpty() && Stage.names(stage.of(running)).contains("ProcessGenerating"));

        stage.queue.cancel(stage.session.hash(), running);

        await().until(() -> thrown.get() != null);
        stage.until(running);
        stage.heard();
        assertThat(stage.of(running)).last().isEqualTo(new Message.Cancelled(running));
    }

    @Test
    void anotherSessionsEventIsLeftAlone() {
        var running = stage.join("wait", "[\"a\"]");

        stage.queue.cancel("thief", running);
        stage.queue.cancelAll(new Session("thief"));
        gate.letGo(1);

        assertThat(Stage.data(stage.until(running))).containsExactly("[\"a\"]");
    }

    @Test
    void anUnknownEventIsLeftAlone() {
        stage.queue.cancel(stage.session.hash(), "nothing");

        assertThat(stage.heard()).isEmpty();
    }

    @Test
    void allEventsOfAPageCanBeCancelled() {
        var other = new Session("other");
        var running = stage.join("wait", "[\"a\"]");
        var waiting = stage.join("wait", "[\"b\"]");
        var theirs = stage.join(other, "wait", Stage.input("[\"c\"]"), false);
        await().until(() -> gate.inside() == 1);

        stage.queue.cancelAll(stage.session);

        assertThat(cancellations(stage.until(running))).isOne();
        assertThat(cancellations(stage.until(waiting))).isOne();
        await().until(() -> gate.inside() == 1 && stage.queue.waiting() == 0);
        assertThat(stage.queue.session(theirs)).contains(other);
        gate.letGo(1);
    }
}
