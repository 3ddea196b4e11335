package io.gradio4j.war;

import static io.gradio4j.war.Caller.API;
import static io.gradio4j.war.Caller.json;
import static io.gradio4j.war.Caller.newSession;
import static io.gradio4j.war.Caller.object;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Events that go through the queue, followed by server-sent events. */
interface QueueContract extends Served {

    private static List<String> kinds(List<JsonObject> messages) {
        return messages.stream().map(m -> m.getString("msg")).toList();
    }

    private List<JsonObject> messages(String session) throws Exception {
        try (var stream = app().stream(session)) {
            return stream.rest();
        }
    }

    /** All messages of one event. */
    private List<JsonObject> followed(String endpoint, Object... values) throws Exception {
        var session = newSession();
        app().join(session, endpoint, values);
        return messages(session);
    }

    private static JsonObject completed(List<JsonObject> messages) {
        return messages.stream().filter(m -> m.getString("msg").equals("process_completed")).findFirst().orElseThrow();
    }

    private static List<JsonValue> generated(List<JsonObject> messages) {
        return messages.stream().filter(m -> m.getString("msg").equals("process_generating"))
                .map(m -> m.getJsonObject("output").get("data")).toList();
    }

    private static JsonValue data(JsonObject message) {
        return message.getJsonObject("output").get("data");
    }

    /** What {@code sell_out} answers for tea, whatever the transport. */
    static void assertFailure(JsonObject failure) {
        assertThat(failure.getString("error")).isEqualTo("Sold out: tea");
        assertThat(failure.getJsonNumber("duration").doubleValue()).isEqualTo(5);
        assertThat(failure.getBoolean("visible")).isTrue();
        assertThat(failure.getString("title")).isEqualTo("Sorry");
        assertThat(failure).hasSize(4);
    }

    @Test
    default void queuedEventIsAnnouncedStartedCompletedAndItsStreamClosed() throws Exception {
        var session = newSession();
        var id = app().join(session, "echo", "Grüße 👋");
        var messages = messages(session);
        assertThat(kinds(messages)).containsExactly("estimation", "process_starts", "process_completed", "close_stream");
        var estimation = messages.get(0);
        assertThat(estimation.getInt("rank")).isZero();
        assertThat(estimation.getInt("queue_size")).isEqualTo(1);
        assertThat(estimation).containsKey("rank_eta");
        assertThat(messages.get(1)).containsKey("eta");
        var completed = messages.get(2);
        assertThat(data(completed)).isEqualTo(json("[\"Grüße 👋\"]"));
        assertThat(completed.getBoolean("success")).isTrue();
        assertThat(completed.getJsonObject("output")).containsKeys("duration", "average_duration", "render_config", "changed_state_ids",
                "used_cache").containsEntry("is_generating", JsonValue.FALSE);
        assertThat(messages.subList(0, 3)).allMatch(m -> m.getString("event_id").equals(id)).noneMatch(m -> m.containsKey("seq"));
        assertThat(messages.get(3).isNull("event_id")).isTrue();
    }

    @Test
    default void eventsOfOneSessionShareItsStream() throws Exception {
        var session = newSession();
        var first = app().join(session, "echo", "a");
        var second = app().join(session, "echo_direct", "b");
        var completed = messages(session).stream().filter(m -> m.getString("msg").equals("process_completed")).toList();
        assertThat(completed).extracting(m -> m.getString("event_id") + data(m)).containsExactlyInAnyOrder(first + "[\"a\"]", second + "[\"b\"]");
        app().join(session, "echo", "c");
        assertThat(data(completed(messages(session)))).as("the next stream of the same session").isEqualTo(json("[\"c\"]"));
    }

    @Test
    default void streamOfValuesComesAsEdits() throws Exception {
        var messages = followed("growing", 3);
        assertThat(generated(messages)).containsExactly(json("[\"ab\"]"), json("[[[\"append\",[],\"ab\"]]]"), json("[[[\"append\",[],\"ab\"]]]"));
        assertThat(data(completed(messages))).isEqualTo(json("[\"ababab\"]"));
    }

    @Test
    default void appendedTextComesAsItIs() throws Exception {
        var messages = followed("spell", 3);
        assertThat(generated(messages)).containsExactly(json("[\"w0 \"]"), json("[[[\"append\",[],\"w1 \"]]]"), json("[[[\"append\",[],\"w2 \"]]]"));
        assertThat(data(completed(messages))).isEqualTo(json("[\"w0 w1 w2 \"]"));
    }

    @Test
    default void eachOutputHasItsOwnEdits() throws Exception {
        var values = generated(followed("guess"));
        var cat = "{\"label\":\"cat\",\"confidence\":";
        assertThat(values.get(0)).isEqualTo(json("[\"thinking\",{\"label\":\"cat\",\"confidences\":[" + cat
                + "0.5},{\"label\":\"dog\",\"confidence\":0.4}]}]"));
        assertThat(values.get(1)).isEqualTo(json("[[],[[\"replace\",[\"confidences\",0,\"confidence\"],0.9],"
                + "[\"delete\",[\"confidences\",1],null]]]"));
        assertThat(values.get(2).asJsonArray().getFirst()).isEqualTo(json("[[\"replace\",[],\"done\"]]"));
    }

