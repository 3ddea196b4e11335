package io.gradio4j.impl.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.gradio4j.Blocks;
import io.gradio4j.LaunchOptions;
import io.gradio4j.impl.app.Assembly;
import io.gradio4j.impl.app.Settings;
import io.gradio4j.impl.fixtures.Apps;
import io.gradio4j.impl.fixtures.Field;
import io.gradio4j.impl.fixtures.Press;
import io.gradio4j.impl.session.Session;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ShutdownTest {

    private final Gate gate = new Gate();
    private final List<AppRuntime> started = new ArrayList<>();

    private AppRuntime start(String grace) {
        var out = new Field("Out");
        var go = new Press("Go");
        go.onClick().outputs(out).apiName("wait").run(() -> {
            gate.enter();
            return "done";
        });
        var settings = Settings.from(new LaunchOptions(), name -> Optional.of(grace).filter(g -> name.equals("GRADIO_SHUTDOWN_GRACE")));
        var runtime = new AppRuntime(new Assembly(Apps.plugins(), settings).app(Blocks.of(out, go)), Apps.plugins(), settings);
        started.add(runtime);
        return runtime;
    }

    @AfterEach
    void stop() {
        gate.letGo(100);
        started.forEach(AppRuntime::close);
    }

    private static void join(AppRuntime runtime, Session session) {
        runtime.queue().join(session, runtime.app().endpoint("wait").orElseThrow(), Stage.input("[]"), EventQueue.Ticket.whole(EventQueue.newId()));
    }

    private static List<String> heard(Session session) {
        try {
            return Stage.names(session.outbox().read().take(Duration.ZERO).orElseThrow().stream().map(e -> e.message()).toList());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void runningHandlersMayEndAndTheirPagesGetTheResult() throws Exception {
        var runtime = start("10");
        var busy = runtime.sessions().open("busy");
        var idle = runtime.sessions().open("idle");
        join(runtime, busy);
        join(runtime, busy);
        await().until(() -> gate.inside() == 1);

        var closing = Thread.ofVirtual().start(runtime::close);
        await().until(() -> heard(idle).equals(List.of("UnexpectedError")));
        assertThat(runtime.queue().isOpen()).isFalse();
        assertThatThrownBy(() -> join(runtime, idle)).isInstanceOf(RefusedException.class).hasMessage("Queue is stopped.");
        assertThat(heard(busy)).doesNotContain("UnexpectedError");

        gate.letGo(2);
        closing.join();
        assertThat(heard(busy)).containsSubsequence("Succeeded", "UnexpectedError", "Cancelled");
        assertThat(gate.entered()).as("what waited is not started any more").isEqualTo(1);
        assertThat(heard(idle)).containsExactly("UnexpectedError");
    }

    @Test
    void handlersThatTakeTooLongAreInterrupted() {
        var runtime = start("0.05");
        var session = runtime.sessions().open("page");
        join(runtime, session);
        await().until(() -> gate.inside() == 1);

        runtime.close();
        await().until(() -> gate.interrupted() == 1);
        assertThat(heard(session)).endsWith("UnexpectedError", "Cancelled");
    }

    @Test
    void callsPastTheQueueGetTheTimeToo() throws Exception {
        var runtime = start("10");
        var result = new java.util.concurrent.atomic.AtomicReference<Direct>();
        var call = Thread.ofVirtual().start(() -> result.set(runtime.queue().direct(new Session(""), runtime.app().endpoint("wait").orElseThrow(),
                Stage.input("[]"))));
        await().until(() -> gate.inside() == 1);
        assertThat(runtime.queue().running()).isEqualTo(1);

        var closing = Thread.ofVirtual().start(runtime::close);
        await().until(() -> !runtime.queue().isOpen());
        gate.letGo(1);
        closing.join();
        call.join();
        assertThat(result.get().output().map(o -> Stage.data(o))).contains("[\"done\"]");
    }

    @Test
    void whatHappensIsCounted() {
        var runtime = start("10");
        var session = runtime.sessions().open("page");
        join(runtime, session);
        join(runtime, session);
        await().until(() -> gate.inside() == 1);
        assertThat(runtime.now().running()).isEqualTo(1);
        assertThat(runtime.now().waiting()).isEqualTo(1);
        assertThat(runtime.now().sessions()).isEqualTo(1);
        assertThat(runtime.now().outbox()).isEqualTo(runtime.now().fullest()).isPositive();

        gate.letGo(1);
        await().until(() -> gate.entered() == 2);
        runtime.queue().cancelAll(session);
        await().until(() -> runtime.queue().running() == 0);
        assertThat(runtime.metrics().history().summaries()).singleElement().satisfies(summary -> {
            assertThat(summary.endpoint()).isEqualTo("wait");
            assertThat(summary.total()).isEqualTo(2);
            assertThat(summary.successRate()).isEqualTo(0.5);
        });
    }
}
