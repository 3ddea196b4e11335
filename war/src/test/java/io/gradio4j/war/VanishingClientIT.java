package io.gradio4j.war;

import static io.gradio4j.war.Caller.newSession;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Clients that are gone from one moment to the next: what they have started is kept for the time of grace, and then freed. */
class VanishingClientIT {

    private static final int NUMBERS = 300;

    @TempDir
    static Path cache;
    @AutoClose
    private static FaultServer server;

    @BeforeAll
    static void start() throws Exception {
        server = FaultServer.start(cache, Map.of());
    }

    /** Whatever a test is about: nothing stays behind. */
    @AfterEach
    void allIsFree() throws Exception {
        server.awaitGauge("gradio_queue_running", 0);
        server.awaitGauge("gradio_queue_waiting", 0);
        server.awaitGauge("gradio_sessions_connected", 0);
        server.assertWell();
    }

    private static URI app() {
        return server.program().url();
    }

    private static int function(String endpoint) throws Exception {
        return server.app().function(endpoint);
    }

    private static String numbers() {
        return IntStream.rangeClosed(1, NUMBERS).mapToObj(n -> n + " ").collect(Collectors.joining());
    }

    @Test
    void runningAndWaitingEventsOfAPageThatIsGoneEndAfterTheTimeOfGrace() throws Exception {
        var running = newSession();
        var waiting = newSession();
        var first = LeanPage.open(app(), running, "");
        first.join("a", function("hold"), running);
        first.await("process_starts");
        var second = LeanPage.open(app(), waiting, "");
        second.join("a", function("hold"), waiting);
        second.await("estimation");

        second.drop();
        await().during(Duration.ofSeconds(1)).atMost(Duration.ofSeconds(5)).until(() -> server.gauge("gradio_queue_waiting") == 1);
        server.awaitGauge("gradio_queue_waiting", 0);

        first.drop();
        await().during(Duration.ofSeconds(1)).atMost(Duration.ofSeconds(5)).until(() -> server.gauge("gradio_queue_running") == 1);
        server.awaitFate(running, "interrupted");
        assertThat(server.fate(waiting)).isEqualTo("never started");
    }

    @Test
    void whoComesBackInTimeFindsTheEventRunning() throws Exception {
        var session = newSession();
        var page = LeanPage.open(app(), session, "");
        page.join("a", function("hold"), session);
        var id = page.await("process_starts").getString("event_id");
        page.drop();
        try (var again = LeanPage.open(app(), session, "&last_seq=3")) {
            await().during(Duration.ofSeconds(4)).atMost(Duration.ofSeconds(8)).until(() -> server.fate(session).equals("running"));
            again.send("{\"type\":\"cancel\",\"event_id\":\"" + id + "\"}");
            assertThat(again.await("process_completed").getBoolean("cancelled")).isTrue();
        }
    }

    @Test
    void closedPageEndsAtOnceAndItsSessionSoonAfter() throws Exception {
        var session = newSession();
        var page = LeanPage.open(app(), session, "");
        page.join("a", function("hold"), session);
        page.await("process_starts");
        var sessions = server.gauge("gradio_sessions");
        page.close();
        await().atMost(Duration.ofMillis(2_500)).until(() -> server.fate(session).equals("interrupted"));
        await().atMost(FaultServer.PATIENCE).until(() -> server.gauge("gradio_sessions") < sessions);
    }

    @Test
    void eventStreamOfAPageThatIsGoneEndsItsEvent() throws Exception {
        var session = newSession();
        server.app().join(session, "hold", session);
        var stream = LeanStream.open(app(), "queue/data?session_hash=" + session + "&last_seq=0");
        stream.await("process_starts");
        stream.drop();
        server.awaitFate(session, "interrupted");
    }

    @Test
    void eventStreamOfAForeignClientThatIsGoneEndsItsEvent() throws Exception {
        var session = newSession();
        server.app().join(session, "hold", session);
        var stream = LeanStream.open(app(), "queue/data?session_hash=" + session);
        server.awaitFate(session, "running");
        stream.drop();
        server.awaitFate(session, "interrupted");
    }

