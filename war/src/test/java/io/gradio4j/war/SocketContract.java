package io.gradio4j.war;

import static io.gradio4j.war.Caller.json;
import static io.gradio4j.war.Caller.newSession;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.net.http.WebSocketHandshakeException;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The WebSocket of a page. */
interface SocketContract extends Served {

    private static List<Integer> sequences(List<JsonObject> messages) {
        return messages.stream().map(m -> m.getInt("seq")).toList();
    }

    private static List<Integer> range(int first, int last) {
        return IntStream.rangeClosed(first, last).boxed().toList();
    }

    private static void assertConnected(PageSocket page, boolean known) throws InterruptedException {
        assertThat(page.next()).isEqualTo(json("{\"msg\":\"connected\",\"known\":" + known + "}"));
    }

    private static JsonValue data(JsonObject completed) {
        return completed.getJsonObject("output").get("data");
    }

    @Test
    default void joinedEventSendsTheMessagesOfTheQueueNumbered() throws Exception {
        try (var page = app().socket(newSession(), "")) {
            assertConnected(page, false);
            page.join("first", "growing", 2);
            var messages = page.until("process_completed");
            var joined = messages.getFirst();
            assertThat(joined.getString("msg")).isEqualTo("joined");
            assertThat(joined.getString("id")).isEqualTo("first");
            assertThat(messages).extracting(m -> m.getString("msg")).containsExactly("joined", "estimation", "process_starts",
                    "process_generating", "process_generating", "process_completed");
            assertThat(sequences(messages)).isEqualTo(range(1, 6));
            assertThat(messages).allMatch(m -> m.getString("event_id").equals(joined.getString("event_id")));
            assertThat(data(messages.get(4))).isEqualTo(json("[[[\"append\",[],\"ab\"]]]"));
            assertThat(data(messages.get(5))).isEqualTo(json("[\"abab\"]"));

            page.join("second", "echo_direct", "unqueued");
            messages = page.until("process_completed");
            assertThat(messages.getFirst().getInt("seq")).isEqualTo(7);
            assertThat(data(messages.getLast())).isEqualTo(json("[\"unqueued\"]"));
        }
    }

    /** None of many is closed while it is being opened, as some servers would do. */
    @Test
    default void everyPageIsServed() throws Exception {
        try (var threads = Executors.newFixedThreadPool(16)) {
            var served = threads.invokeAll(Collections.nCopies(400, () -> {
                try (var page = app().socket(newSession(), "")) {
                    assertConnected(page, false);
                    page.join("a", "echo_direct", "well");
                    return data(page.until("process_completed").getLast());
                }
            }));
            for (var answer : served) {
                assertThat(answer.get()).isEqualTo(json("[\"well\"]"));
            }
        }
    }

    @Test
    default void sameJoinTwiceStartsOneEvent() throws Exception {
        try (var page = app().socket(newSession(), "")) {
            assertConnected(page, false);
            page.join("a", "tally", JsonValue.NULL);
            page.join("a", "tally", JsonValue.NULL);
            page.join("b", "tally", JsonValue.NULL);
            var completed = page.until(m -> m.getString("msg").equals("process_completed") && data(m).equals(json("[\"2\",null]")));
            assertThat(completed).filteredOn(m -> m.getString("msg").equals("joined")).extracting(m -> m.getString("id"))
                    .containsExactly("a", "b");
            assertThat(completed).filteredOn(m -> m.getString("msg").equals("process_completed")).hasSize(2);
        }
    }

    @Test
    default void reconnectedPageGetsExactlyWhatItHasNotSeen() throws Exception {
        var session = newSession();
        var page = app().socket(session, "");
        assertConnected(page, false);
        page.join("a", "spell", 500);
        var seen = page.until(m -> m.getString("msg").equals("process_generating")).getLast().getInt("seq");
        page.drop();
        try (var again = app().socket(session, "&last_seq=" + seen)) {
            assertConnected(again, true);
            again.join("a", "spell", 500);
            var rest = again.until("process_completed");
            assertThat(sequences(rest)).isEqualTo(range(seen + 1, 504));
            assertThat(data(rest.getLast()).toString()).startsWith("[\"w0 w1 ").endsWith(" w499 \"]");
            again.join("b", "echo", "after");
            assertThat(again.next()).as("nothing of the repeated join").containsEntry("id", json("\"b\""));
        }
    }

    @Test
    default void acknowledgedMessagesAreNotKept() throws Exception {
        var session = newSession();
        var page = app().socket(session, "");
        assertConnected(page, false);
        page.join("a", "echo", "one");
        var last = page.until("process_completed").getLast().getInt("seq");
        page.acknowledge(last);
        page.join("b", "echo", "two");
        page.until("process_completed");
        page.drop();
        try (var again = app().socket(session, "&last_seq=0")) {
            assertConnected(again, true);
            var rest = again.until("process_completed");
            assertThat(sequences(rest)).isEqualTo(range(last + 1, last + 4));
            assertThat(data(rest.getLast())).isEqualTo(json("[\"two\"]"));
        }
    }