    @Test
    default void wholeValuesComeToWhoAsksForThem() throws Exception {
        var session = newSession();
        var body = jakarta.json.Json.createObjectBuilder(app().body(session, "growing", 2)).add("simple_format", true).build();
        assertThat(app().post(API + "queue/join", body.toString()).statusCode()).isEqualTo(200);
        assertThat(generated(messages(session))).containsExactly(json("[\"ab\"]"), json("[\"abab\"]"));
    }

    @Test
    default void messagesAreNumberedAndReplayedToWhoCountsThem() throws Exception {
        var session = newSession();
        app().join(session, "spell", 20);
        try (var first = app().stream(session, "&last_seq=0")) {
            assertThat(IntStream.range(0, 5).map(i -> first.next().getInt("seq"))).containsExactly(1, 2, 3, 4, 5);
        }
        try (var second = app().stream(session, "&last_seq=3")) {
            assertThat(IntStream.range(0, 20).mapToObj(i -> second.next().getInt("seq"))).isEqualTo(IntStream.range(4, 24).boxed().toList());
            app().join(session, "echo", "stays open");
            assertThat(data(second.await("process_completed"))).isEqualTo(json("[\"stays open\"]"));
        }
    }

    @Test
    default void progressAndMessagesOfAHandlerArriveInOrder() throws Exception {
        var messages = followed("report");
        var told = messages.stream().filter(m -> m.getString("msg").equals("log")).toList();
        assertThat(told).extracting(m -> m.getString("level") + ": " + m.getString("title") + ": " + m.getString("log") + " for "
                + m.getInt("duration")).containsExactly("info: Info: Started for 10", "warning: Careful: Step a for 10", "warning: Careful: Step b for 10");
        var progress = messages.stream().filter(m -> m.getString("msg").equals("progress")).map(m -> m.getJsonArray("progress_data")
                .getJsonObject(0)).toList();
        assertThat(progress).isNotEmpty().allMatch(unit -> unit.getInt("length") == 2 && unit.getString("desc").equals("Packing"));
        assertThat(data(completed(messages))).isEqualTo(json("[\"packed\"]"));
    }

    @Test
    default void failureThatIsMeantForThePersonArrivesWithItsWords() throws Exception {
        var completed = completed(followed("sell_out", "tea"));
        assertFailure(completed.getJsonObject("output"));
        assertThat(completed.getBoolean("success")).isFalse();
        assertThat(completed.getString("title")).isEqualTo("Sorry");
    }

    @Test
    default void otherFailureTellsNothing() throws Exception {
        var messages = followed("crash", "xyzzy");
        assertThat(completed(messages).get("output")).isEqualTo(json("{\"error\":null}"));
        assertThat(messages.toString()).doesNotContain("xyzzy").doesNotContain("Exception");
        assertThat(data(completed(followed("echo", "next")))).isEqualTo(json("[\"next\"]"));
    }

    @Test
    default void stateBelongsToOneSession() throws Exception {
        var ada = newSession();
        for (var count : List.of("1", "2", "3")) {
            app().join(ada, "tally", JsonValue.NULL);
            assertThat(data(completed(messages(ada)))).isEqualTo(json("[\"" + count + "\",null]"));
        }
        assertThat(data(completed(followed("tally", 99)))).as("another session, whatever it sends").isEqualTo(json("[\"1\",null]"));
    }

    @Test
    default void brokenRuleIsTheAnswerToTheJoin() throws Exception {
        var refused = app().post(API + "queue/join", app().body(newSession(), "named", "  ").toString());
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(object(refused)).isEqualTo(json("{\"detail\":[{\"__type__\":\"validate\",\"is_valid\":false,\"message\":\"Name an item\","
                + "\"parameter_name\":\"text\"}]}"));
        assertThat(data(completed(followed("named", "tea")))).isEqualTo(json("[\"tea\"]"));
    }

    @Test
    default void handlerSeesTheRequestThatJoined() throws Exception {
        var session = newSession();
        app().post(API + "queue/join?lang=de", app().body(session, "who").toString(), "X-Test", "ping");
        assertThat(data(completed(messages(session)))).isEqualTo(json("[\"" + session + ", ping, de\"]"));
    }

    @Test
    default void unknownSessionIsTold() throws Exception {
        try (var stream = app().stream(newSession())) {
            var message = stream.next();
            assertThat(message.getString("msg")).isEqualTo("unexpected_error");
            assertThat(message.getBoolean("session_not_found")).isTrue();
        }
    }

    @Test
    default void heartbeatBeatsAtOnceAndThenAtItsInterval() throws Exception {
        var started = System.nanoTime();
        try (var stream = EventStream.open(app().http(), URI.create(app().base() + API + "heartbeat/" + newSession()))) {
            assertThat(stream.text()).isEqualTo("ALIVE");
            assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofMillis(900));
            assertThat(stream.text()).isEqualTo("ALIVE");
            assertThat(Duration.ofNanos(System.nanoTime() - started)).isBetween(Duration.ofMillis(900), Duration.ofSeconds(10));
        }
    }
}
