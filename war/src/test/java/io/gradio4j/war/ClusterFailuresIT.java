package io.gradio4j.war;

import static io.gradio4j.war.Caller.API;
import static io.gradio4j.war.Caller.json;
import static io.gradio4j.war.Caller.newSession;
import static io.gradio4j.war.Caller.object;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of pages and their events when a server of a cluster ends, or its Redis. */
class ClusterFailuresIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir
    private Path folder;
    private Nodes nodes;

    @BeforeEach
    void start() throws Exception {
        nodes = new Nodes(folder, "ClusterApp", Map.of("GRADIO_SHUTDOWN_GRACE", "0.2"));
    }

    @AfterEach
    void end() throws Exception {
        nodes.close();
    }

    private static JsonValue data(JsonObject completed) {
        return completed.getJsonObject("output").get("data");
    }

    /** All that a numbered stream said of a text that grows, put together; it has to be complete. */
    private static String grown(List<JsonObject> messages) {
        assertThat(messages.stream().map(m -> m.getInt("seq")).toList()).isSorted().doesNotHaveDuplicates()
                .isEqualTo(IntStream.range(0, messages.size()).mapToObj(i -> messages.getFirst().getInt("seq") + i).toList());
        return messages.stream().filter(m -> m.getString("msg").equals("process_generating")).map(m -> data(m).asJsonArray().getFirst())
                .map(v -> v instanceof jakarta.json.JsonString s ? s.getString() : v.asJsonArray().getJsonArray(0).getString(2)).collect(Collectors.joining());
    }

    private static String counted(int n) {
        return IntStream.range(0, n).mapToObj(i -> i + " ").collect(Collectors.joining());
    }

    private static List<JsonObject> take(PageSocket page, int count) throws InterruptedException {
        var taken = new ArrayList<JsonObject>();
        page.until(m -> {
            if (m.containsKey("seq")) {
                taken.add(m);
            }
            return taken.size() >= count;
        });
        return taken;
    }

    @Test
    void pageWhoseServerDiesLosesNothingOfAnEventThatRunsElsewhere() throws Exception {
        var session = newSession();
        var first = nodes.node(1).socket(session, "");
        var id = nodes.node(0).join(session, "count", 100);
        var messages = take(first, 20);

        nodes.program(1).close();

        assertThat(first.closed()).isNotEqualTo(1000);
        try (var again = nodes.node(0).socket(session, "&last_seq=" + messages.getLast().getInt("seq"))) {
            assertThat(again.next()).isEqualTo(json("{\"msg\":\"connected\",\"known\":true}"));
            messages.addAll(again.until("process_completed"));
        }
        assertThat(messages).allMatch(m -> m.getString("event_id").equals(id));
        assertThat(grown(messages)).isEqualTo(counted(100));
        assertThat(data(messages.getLast())).isEqualTo(json("[\"" + counted(100) + "\"]"));
    }

    @Test
    void pageWhoseServerStopsInOrderGoesOnElsewhere() throws Exception {
        var session = newSession();
        var first = nodes.node(1).socket(session, "");
        nodes.node(0).join(session, "count", 100);
        var messages = take(first, 20);

        assertThat(nodes.program(1).end()).isTrue();

        var last = messages.getLast().getInt("seq");
        try (var again = nodes.node(0).socket(session, "&last_seq=" + last)) {
            messages.addAll(again.until("process_completed").stream().filter(m -> m.containsKey("seq")).toList());
        }
        assertThat(grown(messages)).isEqualTo(counted(100));
    }

    @Test
    void eventsOfAServerThatDiesFailWithAReasonAndStateStays() throws Exception {
        var session = newSession();
        assertThat(nodes.node(0).post(API + "run/buy", "{\"data\":[\"tea\",null],\"session_hash\":\"" + session + "\"}").statusCode()).isEqualTo(200);
        try (var page = nodes.node(1).socket(session, "")) {
            var running = nodes.node(0).join(session, "count", 10_000);
            var other = nodes.node(0).join(session, "wait");
            page.until("process_generating");

            nodes.program(0).close();

            var ends = page.until(m -> m.getString("msg").equals("process_completed"));
            ends.addAll(page.until(m -> m.getString("msg").equals("process_completed")));
            var failed = ends.stream().filter(m -> m.getString("msg").equals("process_completed")).toList();
            assertThat(failed).extracting(m -> m.getString("event_id")).containsExactlyInAnyOrder(running, other);
            assertThat(failed).allSatisfy(m -> {
                assertThat(m.getBoolean("success")).isFalse();
                assertThat(m.getJsonObject("output").getString("error")).isEqualTo("The server that ran this event has stopped. Please try again.");
            });
            page.join("b", "count", 2);
            assertThat(data(page.until("process_completed").getLast())).isEqualTo(json("[\"0 1 \"]"));
        }
        var bought = object(nodes.node(1).post(API + "run/buy", "{\"data\":[\"a\",null],\"session_hash\":\"" + session + "\"}"));
        assertThat(bought.getJsonArray("data").getString(0))
                .isEqualTo("Item[name=tea, size=SMALL, since=1970-01-01]; Item[name=a, size=SMALL, since=1970-01-01]");
    }

    @Test
    void eventsOfAServerThatStopsInOrderFailWithAReason() throws Exception {
        var session = newSession();
        try (var page = nodes.node(1).socket(session, "")) {
            nodes.node(0).join(session, "wait");
            page.until("process_starts");
            assertThat(nodes.program(0).end()).isTrue();
            var last = page.until("process_completed").getLast();
            assertThat(last.getJsonObject("output").getString("error")).isEqualTo("The server that ran this event has stopped. Please try again.");
        }
    }

    @Test
    void callWhoseServerDiesIsAnsweredByTheOther() throws Exception {
        var started = nodes.node(0).post(API + "call/wait", "{\"data\":[]}");
        var id = object(started).getString("event_id");
        nodes.program(0).close();
        assertThat(nodes.node(1).get(API + "call/wait/" + id).body())
                .contains("event: error\ndata: {\"error\":\"The server that ran this event has stopped. Please try again.\"");
    }

    @Test
    void lostRedisIsSaidAndComesBackByItself() throws Exception {
        var node = nodes.node(0);
        await().atMost(PATIENCE).until(() -> node.get(API + "health").statusCode() == 200);
        var session = newSession();
        try (var page = node.socket(session, "")) {
            page.join("a", "count", 200);
            var before = take(page, 30);

            nodes.redis().kill();

            var refused = node.post(API + "queue/join", node.body(newSession(), "count", 1).toString());
            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(object(refused).getString("detail")).startsWith("The server cannot reach its store of sessions.");
            await().atMost(PATIENCE).until(() -> node.get(API + "health").statusCode() == 503);
            assertThat(object(node.get(API + "health"))).isEqualTo(json("{\"status\":\"DOWN\",\"checks\":[{\"name\":\"queue\",\"status\":\"UP\"},"
                    + "{\"name\":\"redis\",\"status\":\"DOWN\"}]}"));
            assertThat(node.get(API + "health/live").statusCode()).isEqualTo(200);

            nodes.redis().restart();

            await().atMost(PATIENCE).until(() -> node.get(API + "health").statusCode() == 200);
            var after = page.until("process_completed").stream().filter(m -> m.containsKey("seq")).toList();
            assertThat(data(after.getLast())).as("what ran meanwhile").isEqualTo(json("[\"" + counted(200) + "\"]"));
            var numbers = new ArrayList<>(before.stream().map(m -> m.getInt("seq")).toList());
            after.forEach(m -> numbers.add(m.getInt("seq")));
            assertThat(numbers).isSorted().doesNotHaveDuplicates();
        }
        var id = node.join(newSession(), "count", 1);
        assertThat(id).isNotEmpty();
    }
}
