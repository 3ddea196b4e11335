package io.gradio4j.war.security;

import static io.gradio4j.war.Caller.API;
import static io.gradio4j.war.Caller.newSession;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rule 11: private endpoints are private on the server, and errors say nothing of its inside. */
public interface Rule11Private extends Fortress {

    /** By its name, by its number, under other names, over every route. */
    @TestFactory
    default Stream<DynamicTest> privateEndpointIsRefusedOnEveryRoute() throws Exception {
        var number = app().function("secret");
        var byNumber = "{\"data\":[\"word\"],\"fn_index\":" + number + ",\"session_hash\":\"p\"}";
        var byName = "{\"data\":[\"word\"],\"session_hash\":\"p\"}";
        return Stream.of(new String[][] {{"run/secret", byName}, {"run/secret/", byName}, {"run/secret", byNumber}, {"run/predict", byNumber}, {"run/echo", byNumber},
            {"run/", byNumber}, {"api/secret", byName}, {"api/predict", byNumber}, {"call/secret", byName}, {"call/secret/", byName}, {"call/v2/secret", "{\"text\":\"word\"}"},
            {"call/v2/secret", "{}"}, {"queue/join", byNumber}, {"queue/join/", byNumber}, {"queue/join", byNumber.replace("}", ",\"trigger_id\":0}")},
            {"queue/join", byNumber.replace("}", ",\"simple_format\":true}")}, {"run/%73ecret", byName}, {"run/secret?fn_index=0", byName}, {"run//secret", byName},
            {"run/./secret", byName}, {"run/x/../secret", byName}, {"run/secret;x", byName}, {"run/Secret", byName}, {"run/secret%20", byName}, {"run/secret%00", byName}})
                .map(pair -> DynamicTest.dynamicTest(pair[0] + " " + pair[1], () -> {
                    for (var lines : new String[][] {{}, {"Sec-Fetch-Site: none"}, {"Referer: " + app().base()}, {"X-Gradio-User: app"}, {"User-Agent: Mozilla/5.0"}}) {
                        var answer = RawHttp.post(app(), API + pair[0], pair[1], lines);
                        assertThat(answer.status()).as(answer.text()).isBetween(300, 500);
                        assertThat(answer.text()).doesNotContain("secret word").doesNotContain("event_id");
                    }
                }));
    }

    @Test
    default void privateEndpointIsRefusedOnAWebSocketOfAProgram() throws Exception {
        try (var socket = RawSocket.open(app(), newSession()).ready()) {
            socket.send("{\"type\":\"join\",\"id\":\"a\",\"fn_index\":" + app().function("secret") + ",\"data\":[\"word\"]}");
            assertThat(socket.text()).contains("\"rejected\"", "403");
        }
    }

    @Test
    default void hiddenEndpointsAreInNoDescription() throws Exception {
        for (var path : List.of(API + "info", API + "openapi.json", API + "info?serialize=False")) {
            assertThat(app().get(path).body()).as(path).contains("echo").doesNotContain("secret").doesNotContain("unlisted");
        }
        assertThat(app().get(API + "info?all_endpoints=true").body()).contains("unlisted").doesNotContain("secret");
    }

