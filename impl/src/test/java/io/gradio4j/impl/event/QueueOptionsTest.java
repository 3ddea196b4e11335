package io.gradio4j.impl.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import io.gradio4j.Blocks;
import io.gradio4j.impl.fixtures.Field;
import io.gradio4j.impl.fixtures.Press;
import io.gradio4j.impl.message.Message;
import io.gradio4j.impl.session.Session;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class QueueOptionsTest {

    private final Gate gate = new Gate();
    private final Field out = new Field("Out");
    private final Press go = new Press("Go");
    private final Blocks page = Blocks.of(out, go);
    private final List<Stage> open = new ArrayList<>();

    private Stage stage() {
        var stage = new Stage(page);
        open.add(stage);
        return stage;
    }

    @AfterEach
    void close() {
        gate.letGo(100);
        open.forEach(Stage::close);
    }

    private String waitAndSay() throws InterruptedException {
        gate.enter();
        return "done";
    }

    @Test
    void aSessionThatNobodyReadsGetsNoMoreEvents() {
        go.onClick().outputs(out).apiName("direct").queue(false).run(() -> "at once");
        var stage = stage();
        var unread = new Session("unread");
        unread.outbox().add(new Message.Log("a", "x".repeat(16 << 20), "info", null, true, ""));

        assertThatExceptionOfType(RefusedException.class).isThrownBy(() -> stage.join(unread, "direct", Stage.input("[]"), false))
                .withMessageContaining("too many messages").extracting(RefusedException::status).isEqualTo(429);
        unread.outbox().acknowledge(1);
        stage.join(unread, "direct", Stage.input("[]"), false);
    }

    @Test
    void aFullQueueRefusesButTheRunningEventsDoNotCount() {
        page.queue(q -> q.maxSize(2));
        go.onClick().outputs(out).apiName("wait").run(this::waitAndSay);
        go.onClick().outputs(out).apiName("direct").queue(false).run(() -> "at once");
        var stage = stage();
        for (var i = 0; i < 3; i++) {
            stage.join("wait", "[]");
        }

        assertThatExceptionOfType(RefusedException.class).isThrownBy(() -> stage.join("wait", "[]"))
                .withMessage("Queue is full. Max size is 2 and size is 2.").extracting(RefusedException::status).isEqualTo(503);
        assertThat(Stage.data(stage.run("direct", "[]"))).containsExactly("[\"at once\"]");
        gate.letGo(1);
        await().until(() -> stage.queue.waiting() == 1);
        stage.join("wait", "[]");
    }

    @Test
    void withARateAllThatWaitAreToldEachTime() {
        page.queue(q -> q.statusUpdateRate(Duration.ofSeconds(2)));
        go.onClick().outputs(out).apiName("wait").run(this::waitAndSay);
        var stage = stage();
        stage.join("wait", "[]");
        var waiting = stage.join("wait", "[]");

        stage.passTime();
        stage.passTime();
        stage.heard();

        assertThat(stage.of(waiting)).hasSize(3).allSatisfy(m -> assertThat(m).isEqualTo(new Message.Estimation(waiting, 0, 1, null)));
    }

    @Test
    void theDefaultLimitIsTheAppsOwn() {
        page.queue(q -> q.defaultConcurrencyLimit(3));
        go.onClick().outputs(out).apiName("wait").run(this::waitAndSay);
        var stage = stage();
        for (var i = 0; i < 5; i++) {
            stage.join("wait", "[]");
        }

        await().until(() -> gate.inside() == 3);
        assertThat(stage.queue.waiting()).isEqualTo(2);
    }

    @Test
    void anEventThatTakesTooLongFailsAndFreesItsPlace() {
        go.onClick().outputs(out).apiName("slow").timeLimit(Duration.ofSeconds(7)).run(this::waitAndSay);
        var stage = stage();
        var slow = stage.join("slow", "[]");
        var next = stage.join("slow", "[]");
        await().until(() -> gate.inside() == 1);

        stage.passTime();

        assertThat(Stage.failure(stage.until(slow))).contains("time limit of 7.0 s");
        await().until(() -> gate.interrupted() == 1 && gate.entered() == 2);
        gate.letGo(1);
        assertThat(Stage.data(stage.until(next))).containsExactly("[\"done\"]");
    }

    @Test
    void anEventInTimeIsLeftAlone() {
        go.onClick().outputs(out).apiName("quick").timeLimit(Duration.ofSeconds(7)).run(() -> "x");
        var stage = stage();
        var quick = stage.join("quick", "[]");
        stage.until(quick);

        stage.passTime();

        stage.heard();
        assertThat(Stage.names(stage.of(quick))).containsExactly("Estimation", "ProcessStarts", "Succeeded");
    }
}
