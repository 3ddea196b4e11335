package io.gradio4j.war;

import static io.gradio4j.war.Caller.newSession;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that is stopped in the middle of something. */
class StopIT {

    private static final String STOPPED = "{\"msg\":\"unexpected_error\",\"event_id\":null,\"message\":\"Server stopped unexpectedly.\","
            + "\"session_not_found\":false,\"success\":false";

    @TempDir
    static Path cache;
    @AutoClose
    private FaultServer server;

    @BeforeEach
    void start() throws Exception {
        server = FaultServer.start(cache, Map.of());
    }

    private void assertEnds(Duration soon) throws Exception {
        var begun = System.nanoTime();
        assertThat(server.program().end()).as("ends in time").isTrue();
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(soon);
    }

    @Test
    void streamsAreToldAndTheirHandlersInterruptedAfterTheGrace() throws Exception {
        var app = server.app();
        var foreign = newSession();
        app.join(foreign, "count", 100_000);
        try (var page = LeanPage.open(server.program().url(), newSession(), "");
                var idle = LeanPage.open(server.program().url(), newSession(), ""); var stream = app.stream(foreign)) {
            page.join("a", app.function("count"), 100_000);
            page.await("process_generating");
            stream.await("process_generating");

            var ending = Thread.ofVirtual().start(() -> {
                try {
                    assertEnds(Duration.ofSeconds(8));
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            });
            assertThat(idle.next().toString()).startsWith(STOPPED);
            var last = page.until("unexpected_error");
            assertThat(last.getLast().toString()).startsWith(STOPPED);
            assertThat(last).as("it went on for the time of grace").hasSizeGreaterThan(20);
            assertThatExceptionOfType(IOException.class).isThrownBy(() -> page.await("never"));
            assertThat(stream.await("unexpected_error").toString()).startsWith(STOPPED);
            assertThat(stream.rest()).as("nothing but that the event was cancelled, and the end").hasSizeLessThanOrEqualTo(2);
            ending.join();
        }
        assertThat(server.program().end()).isTrue();
    }

    @Test
    void handlerThatDoesNotListenCannotStopTheStop() throws Exception {
        var session = newSession();
        server.app().join(session, "stubborn", session, 600_000);
        server.awaitFate(session, "running");
        assertEnds(Duration.ofSeconds(6));
    }

    @Test
    void waitingEventsAreNotStartedAnyMore() throws Exception {
        var running = newSession();
        var waiting = newSession();
        server.app().join(running, "hold", running);
        server.app().join(waiting, "hold", waiting);
        try (var stream = server.app().stream(waiting)) {
            stream.await("estimation");
            var ending = Thread.ofVirtual().start(() -> server.close());
            ending.join();
        }
        assertThat(server.program().log()).doesNotContain("Exception");
    }
}
