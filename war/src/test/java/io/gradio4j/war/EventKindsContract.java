package io.gradio4j.war;

import static io.gradio4j.war.Caller.API;
import static io.gradio4j.war.Caller.json;
import static io.gradio4j.war.Caller.newSession;
import static io.gradio4j.war.Caller.object;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Events that are more than one call of a function: streams of pieces, batches, remembered results, and endpoints without a page. */
interface EventKindsContract extends Served {

    private static JsonValue data(JsonObject message) {
        return message.getJsonObject("output").get("data");
    }

    private String called(String endpoint, String values) throws Exception {
        var started = app().post(API + "call/" + endpoint, "{\"data\":" + values + "}");
        assertThat(started.statusCode()).as(started.body()).isEqualTo(200);
        return app().get(API + "call/" + endpoint + "/" + object(started).getString("event_id")).body();
    }

    @Test
    default void piecesOfAStreamGoToOneEvent() throws Exception {
        var session = newSession();
        var id = app().join(session, "listen", 1, JsonValue.NULL);
        try (var stream = app().stream(session)) {
            var first = stream.await("process_streaming");
            assertThat(data(first)).isEqualTo(json("[\"1\",null]"));
            assertThat(first.getJsonObject("output").getBoolean("is_generating")).isTrue();
            assertThat(first.getJsonNumber("time_limit").doubleValue()).isBetween(15.0, 20.0);

            var answer = app().post(API + "stream/" + id, "{\"data\":[2,null],\"event_data\":null,\"session_hash\":\"" + session + "\"}");
            assertThat(answer.statusCode() + answer.body()).isEqualTo("200{\"msg\":\"success\"}");
            assertThat(data(stream.await("process_streaming"))).isEqualTo(json("[\"3\",null]"));

            assertThat(app().post(API + "stream/" + id + "/close", "").body()).isEqualTo("{\"msg\":\"success\"}");
            var last = stream.await("process_completed");
            assertThat(data(last)).isEqualTo(json("[\"5\",null]"));
            assertThat(stream.next().getString("msg")).isEqualTo("close_stream");
        }
        assertThat(app().post(API + "stream/" + id, "{\"data\":[2,null]}").statusCode()).isEqualTo(404);
    }

    @Test
    default void unknownStreamIsNotFoundAndSaysNothing() throws Exception {
        for (var path : List.of("stream/nope", "stream/nope/close")) {
            var answer = app().post(API + path, "{\"data\":[]}");
            assertThat(answer.statusCode() + answer.body()).isEqualTo("404");
        }
    }

    @Test
    default void socketStreamsToo() throws Exception {
        try (var page = app().socket(newSession(), "")) {
            page.join("a", "listen", 1, JsonValue.NULL);
            var id = page.until("process_streaming").getLast().getString("event_id");
            page.send("{\"type\":\"stream\",\"event_id\":\"" + id + "\",\"data\":[4,null]}");
            assertThat(data(page.until("process_streaming").getLast())).isEqualTo(json("[\"5\",null]"));
            page.send("{\"type\":\"stream\",\"event_id\":\"" + id + "\"}");
            assertThat(data(page.until("process_completed").getLast())).isEqualTo(json("[\"9\",null]"));
        }
    }

    @Test
    default void strangerCannotStreamOverHisSocket() throws Exception {
        try (var page = app().socket(newSession(), ""); var stranger = app().socket(newSession(), "")) {
            page.join("a", "listen", 1, JsonValue.NULL);
            var id = page.until("process_streaming").getLast().getString("event_id");
            stranger.send("{\"type\":\"stream\",\"event_id\":\"" + id + "\",\"data\":[100,null]}");
            stranger.join("b", "echo", "x");
            stranger.until("process_completed");
            page.send("{\"type\":\"stream\",\"event_id\":\"" + id + "\",\"data\":[4,null]}");
            assertThat(data(page.until("process_streaming").getLast())).isEqualTo(json("[\"5\",null]"));
        }
    }

    @Test
    default void streamIsAnsweredToCallsToo() throws Exception {
        var started = app().post(API + "call/listen", "{\"data\":[7]}");
        var id = object(started).getString("event_id");
        app().post(API + "stream/" + id + "/close", "");
        assertThat(app().get(API + "call/listen/" + id).body()).endsWith("event: complete\ndata: [\"14\",null]\n\n");
    }

    @Test
    default void eventOfABatchGetsItsOwnResult() throws Exception {
        assertThat(called("batched", "[\"a\",1]")).isEqualTo("event: complete\ndata: [\"a-1\"]\n\n");
        assertThat(app().run("batched", "b", 2)).isEqualTo(json("\"b-2\""));
    }

    @Test
    default void rememberedResultComesWithoutTheQueue() throws Exception {
        var session = newSession();
        app().join(session, "cached", session);
        JsonObject first;
        try (var stream = app().stream(session)) {
            first = stream.await("process_completed");
        }
        assertThat(first.isNull("used_cache")).isTrue();
        app().join(session, "cached", session);
        try (var stream = app().stream(session)) {
            var messages = stream.rest();
            assertThat(messages).hasSize(2);
            assertThat(data(messages.getFirst())).isEqualTo(data(first));
            assertThat(messages.getFirst().getString("used_cache")).isEqualTo("full");
            assertThat(messages.getFirst()).containsKeys("cache_duration", "avg_time");
            assertThat(messages.getFirst().getJsonObject("output").isNull("used_cache")).isTrue();
        }
    }

    @Test
    default void endpointWithoutAPageIsCalledAndDescribed() throws Exception {
        assertThat(called("add", "[2,3]")).isEqualTo("event: complete\ndata: [5]\n\n");
        assertThat(called("ship", "[[{\"name\":\"tea\",\"count\":2}],\"Ada\"]")).isEqualTo("event: complete\ndata: [{\"tea to Ada\":2}]\n\n");
        assertThat(called("ship", "[[{\"name\":\"tea\",\"count\":2}],null]")).isEqualTo("event: complete\ndata: [{\"tea\":2}]\n\n");
        var withoutOptional = object(app().post(API + "call/v2/ship", "{\"items\":[{\"name\":\"tea\",\"count\":2}]}"));
        assertThat(app().get(API + "call/ship/" + withoutOptional.getString("event_id")).body()).isEqualTo("event: complete\ndata: [{\"tea\":2}]\n\n");
        assertThat(called("add", "[2,\"x\"]")).startsWith("event: error").contains("takes a value of the type");

        var endpoints = object(app().get(API + "info")).getJsonObject("named_endpoints");
        var add = endpoints.getJsonObject("/add").getJsonArray("parameters");
        assertThat(add).extracting(p -> p.asJsonObject().getString("parameter_name")).containsExactly("a", "b");
        assertThat(add.getJsonObject(0).getJsonObject("type")).isEqualTo(json("{\"type\":\"integer\"}"));
        var ship = endpoints.getJsonObject("/ship");
        assertThat(ship.getJsonArray("parameters").getJsonObject(0).getJsonObject("python_type").getString("type"))
                .isEqualTo("list[dict(name: str, count: int)]");
        assertThat(ship.getJsonArray("returns").getJsonObject(0).getJsonObject("type"))
                .isEqualTo(json("{\"type\":\"object\",\"additionalProperties\":{\"type\":\"integer\"}}"));
    }
}
