package io.gradio4j.war;

import static io.gradio4j.war.Caller.API;
import static io.gradio4j.war.Caller.json;
import static io.gradio4j.war.Caller.newSession;
import static io.gradio4j.war.Caller.object;
import static io.gradio4j.war.Conversation.messages;
import static io.gradio4j.war.Conversation.spoken;
import static io.gradio4j.war.Conversation.wholly;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What is said on the wire, message by message, for each endpoint of the wire apps: this is what existing clients understand. */
interface WireContract extends RenderContract, WireValuesContract {

    /** A client of one of the fixture apps. */
    @Override
    Caller app(String path);

    /** An endpoint, the values it is called with, and what is said after the event was started. */
    private static Arguments said(String endpoint, String values, String... lines) {
        return Arguments.of(endpoint, values, List.of(lines));
    }

    static Stream<Arguments> conversations() {
        return Stream.of(
                said("echo", "['hi']", "completed ['hi']"),
                said("echo", "['Grüße 👋 <&>']", "completed ['Grüße 👋 <&>']"),
                said("echo", "[null]", "completed ['']"),
                said("echo", "[{'a':1}]", "failed 'Error' 10 s: Textbox \"text\" takes a string, not {\"a\":1} titled 'Error'"),
                said("echo", "[]", "failed 'Error' 10 s: An event handler (echo) didn't receive enough input values (needed: 1, got: 0). "
                        + "Its inputs are: Textbox \"text\" titled 'Error'"),
                said("echo_noqueue", "['z']", "completed ['z']"),
                said("echo_number", "[1.5]", "completed [1.5]"),
                said("echo_number", "['7']", "failed 'Error' 10 s: NumberField \"n\" takes a number, not \"7\" titled 'Error'"),
                said("echo_slider", "[2.5]", "completed [2.5]"),
                said("echo_dropdown", "['b']", "completed ['b']"),
                said("update_dropdown", "[]", "completed [{'choices':[['x','x'],['Yname','y']],'value':'y','__type__':'update'}]"),
                said("no_io", "[]", "completed []"),
                said("undoc_ep", "['x']", "completed ['x']"),
                said("on_load", "[]", "completed ['loaded']"),
                said("make_label", "[]", "completed [{'label':'cat','confidences':[{'label':'cat','confidence':0.7},"
                        + "{'label':'dog','confidence':0.3}]}]"),

                said("tokens", "[3]", "generating ['tok0 ']", "generating [[['append',[],'tok1 ']]]", "generating [[['append',[],'tok2 ']]]",
                        "completed ['tok0 tok1 tok2 ']"),
                said("gen_return", "[]", "generating ['one']", "generating [[['replace',[],'two']]]", "completed ['two']"),
                said("two_out_stream", "[]", "generating [0,'text 0']", "generating [[['replace',[],1]],[['replace',[],'text 1']]]",
                        "generating [[['replace',[],2]],[['replace',[],'text 2']]]", "generating [[['replace',[],3]],[['replace',[],'text 3']]]",
                        "completed [3,'text 3']"),

                said("err_gr", "[]", "failed 'Bad thing' 5 s: Custom failure titled 'Bad thing'"),
                said("err_gr_noprint", "[]", "failed 'Error' 10 s: quiet titled 'Error'"),
                said("err_plain", "[]", "failed {'error':null} titled 'Error'"),
                said("err_assert", "[]", "failed {'error':null} titled 'Error'"),
                said("err_in_gen", "[]", "generating ['first']", "failed 'Error' 10 s: mid-stream failure"),
                said("err_plain_in_gen", "[]", "generating ['first']", "generating [[['replace',[],'second']]]", "failed {'error':null}"),

                said("logs", "[]", "info 'Info' 3 s: an info", "warning 'Careful' for ever: a warning", "success 'Success' 10 s unseen: a success",
                        "info 'Info' 10 s: <b>html</b>", "completed ['done']"),

                said("counter", "[null]", "completed [null,1]"),
                said("updates", "[]", "completed [{'label':'New label','visible':false,'value':'v','__type__':'update'},"
                        + "{'interactive':false,'value':3,'__type__':'update'},{'__type__':'update'}]"),
                said("dict_in", "['a',3]", "completed [1,'partial',{'__type__':'update'}]"),
                said("only_one", "[]", "completed [{'__type__':'update'},'only d']"),
                said("validated", "[5,'abc']", "completed ['5abc']"),
                said("batched", "['a','b']", "completed ['a-b']"),
                said("slow", "[0]", "completed [0]"));
    }

    @ParameterizedTest
    @MethodSource("conversations")
    default void eachMessageIsTheOneThatClientsKnow(String endpoint, String values, List<String> said) throws Exception {
        assertThat(spoken(app("wire"), endpoint, values)).isEqualTo(wholly(said));
    }

