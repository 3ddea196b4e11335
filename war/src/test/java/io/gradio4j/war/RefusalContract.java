package io.gradio4j.war;

import static io.gradio4j.war.Caller.API;
import static io.gradio4j.war.Caller.json;
import static io.gradio4j.war.Caller.newSession;
import static io.gradio4j.war.Caller.object;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that are refused: each with its status and a text that names the reason. The server goes on afterwards. */
interface RefusalContract extends Served {

    private void assertRefused(HttpResponse<String> answer, int status, String... texts) throws Exception {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.body()).contains(texts).doesNotContain("\tat ").doesNotContain("Exception");
        assertThat(object(answer)).containsKey("detail");
        assertHealthy();
    }

    private void assertHealthy() throws Exception {
        assertThat(app().run("echo_direct", "well")).isEqualTo(json("\"well\""));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            queue/join | {"data":["x"],                                    | 422 | json_invalid
            queue/join |                                                   | 422 | json_invalid
            queue/join | ["x"]                                             | 422 | "loc":["body"],"msg":"Input should be a valid object"
            queue/join | {"fn_index":0,"session_hash":"s"}                 | 422 | "loc":["body","data"],"msg":"Field required"
            queue/join | {"data":"x","fn_index":0,"session_hash":"s"}      | 422 | should be a valid list
            queue/join | {"data":[],"fn_index":"0","session_hash":"s"}     | 422 | should be a valid integer
            queue/join | {"data":[],"fn_index":1.5,"session_hash":"s"}     | 422 | should be a valid integer
            queue/join | {"data":[],"fn_index":0,"session_hash":7}         | 422 | should be a valid string
            queue/join | {"data":[],"fn_index":0}                          | 400 | Session hash not found.
            queue/join | {"data":[],"session_hash":"s"}                    | 400 | No function index provided.
            queue/join | {"data":[],"fn_index":999,"session_hash":"s"}     | 500 | There is no function with fn_index 999.
            queue/join | {"data":[],"fn_index":-1,"session_hash":"s"}      | 500 | There is no function with fn_index -1.
            queue/join | {"data":[],"fn_index":99999999999,"session_hash":"s"} | 422 | should be a valid integer
            queue/join | {"data":[],"fn_index":0,"session_hash":""}        | 400 | session_hash must have 1 to 128 characters
            run/nope   | {"data":[]}                                       | 500 | There is no endpoint named 'nope'.
            run/echo   | {"data":[],"fn_index":999}                        | 500 | There is no function with fn_index 999.
            run/echo   | {"data":{}}                                       | 422 | should be a valid list
            call/nope  | {"data":[]}                                       | 500 | There is no endpoint named 'nope'.
            call/echo  | nonsense                                          | 422 | json_invalid
            call/v2/nope | {}                                              | 500 | There is no endpoint named 'nope'.
            component_server | nonsense                                    | 400 | Invalid JSON body.
            cancel     | {"fn_index":0,"event_id":"e"}                     | 422 | "loc":["body","session_hash"]
            cancel     | {"session_hash":"s","event_id":"e"}               | 422 | "loc":["body","fn_index"]
            cancel     | {"session_hash":"s","fn_index":0}                 | 422 | "loc":["body","event_id"]
            """)
    default void badBodyIsNamed(String route, String body, int status, String text) throws Exception {
        assertRefused(app().post(API + route, body == null ? "" : body), status, text);
    }

    @Test
    default void bodyThatIsNoTextIsNamed() throws Exception {
        var bytes = new byte[] {'{', '"', (byte) 0xff, (byte) 0xfe, '"', '}'};
        assertRefused(app().send("POST", API + "run/echo", BodyPublishers.ofByteArray(bytes), "Content-Type", "application/json"), 422, "not UTF-8");
    }

    @Test
    default void bodyThatIsNestedTooDeepIsNamed() throws Exception {
        assertRefused(app().post(API + "run/echo", "{\"data\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}"), 422, "nested more than 200 deep");
    }

    @Test
    default void bodyThatIsTooLargeIsRefusedBeforeItIsSent() throws Exception {
        var request = HttpRequest.newBuilder(URI.create(app().base() + API + "run/echo")).expectContinue(true)
                .POST(BodyPublishers.ofByteArray(new byte[(16 << 20) + 1])).build();
        assertRefused(app().http().send(request, BodyHandlers.ofString()), 413, "larger than " + (16 << 20) + " bytes");
    }

    @Test
    default void bodyOfUnknownLengthIsReadUpToTheLimitOnly() throws Exception {
        var body = BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[(16 << 20) + 1]));
        assertRefused(app().send("POST", API + "run/echo", body), 413, "larger than " + (16 << 20) + " bytes");
    }

    @Test
    default void sessionWithALongNameIsRefused() throws Exception {
        var body = "{\"data\":[],\"fn_index\":0,\"session_hash\":\"" + "s".repeat(129) + "\"}";
        assertRefused(app().post(API + "queue/join", body), 400, "session_hash must have 1 to 128 characters, not 129.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            repeat | ["ab"]     | An event handler (repeat) didn't receive enough input values (needed: 2, got: 1)
            echo   | []         | An event handler (echo) didn't receive enough input values (needed: 1, got: 0)
            level  | ["high"]   | Slider "Level" takes a number, not "high"
            level  | [11]       | Value 11 is greater than maximum value 10.
            level  | [null]     | Slider "Level" takes a number
            echo   | [{"a":1}]  | Textbox "Text" takes
            """)
    default void valueThatIsNoneOfTheComponentIsNamedWhoeverAsks(String endpoint, String data, String text) throws Exception {
        var direct = app().post(API + "run/" + endpoint, "{\"data\":" + data + "}");
        assertThat(direct.statusCode()).isEqualTo(500);
        assertThat(object(direct).getString("error")).contains(text);

        var session = newSession();
        app().post(API + "queue/join", "{\"data\":" + data + ",\"fn_index\":" + app().function(endpoint) + ",\"session_hash\":\"" + session + "\"}");
        try (var stream = app().stream(session)) {
            var completed = stream.await("process_completed");
            assertThat(completed.getBoolean("success")).isFalse();
            assertThat(completed.getJsonObject("output").getString("error")).contains(text);
        }
        assertHealthy();
    }

    @ParameterizedTest
    @CsvSource({"GET, nothing", "GET, gradio_api/nothing", "GET, gradio_api", "POST, nothing", "POST, gradio_api/queue/nothing", "POST, ''"})
    default void unknownPathIsNotFound(String method, String path) throws Exception {
        assertRefused(app().send(method, path, BodyPublishers.noBody()), 404, "Not Found");
    }

    @ParameterizedTest
    @CsvSource({"GET, gradio_api/queue/join, POST", "GET, gradio_api/cancel, POST", "GET, gradio_api/run/echo, POST", "GET, gradio_api/call/echo, POST",
        "DELETE, gradio_api/queue/join, POST", "PUT, config, GET", "PATCH, '', GET"})
    default void wrongMethodIsToldTheRightOne(String method, String path, String allowed) throws Exception {
        var answer = app().send(method, path, BodyPublishers.noBody());
        assertRefused(answer, 405, "Method Not Allowed");
        assertThat(answer.headers().firstValue("Allow").orElse("")).contains(allowed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"heartbeat/s", "upload_progress?upload_id=u", "call/echo/0123456789abcdef0123456789abcdef", "deep_link?session_hash=s"})
    default void whatIsMoreThanReadingCannotBeAskedAbout(String route) throws Exception {
        var answer = app().send("HEAD", API + route, BodyPublishers.noBody());
        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("Allow")).contains("GET");
    }

    @Test
    default void whoAsksAboutMessagesTakesNone() throws Exception {
        var session = newSession();
        app().join(session, "echo_direct", "x");
        assertThat(app().send("HEAD", API + "queue/data?session_hash=" + session, BodyPublishers.noBody()).statusCode()).isEqualTo(405);
        try (var stream = app().stream(session)) {
            assertThat(stream.await("process_completed").getBoolean("success")).isTrue();
        }
    }

    @Test
    default void streamWithoutASessionIsRefused() throws Exception {
        assertRefused(app().get(API + "queue/data"), 422, "\"loc\":[\"query\",\"session_hash\"]");
        assertRefused(app().get(API + "queue/data?session_hash=s&last_seq=x"), 400, "last_seq must be a number, not 'x'.");
    }

    @ParameterizedTest
    @CsvSource({"Origin, http://evil.example", "Origin, null", "Origin, https://localhost.evil.example:1", "Sec-Fetch-Site, cross-site",
        "Sec-Fetch-Site, same-site"})
    default void otherSitesCannotCall(String header, String value) throws Exception {
        for (var route : new String[] {"run/echo", "call/echo", "queue/join", "cancel", "reset"}) {
            assertRefused(app().post(API + route, "{\"data\":[\"x\"]}", header, value), 403, "Requests from other sites are not allowed");
        }
    }

    @Test
    default void ownPageCanCall() throws Exception {
        var answer = app().post(API + "run/echo", "{\"data\":[\"x\"]}", "Origin", app().origin(), "Sec-Fetch-Site", "same-origin");
        assertThat(answer.statusCode()).isEqualTo(200);
    }

    @Test
    default void privateEndpointIsForTheOwnPageOnly() throws Exception {
        var body = app().body(newSession(), "secret", "word").toString();
        for (var route : new String[] {"run/secret", "call/secret", "call/v2/secret", "queue/join", "run/predict"}) {
            assertRefused(app().post(API + route, body), 403, "The endpoint 'secret' is private.");
        }
        var own = app().post(API + "run/secret", "{\"data\":[\"word\"]}", "Origin", app().origin());
        assertThat(object(own).get("data")).isEqualTo(json("[\"secret word\"]"));
    }

    @Test
    default void callOfWhatThereIsNotLeavesNoSession() throws Exception {
        for (var endpoint : new String[] {"secret", "nope"}) {
            for (var route : new String[] {"queue/join", "run/" + endpoint, "call/" + endpoint}) {
                var session = newSession();
                var number = endpoint.equals("nope") ? 999 : app().function(endpoint);
                var body = "{\"data\":[\"x\"],\"session_hash\":\"" + session + "\"" + (route.equals("queue/join") ? ",\"fn_index\":" + number : "") + "}";
                assertThat(app().post(API + route, body).statusCode()).isEqualTo(endpoint.equals("nope") ? 500 : 403);
                assertThat(app().get(API + "queue/data?session_hash=" + session).body()).as(route).contains("404: Not Found");
            }
        }
    }
}
