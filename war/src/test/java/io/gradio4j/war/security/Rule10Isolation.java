package io.gradio4j.war.security;

import static io.gradio4j.war.Caller.API;
import static io.gradio4j.war.Caller.json;
import static io.gradio4j.war.Caller.newSession;
import static io.gradio4j.war.Caller.object;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rule 10: nothing of one request is seen in the answer to another one. */
public interface Rule10Isolation extends Fortress {

    private static void atOnce(List<Callable<Boolean>> calls) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var answer : threads.invokeAll(calls)) {
                answer.get();
            }
        }
    }

    /** Several names of the same server at the same time: each gets addresses under its own. */
    @Test
    default void rootIsThatOfTheRequest() throws Exception {
        var hosts = IntStream.range(0, 100).mapToObj(i -> "host" + i + ".example:" + (1000 + i)).toList();
        atOnce(hosts.stream().map(host -> (Callable<Boolean>) () -> {
            var request = "GET " + app().base().getPath() + "config HTTP/1.1\r\nConnection: close\r\nHost: " + host + "\r\n\r\n";
            assertThat(RawHttp.send(app(), request).text()).contains("\"root\":\"http://" + host + app().base().getPath().replaceAll("/$", "") + "\"");
            return true;
        }).toList());
        assertThat(app().config().toString()).doesNotContain(".example:");
    }

    /** Anybody can send these; nobody here is a trusted proxy. */
    @ParameterizedTest
    @ValueSource(strings = {"X-Forwarded-Host: evil.example", "X-Forwarded-Proto: https", "X-Forwarded-Prefix: /evil", "X-Forwarded-Port: 1", "Forwarded: host=evil.example",
        "X-Real-IP: 203.0.113.9", "X-Forwarded-For: 127.0.0.1", "X-Forwarded-Server: evil.example", "X-Original-Host: evil.example", "X-Forwarded-User: root"})
    default void forwardedHeaderOfAStrangerChangesNothing(String line) throws Exception {
        var usual = app().config();
        var answer = RawHttp.get(app(), "config", line);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).contains("\"root\":" + usual.get("root")).contains("\"username\":null").doesNotContain("evil");
    }

    /** A host that is none gets into no address and no page. */
    @ParameterizedTest
    @ValueSource(strings = {"evil.example\"><script>", "evil.example/x?", "evil example", "evil.example#", "evil.example\\x", "user@evil.example", "evil.example:x",
        "</script>", "evil.example,other", "'evil'", "\"evil\"", "[evil]", "evil%00.example", "{evil}"})
    default void hostThatIsNoneIsNotRepeated(String host) throws Exception {
        for (var path : List.of("config", "", API + "info", "logout", "manifest.json")) {
            var answer = RawHttp.send(app(), "GET " + app().base().getPath() + path + " HTTP/1.1\r\nConnection: close\r\nHost: " + host + "\r\n\r\n");
            if (answer.status() == 200 || answer.status() == 302) {
                assertThat(answer.text()).doesNotContain("evil").doesNotContain("//<").doesNotContain("</script>/");
            }
        }
    }

    @Test
    default void requestOfEachEventIsItsOwn() throws Exception {
        atOnce(IntStream.range(0, 100).mapToObj(i -> (Callable<Boolean>) () -> {
            var session = newSession();
            var answer = app().post(API + "run/who?lang=l" + i, "{\"data\":[],\"session_hash\":\"" + session + "\"}", "X-Test", "t" + i);
            assertThat(object(answer).get("data")).isEqualTo(json("[\"" + session + ", t" + i + ", l" + i + "\"]"));
            return true;
        }).toList());
    }

    @Test
    default void stateOfEachSessionIsItsOwn() throws Exception {
        atOnce(IntStream.range(0, 20).mapToObj(i -> (Callable<Boolean>) () -> {
            var session = newSession();
            for (var call = 1; call <= 5; call++) {
                var answer = app().post(API + "run/tally", "{\"data\":[null],\"session_hash\":\"" + session + "\"}");
                assertThat(object(answer).getJsonArray("data").getString(0)).isEqualTo(String.valueOf(call));
            }
            return true;
        }).toList());
        assertThat(app().run("tally", JsonValue.NULL)).as("without a session").isEqualTo(json("\"1\""));
        assertThat(app().run("tally", 7)).as("a state comes from no client").isEqualTo(json("\"1\""));
    }

    @Test
    default void eventOfAnotherSessionCannotBeCancelledOrFed() throws Exception {
        var mine = newSession();
        var other = newSession();
        var id = app().join(mine, "listen", 1, JsonValue.NULL);
        try (var stream = app().stream(mine)) {
            stream.await("process_streaming");
            app().cancel(other, "listen", id);
            try (var socket = RawSocket.open(app(), other).ready()) {
                socket.send("{\"type\":\"cancel\",\"event_id\":\"" + id + "\"}");
                socket.send("{\"type\":\"stream\",\"event_id\":\"" + id + "\",\"data\":[100,null]}");
                socket.send("{\"type\":\"stream\",\"event_id\":\"" + id + "\"}");
                socket.send("{\"type\":\"nonsense\"}");
                socket.closed();
            }
            assertThat(app().post(API + "stream/" + id, "{\"data\":[2,null]}").statusCode()).isEqualTo(200);
            var next = stream.await("process_streaming").getJsonObject("output").getJsonArray("data").getString(0);
            assertThat(next).as("1 and 2, without 100").isEqualTo("3");
            app().cancel(mine, "listen", id);
        }
    }

    /** Ids are long and random: whoever knows a thousand of them cannot tell the next. */
    @Test
    default void idsCannotBeGuessed() throws Exception {
        var ids = new ArrayList<String>();
        for (var i = 0; i < 200; i++) {
            ids.add(app().join("guess", "echo_direct", "x"));
        }
        assertThat(ids).doesNotHaveDuplicates().allMatch(id -> id.matches("[0-9a-f]{32}"));
        for (var digit = 0; digit < 32; digit++) {
            var position = digit;
            assertThat(ids.stream().map(id -> id.charAt(position)).distinct()).as("digit " + digit).hasSizeGreaterThan(8);
        }
    }
}