    /** What is reported within 10 ms of what was reported before may be lost, but nothing comes in another order or in other words. */
    @Test
    default void progressTellsWhatIsDone() throws Exception {
        var all = wholly(List.of("progress 0.0 Starting", "progress 0.25 Quarter", "progress 3/10 files tuple", "progress 3/null steps",
                "progress 0/3 steps outer",
                "progress 1/3 steps outer, 0/2 it inner", "progress 1/3 steps outer, 1/2 it inner",
                "progress 1/3 steps outer",
                "progress 2/3 steps outer, 0/2 it inner", "progress 2/3 steps outer, 1/2 it inner",
                "progress 2/3 steps outer",
                "progress 3/3 steps outer, 0/2 it inner", "progress 3/3 steps outer, 1/2 it inner", "completed ['ok']"));
        var spoken = spoken(app("wire"), "prog", "[]");
        assertThat(all).containsSubsequence(spoken);
        assertThat(spoken).contains("progress 0.0 Starting").hasSizeGreaterThan(6);
    }

    @ParameterizedTest
    @MethodSource("failures")
    default void textsOfAllFailuresAreShownWhereThePageSaysSo(String endpoint, String values, List<String> said) throws Exception {
        assertThat(spoken(app("frank"), endpoint, values)).isEqualTo(wholly(said));
    }

    static Stream<Arguments> failures() {
        return Stream.of(
                said("err_gr", "[]", "failed 'Bad thing' 5 s: Custom failure titled 'Bad thing'"),
                said("err_plain", "[]", "failed {'error':'plain failure 42','visible':true} titled 'Error'"),
                said("err_assert", "[]", "failed {'error':'AssertionError','visible':true} titled 'Error'"),
                said("err_plain_in_gen", "[]", "generating ['first']", "generating [[['replace',[],'second']]]",
                        "failed {'error':'boom','visible':true}"));
    }

    @Test
    default void failureIsShownToCallsToo() throws Exception {
        var answer = app("frank").post(API + "run/err_plain_noqueue", "{\"data\":[]}");
        assertThat(answer.statusCode() + answer.body()).isEqualTo("500{\"error\":\"plain failure 42\",\"visible\":true}");
        assertThat(called(app("frank"), "err_plain", "[]")).isEqualTo("event: error\ndata: {\"error\":\"plain failure 42\",\"visible\":true}\n\n");
    }

    private static String called(Caller app, String endpoint, String data) throws Exception {
        var started = app.post(API + "call/" + endpoint, "{\"data\":" + data + "}");
        assertThat(started.body()).matches("\\{\"event_id\":\"[0-9a-f]{32}\"}");
        return app.get(API + "call/" + endpoint + "/" + object(started).getString("event_id")).body();
    }

    @Test
    default void rememberedResultComesAtOnce() throws Exception {
        var values = "['" + newSession() + "']";
        var result = values.replaceAll("'(.*)'", "'$1$1'");
        assertThat(spoken(app("wire"), "cached", values)).isEqualTo(wholly(List.of("completed " + result)));
        assertThat(spoken(app("wire"), "cached", values)).containsExactly("completed " + result + " from the cache, full", "close_stream");
    }

    @Test
    default void allBrokenRulesAreTheAnswer() throws Exception {
        var app = app("wire");
        for (var body : List.of(app.body(newSession(), "validated", 1, "axb"), json("{\"data\":[1,\"axb\"]}").asJsonObject())) {
            var answer = app.post(API + (body.containsKey("session_hash") ? "queue/join" : "call/validated"), body.toString());
            assertThat(answer.statusCode() + answer.body()).isEqualTo("422{\"detail\":[{\"__type__\":\"validate\",\"is_valid\":false,\"message\":"
                    + "\"a must be > 3\",\"parameter_name\":\"n\"},{\"__type__\":\"validate\",\"is_valid\":false,\"message\":\"no x\","
                    + "\"parameter_name\":\"text\"}]}");
        }
    }

