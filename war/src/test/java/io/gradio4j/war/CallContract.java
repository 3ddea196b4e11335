package io.gradio4j.war;

import static io.gradio4j.war.Caller.API;
import static io.gradio4j.war.Caller.json;
import static io.gradio4j.war.Caller.newSession;
import static io.gradio4j.war.Caller.object;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonValue;
import org.junit.jupiter.api.Test;

/** Endpoints as {@code curl} calls them: in two requests through the queue, or in one past it. */
interface CallContract extends Served {

    /** The text of the events of a call. */
    private String called(String path, String body) throws Exception {
        var started = app().post(API + path, body);
        assertThat(started.statusCode()).as(started.body()).isEqualTo(200);
        return app().get(API + path.replace("/v2/", "/") + "/" + object(started).getString("event_id")).body();
    }

    @Test
    default void callGivesItsResult() throws Exception {
        assertThat(called("call/echo", "{\"data\":[\"Grüße\"]}")).startsWith("event: complete\ndata: [\"Gr").endsWith("]\n\n");
    }

    @Test
    default void callGivesWholeValuesOfAStream() throws Exception {
        assertThat(called("call/growing", "{\"data\":[2]}")).isEqualTo("event: generating\ndata: [\"ab\"]\n\nevent: generating\ndata: "
                + "[\"abab\"]\n\nevent: complete\ndata: [\"abab\"]\n\n");
    }

    @Test
    default void callThatFailsSaysWhy() throws Exception {
        var answer = called("call/sell_out", "{\"data\":[\"tea\"]}");
        assertThat(answer).startsWith("event: error\ndata: ").endsWith("\n\n");
        QueueContract.assertFailure(json(answer.substring("event: error\ndata: ".length())).asJsonObject());
    }

    @Test
    default void callThatWasCancelledHasNoResult() throws Exception {
        var session = newSession();
        var started = app().post(API + "call/hold", "{\"data\":[\"" + session + "\"],\"session_hash\":\"" + session + "\"}");
        var id = object(started).getString("event_id");
        app().cancel(session, "hold", id);
        assertThat(app().get(API + "call/hold/" + id).body()).isEqualTo("event: complete\ndata: null\n\n");
    }

    @Test
    default void callMayLeaveOutStateAndKeepsItInItsSession() throws Exception {
        var session = newSession();
        for (var count : new String[] {"1", "2"}) {
            assertThat(called("call/tally", "{\"data\":[],\"session_hash\":\"" + session + "\"}"))
                    .isEqualTo("event: complete\ndata: [\"" + count + "\",null]\n\n");
        }
    }

    @Test
    default void unknownCallIsTold() throws Exception {
        assertThat(app().get(API + "call/echo/0123456789abcdef0123456789abcdef").body()).isEqualTo("event: error\ndata: \"404: Not Found\"\n\n");
    }

    @Test
    default void parametersMayBeNamedAndHaveDefaults() throws Exception {
        assertThat(called("call/v2/repeat", "{\"text\":\"ab\"}")).isEqualTo("event: complete\ndata: [\"abab\"]\n\n");
        assertThat(called("call/v2/repeat", "{\"times\":3,\"text\":\"ab\"}")).isEqualTo("event: complete\ndata: [\"ababab\"]\n\n");
    }

    @Test
    default void tokenThatNobodyAskedForIsPassedOver() throws Exception {
        assertThat(called("call/v2/repeat", "{\"text\":\"ab\",\"oauth_token\":\"t\"}")).isEqualTo("event: complete\ndata: [\"abab\"]\n\n");
    }

    @Test
    default void wrongNamesOfParametersAreNamed() throws Exception {
        var unknown = app().post(API + "call/v2/repeat", "{\"text\":\"ab\",\"colour\":\"red\"}");
        assertThat(unknown.statusCode()).isEqualTo(422);
        assertThat(unknown.body()).contains("'colour'").contains("[text, times]");
        var missing = app().post(API + "call/v2/repeat", "{\"times\":3}");
        assertThat(missing.statusCode()).isEqualTo(422);
        assertThat(object(missing).getJsonArray("detail").getJsonObject(0).getJsonArray("loc")).isEqualTo(json("[\"body\",\"text\"]"));
    }

    @Test
    default void runGivesTheResultAtOnceByNameOrNumber() throws Exception {
        var byName = object(app().post(API + "run/repeat", "{\"data\":[\"ab\",3]}"));
        assertThat(byName.get("data")).isEqualTo(json("[\"ababab\"]"));
        assertThat(byName).containsEntry("is_generating", JsonValue.FALSE).containsKeys("duration", "average_duration", "render_config",
                "changed_state_ids");
        var byNumber = object(app().post(API + "run/predict", "{\"data\":[\"x\"],\"fn_index\":" + app().function("echo_direct") + "}"));
        assertThat(byNumber.get("data")).isEqualTo(json("[\"x\"]"));
        assertThat(object(app().post(API + "api/echo", "{\"data\":[\"old name\"]}")).get("data")).isEqualTo(json("[\"old name\"]"));
    }

    @Test
    default void runOfAStreamGivesTheFirstValue() throws Exception {
        var first = object(app().post(API + "run/growing", "{\"data\":[3]}"));
        assertThat(first.get("data")).isEqualTo(json("[\"ab\"]"));
        assertThat(first.getBoolean("is_generating")).isTrue();
    }

    @Test
    default void runThatFailsSaysWhy() throws Exception {
        var meant = app().post(API + "run/sell_out", "{\"data\":[\"tea\"]}");
        assertThat(meant.statusCode()).isEqualTo(500);
        QueueContract.assertFailure(object(meant));
        var other = app().post(API + "run/crash", "{\"data\":[\"xyzzy\"]}");
        assertThat(other.statusCode()).isEqualTo(500);
        assertThat(other.body()).isEqualTo("{\"error\":null}");
    }

    @Test
    default void runKeepsStateInItsSession() throws Exception {
        var session = newSession();
        for (var count : new String[] {"1", "2"}) {
            assertThat(object(app().post(API + "run/tally", "{\"data\":[null],\"session_hash\":\"" + session + "\"}")).get("data"))
                    .isEqualTo(json("[\"" + count + "\",null]"));
        }
        assertThat(app().run("tally", JsonValue.NULL)).as("without a session").isEqualTo(json("\"1\""));
    }
}
