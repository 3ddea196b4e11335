package io.gradio4j.impl.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import io.gradio4j.Blocks;
import io.gradio4j.LaunchOptions;
import io.gradio4j.impl.app.Settings;
import io.gradio4j.impl.fixtures.Field;
import io.gradio4j.impl.fixtures.Press;
import io.gradio4j.impl.message.Message;
import io.gradio4j.impl.session.Session;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class QueueTest {

    private final Gate gate = new Gate();
    private final Field name = new Field("Name");
    private final Field out = new Field("Out");
    private final Press go = new Press("Go");
    private final Blocks page = Blocks.of(name, out, go);
    private final List<String> order = Collections.synchronizedList(new ArrayList<>());
    private final List<AutoCloseable> open = new ArrayList<>();

    private Stage stage() {
        var stage = new Stage(page);
        open.add(stage);
        return stage;
    }

    @AfterEach
    void close() throws Exception {
        for (var each : open) {
            each.close();
        }
    }

    private String waitAndSay(String value) throws InterruptedException {
        order.add(value);
        gate.enter();
        return value;
    }

    @Test
    void anEventIsEstimatedStartedAndCompleted() {
        go.onClick().inputs(name).outputs(out).apiName("echo").run(n -> n + "!!");
        var messages = stage().run("echo", "[\"hi\"]");

        assertThat(Stage.names(messages)).containsExactly("Estimation", "ProcessStarts", "Succeeded");
        assertThat(messages.get(0)).isEqualTo(new Message.Estimation(id(messages), 0, 1, null));
        assertThat(messages.get(1)).isEqualTo(new Message.ProcessStarts(id(messages), null));
        assertThat(Stage.data(messages)).containsExactly("[\"hi!!\"]");
    }

    private static String id(List<Message> messages) {
        return ((Message.OfEvent) messages.getFirst()).eventId();
    }

    @Test
    void theSecondEventHasTheMeanOfTheFirst() {
        go.onClick().outputs(out).apiName("echo").run(() -> "x");
        var stage = stage();
        stage.run("echo", "[]");

        var second = stage.run("echo", "[]");

        assertThat(((Message.Estimation) second.getFirst()).rankEta()).isPositive();
        assertThat(((Message.ProcessStarts) second.get(1)).eta()).isPositive();
        var output = Stage.result(second);
        assertThat(output.averageDuration()).isPositive();
        assertThat(output.generating()).isFalse();
    }

    @Test
    void queuedEventsOfOneListenerRunInOrder() {
        go.onClick().inputs(name).outputs(out).apiName("wait").run(this::waitAndSay);
        var stage = stage();
        gate.letGo(5);
        var last = "";
        for (var value : List.of("a", "b", "c", "d", "e")) {
            last = stage.join("wait", "[\"" + value + "\"]");
        }

        stage.until(last);

        assertThat(order).containsExactly("a", "b", "c", "d", "e");
        assertThat(gate.most()).isOne();
    }

    @Test
    void aLimitIsNeverPassed() {
        go.onClick().inputs(name).outputs(out).apiName("wait").concurrencyLimit(3).run(this::waitAndSay);
        var stage = stage();
        for (var i = 0; i < 10; i++) {
            stage.join("wait", "[\"x\"]");
        }
        await().until(() -> gate.inside() == 3);
        assertThat(stage.queue.waiting()).isEqualTo(7);

        gate.letGo(10);

        await().until(() -> gate.entered() == 10 && gate.inside() == 0);
        assertThat(gate.most()).isEqualTo(3);
    }

    @Test
    void withoutALimitAllRunAtOnce() {
        go.onClick().inputs(name).outputs(out).apiName("wait").unlimitedConcurrency().run(this::waitAndSay);
        var stage = stage();
        for (var i = 0; i < 30; i++) {
            stage.join("wait", "[\"x\"]");
        }

        await().until(() -> gate.inside() == 30);
        gate.letGo(30);
    }

    @Test
    void theCeilingHoldsForAllListenersTogether() {
        page.maxThreads(2);
        go.onClick().inputs(name).outputs(out).apiName("one").unlimitedConcurrency().run(this::waitAndSay);
        go.onClick().inputs(name).outputs(out).apiName("two").unlimitedConcurrency().run(this::waitAndSay);
        var stage = stage();
        for (var i = 0; i < 3; i++) {
            stage.join("one", "[\"x\"]");
            stage.join("two", "[\"x\"]");
        }
        await().until(() -> gate.inside() == 2);
        assertThat(stage.queue.waiting()).isEqualTo(4);

        gate.letGo(6);

        await().until(() -> gate.entered() == 6 && gate.inside() == 0);
        assertThat(gate.most()).isEqualTo(2);
    }

    @Test
    void aGroupSharesOneLane() {
        go.onClick().inputs(name).outputs(out).apiName("one").concurrencyId("gpu").concurrencyLimit(1).run(this::waitAndSay);
        go.onClick().inputs(name).outputs(out).apiName("two").concurrencyId("gpu").concurrencyLimit(4).run(this::waitAndSay);
        var stage = stage();
        gate.letGo(4);
        stage.join("one", "[\"a\"]");
        stage.join("two", "[\"b\"]");
        stage.join("one", "[\"c\"]");

        stage.until(stage.join("two", "[\"d\"]"));

        assertThat(order).containsExactly("a", "b", "c", "d");
        assertThat(gate.most()).isOne();
    }

    @Test
    void listenersDoNotWaitForEachOther() {
        go.onClick().inputs(name).outputs(out).apiName("slow").run(this::waitAndSay);
        go.onClick().outputs(out).apiName("fast").run(() -> "fast");
        var stage = stage();
        stage.join("slow", "[\"x\"]");

        assertThat(Stage.data(stage.run("fast", "[]"))).containsExactly("[\"fast\"]");
        gate.letGo(1);
    }

    @Test
    void waitingEventsHearWhereTheyStandAndMoveUp() {
        go.onClick().inputs(name).outputs(out).apiName("wait").run(this::waitAndSay);
        var stage = stage();
        var first = stage.join("wait", "[\"a\"]");
        stage.join("wait", "[\"b\"]");
        var third = stage.join("wait", "[\"c\"]");
        stage.heard();
        assertThat(stage.of(third)).containsExactly(new Message.Estimation(third, 1, 2, null));

        gate.letGo(1);
        stage.until(first);
        await().until(() -> gate.inside() == 1 && gate.entered() == 2);
        stage.passTime();
        stage.heard();

        assertThat(stage.of(third)).element(1).isInstanceOfSatisfying(Message.Estimation.class, moved -> {
            assertThat(moved.rank()).isZero();
            assertThat(moved.queueSize()).isOne();
        });
        gate.letGo(2);
        stage.until(third);
    }

    @Test
    void anEventWithoutQueueRunsPastTheLimits() {
        page.maxThreads(1);
        go.onClick().inputs(name).outputs(out).apiName("slow").run(this::waitAndSay);
        go.onClick().outputs(out).apiName("now").queue(false).run(() -> "now");
        var stage = stage();
        stage.join("slow", "[\"x\"]");

        var messages = stage.run("now", "[]");

        assertThat(Stage.names(messages)).containsExactly("Estimation", "ProcessStarts", "Succeeded");
        gate.letGo(1);
    }

    @Test
    void anEventWithoutQueueShowsNoProgress() {
        go.onClick().inputs(io.gradio4j.Gradio.progress()).outputs(out).apiName("now").queue(false).run(progress -> {
            progress.report(0.5, "half");
            return "x";
        });

        assertThat(Stage.names(stage().run("now", "[]"))).doesNotContain("ProgressReport");
    }

    @Test
    void aSessionHearsOnlyOfItsOwnEvents() {
        go.onClick().outputs(out).apiName("x").run(() -> "x");
        var stage = stage();
        var other = new Session("other");
        stage.join(other, "x", Stage.input("[]"), true);
        await().until(() -> other.outbox().size() == 3);

        assertThat(stage.heard()).isEmpty();
        assertThat(other.outbox().unfinished()).hasSize(1);
    }

    @Test
    void thePageHearsThatItsEventIsAcceptedBeforeAnythingElse() {
        go.onClick().outputs(out).apiName("x").run(() -> "x");
        var stage = stage();

        stage.queue.join(stage.session, stage.endpoint("x"), Stage.input("[]"),
                new EventQueue.Ticket("e", true, Optional.of(new Message.Joined("mine", "e"))));
        stage.until("e");

        assertThat(stage.heard().getFirst()).isEqualTo(new Message.Joined("mine", "e"));
    }

    @Test
    void anEventIsKnownUntilItEnds() {
        go.onClick().inputs(name).outputs(out).apiName("wait").run(this::waitAndSay);
        var stage = stage();
        var id = stage.join("wait", "[\"x\"]");
        assertThat(stage.queue.session(id)).contains(stage.session);

        gate.letGo(1);
        stage.until(id);

        await().untilAsserted(() -> assertThat(stage.queue.session(id)).isEmpty());
    }

    @Test
    void aClosedQueueRefuses() {
        go.onClick().outputs(out).apiName("x").run(() -> "x");
        var stage = stage();
        stage.queue.close();

        assertThatExceptionOfType(RefusedException.class).isThrownBy(() -> stage.join("x", "[]")).satisfies(e -> {
            assertThat(e.status()).isEqualTo(503);
            assertThat(e).hasMessage("Queue is stopped.");
        });
    }

    @Test
    void closingEndsWhatWaitsAndRuns() {
        go.onClick().inputs(name).outputs(out).apiName("wait").run(this::waitAndSay);
        var stage = stage();
        var running = stage.join("wait", "[\"a\"]");
        var waiting = stage.join("wait", "[\"b\"]");
        await().until(() -> gate.inside() == 1);

        stage.queue.close();

        assertThat(stage.until(running)).last().isEqualTo(new Message.Cancelled(running));
        assertThat(stage.until(waiting)).last().isEqualTo(new Message.Cancelled(waiting));
        await().until(() -> gate.interrupted() == 1);
        assertThat(gate.entered()).isOne();
    }

    @Test
    void anEventWithoutFunctionIsRefused() {
        go.onClick().js("() => 1");
        var stage = stage();

        assertThatExceptionOfType(RefusedException.class).isThrownBy(() -> stage.join("js_fn", "[]"))
                .satisfies(e -> assertThat(e.status()).isEqualTo(400)).withMessageContaining("no function");
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> stage.queue.direct(stage.session, stage.endpoint("js_fn"), Stage.input("[]")));
    }

    @Test
    void idsAreThirtyTwoHexadecimalDigits() {
        assertThat(EventQueue.newId()).matches("[0-9a-f]{32}").isNotEqualTo(EventQueue.newId());
    }

    @Test
    void theOperatorsLimitHoldsWhereTheAppNamesNone() {
        go.onClick().inputs(name).outputs(out).apiName("wait").run(this::waitAndSay);
        var stage = new Stage(page, Settings.from(new LaunchOptions(), n -> Optional.of("2").filter(most -> n.equals("GRADIO_MAX_QUEUE_SIZE"))));
        open.add(stage);
        for (var i = 0; i < 3; i++) {
            stage.join("wait", "[\"x\"]");
        }

        assertThatExceptionOfType(RefusedException.class).isThrownBy(() -> stage.join("wait", "[\"x\"]"))
                .withMessage("Queue is full. Max size is 2 and size is 2.");
        gate.letGo(3);
    }
}