    @Test
    default void streamIsLinesOfDataWithEmptyOnesBetween() throws Exception {
        var app = app("wire");
        var session = newSession();
        var id = app.join(session, "tokens", 2);
        var answer = app.get(API + "queue/data?session_hash=" + session);
        assertThat(answer.headers().firstValue("Content-Type").orElse("").replace(" ", "").toLowerCase()).isEqualTo("text/event-stream;charset=utf-8");
        assertThat(answer.body().replace(id, "ID").replaceAll("(eta|duration|avg_time)\":(null|[0-9.E-]+)", "$1\":#")).isEqualTo("""
                data: {"msg":"estimation","event_id":"ID","rank":0,"queue_size":1,"rank_eta":#}

                data: {"msg":"process_starts","event_id":"ID","eta":#}

                data: {"msg":"process_generating","event_id":"ID","output":{"data":["tok0 "],"is_generating":true,"duration":#,\
                "average_duration":#,"render_config":null,"changed_state_ids":[],"used_cache":null},"success":true,"time_limit":null}

                data: {"msg":"process_generating","event_id":"ID","output":{"data":[[["append",[],"tok1 "]]],"is_generating":true,"duration":#,\
                "average_duration":#,"render_config":null,"changed_state_ids":[],"used_cache":null},"success":true,"time_limit":null}

                data: {"msg":"process_completed","event_id":"ID","output":{"data":["tok0 tok1 "],"is_generating":false,"duration":#,\
                "average_duration":#,"render_config":null,"changed_state_ids":[],"used_cache":null},"success":true,"title":null,\
                "used_cache":null,"cache_duration":#,"avg_time":#}

                data: {"msg":"close_stream","event_id":null}

                """);
        assertThat(called(app, "tokens", "[2]")).isEqualTo("event: generating\ndata: [\"tok0 \"]\n\nevent: generating\ndata: [\"tok0 tok1 \"]\n\n"
                + "event: complete\ndata: [\"tok0 tok1 \"]\n\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            gradio_api/queue/status    | {"msg":"estimation","event_id":null,"rank":null,"queue_size":0,"rank_eta":null}
            gradio_api/startup-events  | false
            gradio_api/login_check     | null
            gradio_api/user            | null
            gradio_api/token           | {"token":null,"user":null}
            gradio_api/deep_link?session_hash=abc | ""
            """)
    default void questionsOfClientsHaveTheKnownAnswers(String path, String body) throws Exception {
        var answer = app("wire").get(path);
        assertThat(answer.statusCode() + answer.body()).isEqualTo("200" + body);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/json");
    }

    @Test
    default void fullQueueRefusesHoweverItIsAsked() throws Exception {
        var app = app("full");
        var first = newSession();
        var second = newSession();
        var third = newSession();
        for (var session : List.of(first, second, third)) {
            app.join(session, "slow", session);
        }
        var full = "{\"detail\":\"Queue is full. Max size is 2 and size is 2.\"}";
        var joined = app.post(API + "queue/join", app.body(newSession(), "slow", "x").toString());
        assertThat(joined.statusCode() + joined.body()).isEqualTo("503" + full);
        var called = app.post(API + "call/slow", "{\"data\":[\"x\"]}");
        assertThat(called.statusCode() + called.body()).isEqualTo("503" + full);

        try (var stream = app.stream(third)) {
            assertThat(Transcript.of(List.of(stream.next()))).containsExactly("rank 1 of 2");
            app.post(API + "run/go_on", "{\"data\":[]}");
            assertThat(Transcript.of(List.of(stream.next()))).containsExactly("rank 0 of 1");
            app.post(API + "run/go_on", "{\"data\":[]}");
            app.post(API + "run/go_on", "{\"data\":[]}");
            assertThat(Transcript.of(stream.rest())).containsExactly("starts", "completed ['" + third + "']", "close_stream");
        }
        assertThat(messages(app, first)).isEqualTo(wholly(List.of("completed ['" + first + "']")));
        assertThat(messages(app, second)).isEqualTo(wholly(List.of("completed ['" + second + "']")));
    }

    @Test
    default void closedApiLeadsToTheQueue() throws Exception {
        var app = app("limits");
        var closed = "404{\"detail\":\"This API endpoint does not accept direct HTTP POST requests. Please join the queue to use this API.\"}";
        for (var path : List.of("run/f", "api/f")) {
            var answer = app.post(API + path, "{\"data\":[null]}");
            assertThat(answer.statusCode() + answer.body()).isEqualTo(closed);
        }
        var byNumber = app.post(API + "run/predict", "{\"data\":[null],\"fn_index\":" + app.function("f") + "}");
        assertThat(byNumber.statusCode() + byNumber.body()).isEqualTo(closed);
        assertThat(spoken(app, "f", "[null]")).isEqualTo(wholly(List.of("completed [null]")));
        assertThat(called(app, "f", "[null]")).isEqualTo("event: complete\ndata: [null]\n\n");
        assertThat(app.post(API + "run/open", "{\"data\":[null]}").statusCode()).as("it needs no queue").isEqualTo(200);
    }

    @Test
    default void whoWaitsForAStreamWaitsForItsTimeLimit() throws Exception {
        var app = app("pieces");
        var first = newSession();
        var second = newSession();
        var ids = new ArrayList<String>();
        for (var session : List.of(first, second)) {
            ids.add(app.join(session, "stream", "x", JsonValue.NULL));
            try (var stream = app.stream(session)) {
                assertThat(stream.await("process_streaming").getJsonNumber("time_limit").doubleValue()).isBetween(1.0, 5.0);
            }
        }
        var third = newSession();
        ids.add(app.join(third, "stream", "x", JsonValue.NULL));
        try (var stream = app.stream(third)) {
            var estimation = stream.next();
            assertThat(Transcript.of(List.of(estimation))).containsExactly("rank 0 of 1");
            assertThat(estimation.getJsonNumber("rank_eta").doubleValue()).as("the function takes no time").isBetween(0.5, 5.5);
            for (var id : ids) {
                assertThat(app.post(API + "stream/" + id + "/close", "").body()).isEqualTo("{\"msg\":\"success\"}");
            }
            assertThat(Transcript.of(stream.rest())).contains("starts").endsWith("completed [null,'2']", "close_stream");
        }
    }
}
