package io.gradio4j.war;

import static io.gradio4j.war.Caller.newSession;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Handlers that fail, hang or do not listen: their own event ends, and nobody else notices. */
class FailingHandlerIT {

    @TempDir
    static Path cache;
    @AutoClose
    private static FaultServer server;

    @BeforeAll
    static void start() throws Exception {
        server = FaultServer.start(cache, Map.of(), "-Xmx256m");
    }

    @AfterEach
    void allIsFree() throws Exception {
        server.awaitGauge("gradio_queue_running", 0);
        server.assertWell();
    }

    @ParameterizedTest
    @ValueSource(strings = {"exception", "error", "stack", "memory", "text"})
    void whateverAHandlerThrowsEndsItsEvent(String how) throws Exception {
        var session = newSession();
        server.app().join(session, "break", how);
        try (var stream = server.app().stream(session)) {
            var last = stream.await("process_completed");
            assertThat(last.getBoolean("success")).isFalse();
            assertThat(last.getJsonObject("output")).isEqualTo(Caller.json("{\"error\":null}"));
            assertThat(stream.rest()).hasSize(1);
        }
        var direct = server.app().post(Caller.API + "run/break", "{\"data\":[\"" + how + "\"]}");
        assertThat(direct.statusCode()).isEqualTo(500);
        assertThat(direct.body()).isEqualTo("{\"error\":null}");
        try (var page = LeanPage.open(server.program().url(), newSession(), "")) {
            page.join("a", server.app().function("break"), how);
            assertThat(page.await("process_completed").getBoolean("success")).isFalse();
        }
    }

    @Test
    void handlerThatHangsIsEndedByTheTimeLimit() throws Exception {
        var session = newSession();
        server.app().join(session, "hold_a_second", session);
        try (var stream = server.app().stream(session)) {
            var last = stream.await("process_completed");
            assertThat(last.getBoolean("success")).isFalse();
            assertThat(last.getJsonObject("output").getString("error")).isEqualTo("It took longer than the time limit of 1.0 s.");
        }
        server.awaitFate(session, "interrupted");
    }

    @Test
    void handlerThatDoesNotListenLosesItsPlaceButNotItsThread() throws Exception {
        var deaf = newSession();
        var next = newSession();
        var id = server.app().join(deaf, "stubborn", deaf, 3_000);
        server.awaitFate(deaf, "running");
        server.app().join(next, "stubborn", next, 1);
        server.app().cancel(deaf, "stubborn", id);
        try (var stream = server.app().stream(next)) {
            assertThat(stream.await("process_completed").getJsonObject("output").getJsonArray("data").getString(0)).isEqualTo(next);
        }
        assertThat(server.fate(deaf)).isEqualTo("deaf");
        try (var stream = server.app().stream(deaf)) {
            assertThat(stream.await("process_completed").getBoolean("cancelled")).as("whatever the handler does").isTrue();
            assertThat(stream.rest()).hasSize(1);
        }
        assertThat(server.gauge("gradio_handlers_lingering")).isEqualTo(1);
        server.awaitFate(deaf, "done");
        server.awaitGauge("gradio_handlers_lingering", 0);
    }
}