    @Test
    default void lostSessionIsSaid() throws Exception {
        try (var page = app().socket(newSession(), "&last_seq=7")) {
            assertConnected(page, false);
            page.join("a", "echo", "again");
            assertThat(page.until("process_completed").getFirst().getInt("seq")).isEqualTo(1);
        }
    }

    @Test
    default void newerConnectionTakesOver() throws Exception {
        var session = newSession();
        try (var old = app().socket(session, "")) {
            assertConnected(old, false);
            try (var page = app().socket(session, "&last_seq=0")) {
                assertConnected(page, true);
                assertThat(old.closed()).isEqualTo(1001);
                page.join("a", "echo", "here");
                assertThat(data(page.until("process_completed").getLast())).isEqualTo(json("[\"here\"]"));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://evil.example", "null", "http://localhost.evil.example", "file://"})
    default void foreignOriginIsRefused(String origin) throws Exception {
        try (var page = app().socket(newSession(), "", "Origin", origin)) {
            assertThat(page.closed()).isEqualTo(1008);
            assertThat(page.isSilent()).isTrue();
        } catch (ExecutionException e) {
            assertThat(e.getCause()).isInstanceOfSatisfying(WebSocketHandshakeException.class,
                    refused -> assertThat(refused.getResponse().statusCode()).as("403, or as WildFly has it").isIn(403, 404));
        }
    }

    @Test
    default void ownOriginIsWelcome() throws Exception {
        try (var page = app().socket(newSession(), "", "Origin", app().origin())) {
            assertConnected(page, false);
            page.join("a", "secret", "word");
            assertThat(data(page.until("process_completed").getLast())).isEqualTo(json("[\"secret word\"]"));
        }
    }

    @Test
    default void handlerSeesThePagesQuery() throws Exception {
        var session = newSession();
        try (var page = app().socket(session, "", "X-Test", "ping")) {
            page.send("{\"type\":\"join\",\"id\":\"a\",\"fn_index\":" + app().function("who") + ",\"data\":[],\"query\":\"lang=de&x=1\"}");
            assertThat(data(page.until("process_completed").getLast())).isEqualTo(json("[\"" + session + ", ping, de\"]"));
        }
    }

    @Test
    default void joinThatCannotStartIsRejectedByItsId() throws Exception {
        try (var page = app().socket(newSession(), "")) {
            assertConnected(page, false);
            page.join("rule", "named", "");
            assertThat(page.next()).isEqualTo(json("{\"msg\":\"rejected\",\"id\":\"rule\",\"status\":422,\"detail\":[{\"__type__\":"
                    + "\"validate\",\"is_valid\":false,\"message\":\"Name an item\",\"parameter_name\":\"text\"}],\"seq\":1}"));
            page.send("{\"type\":\"join\",\"id\":\"none\",\"fn_index\":999,\"data\":[]}");
            assertThat(page.next()).isEqualTo(json("{\"msg\":\"rejected\",\"id\":\"none\",\"status\":500,\"detail\":"
                    + "\"There is no function with fn_index 999.\",\"seq\":2}"));
            page.join("foreign", "secret", "word");
            assertThat(page.next()).isEqualTo(json("{\"msg\":\"rejected\",\"id\":\"foreign\",\"status\":403,\"detail\":"
                    + "\"The endpoint 'secret' is private.\",\"seq\":3}"));
            page.send("{\"type\":\"join\",\"id\":\"list\",\"fn_index\":0,\"data\":\"text\"}");
            assertThat(page.next()).isEqualTo(json("{\"msg\":\"rejected\",\"id\":\"list\",\"status\":422,\"detail\":"
                    + "\"data must be a list of values.\",\"seq\":4}"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "[]", "{\"type\":\"stranger\"}", "{}"})
    default void badFrameEndsTheConnectionOnly(String frame) throws Exception {
        var session = newSession();
        try (var page = app().socket(session, "")) {
            assertConnected(page, false);
            page.send(frame);
            assertThat(page.closed()).isEqualTo(1003);
        }
        try (var page = app().socket(session, "")) {
            page.join("a", "echo", "well");
            assertThat(data(page.until("process_completed").getLast())).isEqualTo(json("[\"well\"]"));
        }
    }

    @Test
    default void frameThatIsNestedTooDeepEndsTheConnection() throws Exception {
        try (var page = app().socket(newSession(), "")) {
            page.send("{\"type\":\"join\",\"id\":\"a\",\"data\":" + "[".repeat(5_000) + "]".repeat(5_000) + "}");
            assertThat(page.closed()).isEqualTo(1003);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {100_000, 1_000_000})
    default void largeValuesFit(int size) throws Exception {
        try (var page = app().socket(newSession(), "")) {
            page.join("a", "echo", "x".repeat(size));
            assertThat(data(page.until("process_completed").getLast()).asJsonArray().getString(0)).hasSize(size);
        }
    }

    @Test
    default void sessionNeedsAName() throws Exception {
        try (var page = app().socket("", "")) {
            assertThat(page.closed()).isEqualTo(1008);
        }
    }
}