    @Test
    void heartbeatThatStopsEndsTheEventsOfAPage() throws Exception {
        var session = newSession();
        var heartbeat = LeanStream.open(app(), "heartbeat/" + session);
        server.app().join(session, "hold", session);
        server.awaitFate(session, "running");
        heartbeat.drop();
        server.awaitFate(session, "interrupted");
    }

    @Test
    void socketsThatAreCutInMidStreamLoseAndDoubleNothing() throws Exception {
        var session = newSession();
        var seen = new ArrayList<JsonObject>();
        var page = LeanPage.open(app(), session, "");
        page.join("a", function("count"), NUMBERS);
        while (seen.isEmpty() || !seen.getLast().getString("msg").equals("process_completed")) {
            seen.add(page.next());
            if (seen.size() % 40 == 0) {
                page.drop();
                page = LeanPage.open(app(), session, "&last_seq=" + seen.getLast().getInt("seq"));
            }
        }
        page.close();
        assertWholeStory(seen);
    }

    @Test
    void eventStreamsThatAreCutInMidStreamLoseAndDoubleNothing() throws Exception {
        var session = newSession();
        var seen = new ArrayList<JsonObject>();
        server.app().join(session, "count", NUMBERS);
        while (seen.isEmpty() || !seen.getLast().getString("msg").equals("process_completed")) {
            var last = seen.isEmpty() ? 0 : seen.getLast().getInt("seq");
            var stream = LeanStream.open(app(), "queue/data?session_hash=" + session + "&last_seq=" + last);
            do {
                seen.add(Caller.json(stream.await("\"seq\":").substring("data: ".length())).asJsonObject());
            } while (seen.size() % 40 != 0 && !seen.getLast().getString("msg").equals("process_completed"));
            stream.drop();
        }
        assertWholeStory(seen);
    }

    private static void assertWholeStory(List<JsonObject> seen) {
        assertThat(seen).extracting(m -> m.getInt("seq")).isEqualTo(IntStream.rangeClosed(1, seen.size()).boxed().toList());
        var text = new StringBuilder();
        for (var message : seen) {
            if (message.getString("msg").equals("process_generating")) {
                var data = message.getJsonObject("output").getJsonArray("data").getFirst();
                text.append(text.isEmpty() ? Json.createArrayBuilder().add(data).build().getString(0)
                        : data.asJsonArray().getJsonArray(0).getString(2));
            }
        }
        assertThat(text).hasToString(numbers());
        assertThat(seen.getLast().getJsonObject("output").getJsonArray("data").getString(0)).isEqualTo(numbers());
    }

    @Test
    void readerThatIsSlowMissesStepsButNeverTheLastOne() throws Exception {
        var session = newSession();
        var socket = new Socket();
        socket.setReceiveBufferSize(16 << 10);
        socket.connect(new java.net.InetSocketAddress(app().getHost(), app().getPort()));
        try (var page = LeanPage.open(app(), socket, session, "")) {
            page.join("a", function("flood"), session, 4_000);
            page.await("process_starts");
            // Most of the 200 MB wait at the handler, not in the server's memory; and these requests are served meanwhile.
            await().during(Duration.ofMillis(1_500)).atMost(Duration.ofSeconds(10)).until(() -> server.fate(session).equals("running")
                    && server.gauge("gradio_outbox_messages_max") < 1_000);
            var last = page.next();
            var acknowledged = last.getInt("seq");
            while (!last.getString("msg").equals("process_completed")) {
                last = page.next();
                if (last.getInt("seq") - acknowledged >= 50) {
                    acknowledged = last.getInt("seq");
                    page.acknowledge(acknowledged);
                }
            }
            assertThat(last.getJsonObject("output").getJsonArray("data").getString(0)).startsWith("4000 x");
        }
    }

    @Test
    void readerThatTakesNothingAnyMoreIsCutOffAndItsEventEnds() throws Exception {
        var session = newSession();
        var stuck = LeanPage.open(app(), session, "");
        stuck.join("a", function("flood"), session, 1_000_000);
        server.awaitFate(session, "running");
        server.awaitGauge("gradio_queue_running", 0);
        var next = newSession();
        try (var page = LeanPage.open(app(), next, "")) {
            page.join("a", function("flood"), next, 3);
            assertThat(page.await("process_completed").getBoolean("success")).isTrue();
        }
        stuck.drop();
    }
}
