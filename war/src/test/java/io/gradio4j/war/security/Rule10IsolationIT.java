package io.gradio4j.war.security;

import static io.gradio4j.war.Caller.API;
import static io.gradio4j.war.Caller.newSession;
import static io.gradio4j.war.Caller.object;
import static org.assertj.core.api.Assertions.assertThat;

import io.gradio4j.RunningApp;
import io.gradio4j.war.Visitor;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rule 10 between two users, and behind a proxy that is trusted. */
class Rule10IsolationIT {

    private static RunningApp running;

    private final Visitor ada = new Visitor(running.url());
    private final Visitor bob = new Visitor(running.url());

    @BeforeAll
    static void start() {
        running = Members.launch(Map.of("GRADIO_TRUSTED_PROXIES", "127.0.0.1"), Members::closed);
    }

    @AfterAll
    static void stop() {
        running.close();
    }

    @BeforeEach
    void enter() throws Exception {
        ada.login("ada", "pw");
        bob.login("bob", "pw");
    }

    @AfterEach
    void leave() {
        ada.close();
        bob.close();
    }

    @Test
    void proxiedRequestsGetTheirOwnAddresses() throws Exception {
        var calls = IntStream.range(0, 200).<Callable<Boolean>>mapToObj(i -> () -> {
            var visitor = i % 2 == 0 ? ada : bob;
            var host = "host" + i + ".example";
            var proto = i % 3 == 0 ? "https" : "http";
            var config = object(visitor.app().get("config", "Cookie", visitor.cookie(), "X-Forwarded-Host", host, "X-Forwarded-Proto", proto));
            assertThat(config.getString("root")).isEqualTo(proto + "://" + host);
            assertThat(config.getString("username")).isEqualTo(i % 2 == 0 ? "ada" : "bob");
            var who = visitor.app().post(API + "run/who", "{\"data\":[]}", "Cookie", visitor.cookie(), "X-Forwarded-For", "203.0.113." + i % 256);
            assertThat(who.body()).contains((i % 2 == 0 ? "ada" : "bob") + " 203.0.113." + i % 256 + "\"");
            return true;
        }).toList();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var answer : threads.invokeAll(calls)) {
                answer.get();
            }
        }
    }

    /** The visitor's own word stands before the proxy's. */
    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "10.0.0.1", "evil", "127.0.0.1, 127.0.0.1", "203.0.113.7, evil", "\"><script>", "::1", "[::1]:80", "unknown, _hidden"})
    void visitorCannotForgeItsAddressThroughTheProxy(String forged) throws Exception {
        var who = ada.post(API + "run/who", "{\"data\":[]}", "X-Forwarded-For", forged + ", 203.0.113.9");
        assertThat(who.body()).contains("ada 203.0.113.9\"");
    }

    private String started(Visitor visitor, String session, String endpoint) throws Exception {
        var function = object(visitor.get("config")).getJsonArray("dependencies").getValuesAs(jakarta.json.JsonObject.class).stream()
                .filter(d -> d.getString("api_name").equals(endpoint)).findFirst().orElseThrow().getInt("id");
        var answer = visitor.post(API + "queue/join", "{\"data\":[\"of " + session + "\"],\"fn_index\":" + function + ",\"session_hash\":\"" + session + "\"}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return object(answer).getString("event_id");
    }

    @Test
    void sessionOfOneUserIsClosedToTheOther() throws Exception {
        var session = newSession();
        var id = started(ada, session, "hold");
        var body = "{\"data\":[\"x\"],\"fn_index\":0,\"session_hash\":\"" + session + "\"}";
        for (var route : List.of("queue/join", "run/echo", "call/echo")) {
            assertThat(bob.post(API + route, body).statusCode()).as(route).isEqualTo(403);
        }
        for (var path : List.of("queue/data?session_hash=" + session, "queue/data?session_hash=" + session + "&last_seq=0", "heartbeat/" + session, "call/hold/" + id,
                "deep_link?session_hash=" + session)) {
            var answer = bob.get(API + path);
            assertThat(answer.statusCode()).as(path).isEqualTo(403);
            assertThat(answer.body()).doesNotContain("of " + session);
        }
        assertThat(bob.post(API + "cancel", "{\"session_hash\":\"" + session + "\",\"fn_index\":4,\"event_id\":\"" + id + "\"}").statusCode()).isEqualTo(403);
        assertThat(bob.post(API + "stream/" + id, "{\"data\":[\"x\"]}").statusCode()).isEqualTo(403);
        assertThat(bob.post(API + "stream/" + id + "/close", "{}").statusCode()).isEqualTo(403);
        try (var socket = RawSocket.open(bob.app(), session, "Cookie: " + bob.cookie())) {
            assertThat(socket.closed()).isEqualTo(1008);
            assertThat(socket.heard()).isEmpty();
        }
        assertThat(ada.post(API + "cancel", "{\"session_hash\":\"" + session + "\",\"fn_index\":4,\"event_id\":\"" + id + "\"}").statusCode()).isEqualTo(200);
    }

    @Test
    void stateOfASessionStaysItsOwners() throws Exception {
        var session = newSession();
        assertThat(ada.post(API + "run/tally", "{\"data\":[null],\"session_hash\":\"" + session + "\"}").body()).contains("\"1\"");
        assertThat(bob.post(API + "run/tally", "{\"data\":[null],\"session_hash\":\"" + session + "\"}").statusCode()).isEqualTo(403);
        assertThat(ada.post(API + "run/tally", "{\"data\":[null],\"session_hash\":\"" + session + "\"}").body()).contains("\"2\"");
    }

    @Test
    void roleOfOneUserIsNotTheOthers() throws Exception {
        var calls = IntStream.range(0, 100).<Callable<Boolean>>mapToObj(i -> () -> {
            var visitor = i % 2 == 0 ? ada : bob;
            var answer = visitor.app().post(API + "run/admin", "{\"data\":[]}", "Cookie", visitor.cookie());
            assertThat(answer.statusCode()).isEqualTo(i % 2 == 0 ? 200 : 403);
            return true;
        }).toList();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var answer : threads.invokeAll(calls)) {
                answer.get();
            }
        }
    }

    @Test
    void socketEndsWithTheLoginThatOpenedIt() throws Exception {
        try (var socket = RawSocket.open(ada.app(), newSession(), "Cookie: " + ada.cookie()).ready()) {
            ada.get("logout?all_session=false");
            socket.send("{\"type\":\"join\",\"id\":\"a\",\"fn_index\":0,\"data\":[\"x\"]}");
            assertThat(socket.closed()).isEqualTo(1008);
            assertThat(socket.heard()).hasSize(1);
        }
    }
}