    /** Requests that make something fail deep inside. */
    @TestFactory
    default Stream<DynamicTest> errorSaysNothingOfTheInside() {
        return Stream.of(new String[][] {{"POST", "run/crash", "{\"data\":[\"xyzzy\"]}"}, {"POST", "run/echo", "{\"data\":[{\"a\":1}]}"}, {"POST", "run/echo", "{"},
            {"POST", "run/echo", ""}, {"POST", "run/echo", "[]"}, {"POST", "run/echo", "null"}, {"POST", "run/echo", "7"}, {"POST", "run/echo", "\"x\""},
            {"POST", "run/echo", "{\"data\":null}"}, {"POST", "run/echo", "{\"data\":[\"\\ud800\"]}"}, {"POST", "run/echo", "\ufeff{\"data\":[]}"},
            {"POST", "run/echo", "{\"data\":[\"x\"]}{\"data\":[]}"}, {"POST", "run/echo", "{\"data\":[\"x\"],}"}, {"POST", "run/echo", "{'data':['x']}"},
            {"POST", "run/echo", "{\"data\":[NaN]}"}, {"POST", "run/echo", "{\"data\":[01]}"}, {"POST", "run/echo", "/*x*/{\"data\":[]}"},
            {"POST", "run/echo", "{\"data\":[\"\u0000\"]}"}, {"POST", "run/echo", "{\"data\":[\"\\x\"]}"}, {"POST", "run/nope", "{\"data\":[]}"},
            {"POST", "run/%ff", "{\"data\":[]}"}, {"POST", "run/%00", "{\"data\":[]}"}, {"POST", "call/echo", "{\"data\":7}"}, {"POST", "call/v2/echo", "{\"nope\":1}"},
            {"POST", "call/v2/repeat", "{\"text\":{}}"}, {"POST", "queue/join", "{\"data\":[],\"fn_index\":{},\"session_hash\":\"s\"}"},
            {"POST", "queue/join", "{\"data\":[],\"fn_index\":0,\"session_hash\":[]}"}, {"POST", "queue/join", "{\"data\":[],\"fn_index\":0,\"session_hash\":\"s\",\"id\":7}"},
            {"POST", "queue/join", "{\"data\":[],\"fn_index\":0,\"session_hash\":\"s\",\"trigger_id\":\"x\"}"}, {"POST", "cancel", "{\"event_id\":[]}"}, {"POST", "upload", "x"},
            {"POST", "stream/x", "{"}, {"POST", "stream/", "{}"}, {"GET", "queue/data", ""}, {"GET", "queue/data?session_hash=%zz", ""},
            {"GET", "queue/data?session_hash=x&last_seq=-9223372036854775809", ""}, {"GET", "call/echo/nope", ""}, {"GET", "file=nope", ""}, {"GET", "nope", ""},
            {"GET", "upload_progress", ""}, {"GET", "%", ""}, {"GET", "%zz", ""}, {"GET", "%c0%ae", ""}, {"GET", "..;/", ""}, {"GET", ";x", ""}, {"TRACE", "config", ""},
            {"CONNECT", "config", ""}, {"OPTIONS", "config", ""}, {"PROPFIND", "config", ""}, {"X", "config", ""}, {"get", "config", ""}})
                .map(request -> DynamicTest.dynamicTest(String.join(" ", request), () -> {
                    var body = request[2];
                    var answer = RawHttp.send(app(), request[0] + " " + app().base().getPath() + API + request[1] + " HTTP/1.1\r\nHost: h\r\nConnection: close\r\n"
                            + "Content-Type: application/json\r\nContent-Length: " + body.getBytes(java.nio.charset.StandardCharsets.UTF_8).length + "\r\n\r\n" + body);
                    assertTellsNothing(answer);
                }));
    }

    private static void assertTellsNothing(RawHttp.Answer answer) {
        assertThat(answer.text()).doesNotContain("\tat ", "xyzzy", "password", "Exception", "io.gradio4j", "org.eclipse", "org.glassfish", "io.undertow", "/usr/", "/tmp/", ".java:")
                .doesNotContain("Caused by");
    }

    /** Requests that no server likes. */
    @ParameterizedTest
    @ValueSource(strings = {"GET  HTTP/1.1", "GET / HTTP/9.9", "GET / HTTP", "GET", "\u0000\u0001\u0002", "GET /\u0000 HTTP/1.1", "GET /% HTTP/1.1", "GET /\\..\\..\\ HTTP/1.1",
        "GET http:// HTTP/1.1", "GET http://evil.example/config HTTP/1.1", "GET //evil.example/config HTTP/1.1", "GET ../../etc/passwd HTTP/1.1", "GET /..%2f..%2f HTTP/1.1",
        "GET /WEB-INF/web.xml HTTP/1.1", "GET /META-INF/MANIFEST.MF HTTP/1.1", "GET /%57EB-INF/web.xml HTTP/1.1", "GET /.//WEB-INF/web.xml HTTP/1.1", "GET /web-inf/lib/ HTTP/1.1",
        "GET /WEB-INF./lib HTTP/1.1", "GET /x;/WEB-INF/lib HTTP/1.1", "GET /assets/../WEB-INF/lib HTTP/1.1"})
    default void requestThatIsNoneTellsNothing(String line) throws Exception {
        var answer = RawHttp.send(app(), line + "\r\nHost: h\r\nConnection: close\r\n\r\n");
        assertTellsNothing(answer);
        assertThat(answer.text()).doesNotContain("root:", "<web-app", "Manifest-Version", "Main-Class");
    }
}
