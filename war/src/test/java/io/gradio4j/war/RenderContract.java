package io.gradio4j.war;

import static io.gradio4j.war.Caller.API;
import static io.gradio4j.war.Caller.newSession;
import static io.gradio4j.war.Caller.object;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is said on the wire about parts of a page that depend on data, and of what was drawn in them. */
interface RenderContract {

    /** A client of one of the fixture apps. */
    Caller app(String path);

    private static JsonObject draw(Caller app, String session, int fields) throws Exception {
        app.join(session, "apply", fields);
        try (var stream = app.stream(session)) {
            var output = stream.await("process_completed").getJsonObject("output");
            assertThat(output.getJsonArray("data")).hasToString("[null]");
            assertThat(stream.next().getString("msg")).isEqualTo("close_stream");
            return output.getJsonObject("render_config");
        }
    }

    static int listener(JsonObject part, String apiName) {
        return part.getJsonArray("dependencies").getValuesAs(JsonObject.class).stream().filter(d -> d.getString("api_name").equals(apiName))
                .findFirst().orElseThrow().getInt("id");
    }

    static List<Integer> ids(JsonObject part, String key) {
        return part.getJsonArray("components").getValuesAs(JsonObject.class).stream()
                .filter(c -> c.getJsonObject("props").getString("key", "").equals(key)).map(c -> c.getInt("id")).toList();
    }

    private static String body(String session, int function) {
        return "{\"data\":[],\"fn_index\":" + function + ",\"session_hash\":\"" + session + "\"}";
    }

    @Test
    default void aPartIsDrawnForOneSessionAndItsListenersAreCalledByNumber() throws Exception {
        var session = newSession();
        var part = draw(app("render"), session, 2);
        var press = listener(part, "rb1");
        assertThat(app("render").post(API + "queue/join", body(session, press)).statusCode()).isEqualTo(200);
        try (var stream = app("render").stream(session)) {
            assertThat(stream.await("process_completed").getJsonObject("output").getJsonArray("data")).hasToString("[\"clicked 1\"]");
        }
        var other = app("render").post(API + "queue/join", body(newSession(), press));
        assertThat(other.statusCode()).isEqualTo(500);
    }

    @Test
    default void whatHasAKeyKeepsItsNumberAndListenersGetNewOnes() throws Exception {
        var session = newSession();
        var two = draw(app("render"), session, 2);
        var three = draw(app("render"), session, 3);
        assertThat(ids(three, "t0")).isEqualTo(ids(two, "t0")).hasSize(1);
        assertThat(ids(three, "b1")).isEqualTo(ids(two, "b1")).hasSize(1);
        assertThat(listener(three, "rb0")).isNotEqualTo(listener(two, "rb0"));
        assertThat(three.getInt("render_id")).isEqualTo(three.getJsonObject("layout").getInt("id"));
    }

    @Test
    default void whatHasGoneIsToldSo() throws Exception {
        var session = newSession();
        var press = listener(draw(app("render"), session, 1), "rb0");
        draw(app("render"), session, 0);
        var answer = app("render").post(API + "queue/join", body(session, press));
        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body()).contains("fn_index " + press + " is not on this page any more");
    }

    @Test
    default void whatIsDrawnIsCalledByNameTooWhereTheSessionIsNamed() throws Exception {
        var session = newSession();
        draw(app("render"), session, 1);
        var answer = app("render").post(API + "run/rb0", "{\"data\":[],\"session_hash\":\"" + session + "\"}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(object(answer).getJsonArray("data")).hasToString("[\"clicked 0\"]");
        assertThat(app("render").post(API + "run/rb0", "{\"data\":[]}").statusCode()).isEqualTo(500);
    }

    @Test
    default void drawingPastTheQueueAnswersWithThePart() throws Exception {
        var answer = app("render").post(API + "run/apply", "{\"data\":[1],\"session_hash\":\"" + newSession() + "\"}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(object(answer).getJsonObject("render_config").getJsonArray("dependencies")).hasSize(1);
    }

    @Test
    default void aPartOfAnotherSessionsNumberIsDrawnAlike() throws Exception {
        var one = draw(app("render"), newSession(), 1);
        var two = draw(app("render"), newSession(), 1);
        assertThat(one.getJsonObject("layout")).isEqualTo(two.getJsonObject("layout"));
    }
}
