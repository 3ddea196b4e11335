package io.gradio4j.war.security;

import static io.gradio4j.war.Caller.API;
import static io.gradio4j.war.Caller.newSession;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rule 4: pages of other sites change nothing and open no WebSocket. */
public interface Rule04Origins extends Fortress {

    /** All that changes something. */
    List<String> POSTS = List.of("run/echo", "run/echo_direct", "call/echo", "call/v2/echo", "queue/join", "cancel", "reset", "upload", "stream/x",
            "stream/x/close", "component_server/", "nothing");

    /** What changes something although it is read: sessions are opened, messages taken, links kept. */
    List<String> GETS = List.of("logout", API + "deep_link?session_hash=x", API + "heartbeat/x", API + "queue/data?session_hash=x",
            API + "queue/data?session_hash=x&last_seq=0", API + "call/echo/x");

    private void assertForeign(String... headerLines) throws Exception {
        for (var route : POSTS) {
            var answer = RawHttp.post(app(), API + route, "{\"data\":[\"x\"],\"fn_index\":0,\"session_hash\":\"x\"}", headerLines);
            assertThat(answer.status()).as(route + "\n" + answer.text()).isEqualTo(403);
            assertThat(answer.header("Access-Control-Allow-Origin")).isEmpty();
        }
        assertThat(RawHttp.post(app(), "login", "username=a&password=b", headerLines).status()).isEqualTo(403);
        for (var route : GETS) {
            var answer = RawHttp.get(app(), route, headerLines);
            assertThat(answer.status()).as(route + "\n" + answer.text()).isEqualTo(403);
            assertThat(answer.header("Access-Control-Allow-Origin")).isEmpty();
        }
    }

    /** Origins that are not ours, among them those that look like ours. */
    @TestFactory
    default Stream<DynamicTest> foreignOriginChangesNothing() {
        return Corpus.foreignOrigins(app().base().getHost(), app().base().getPort())
                .map(origin -> DynamicTest.dynamicTest(origin, () -> assertForeign("Origin: " + origin)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"cross-site", "same-site", "Cross-Site", "CROSS-SITE", "", "nonsense", "same-origin, cross-site", "none; x"})
    default void browserThatSaysSoIsBelieved(String site) throws Exception {
        assertForeign("Sec-Fetch-Site: " + site);
        assertForeign("Sec-Fetch-Site: " + site, "Origin: " + app().origin());
    }

    @Test
    default void severalOriginsAreNotOurs() throws Exception {
        assertForeign("Origin: http://evil.example", "Origin: " + app().origin());
        assertForeign("Origin: " + app().origin(), "Origin: http://evil.example");
        assertForeign("Sec-Fetch-Site: same-origin", "Sec-Fetch-Site: cross-site");
    }

    @Test
    default void forwardedHostOfAStrangerMakesNoOriginOurs() throws Exception {
        assertForeign("Origin: http://evil.example", "X-Forwarded-Host: evil.example");
        assertForeign("Origin: https://evil.example", "X-Forwarded-Host: evil.example", "X-Forwarded-Proto: https");
        assertForeign("Origin: http://evil.example", "Forwarded: host=evil.example;proto=http");
        assertForeign("Origin: http://evil.example", "X-Forwarded-For: 127.0.0.1", "X-Forwarded-Host: evil.example");
    }

    /** Forms of other sites can send these without asking first. */
    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "text/plain; application/json"})
    default void simpleRequestsOfOtherSitesAreRefusedToo(String type) throws Exception {
        var answer = app().send("POST", API + "run/echo", java.net.http.HttpRequest.BodyPublishers.ofString("{\"data\":[\"x\"]}"), "Content-Type", type,
                "Origin", "http://evil.example");
        assertThat(answer.statusCode()).isEqualTo(403);
    }

    @Test
    default void nobodyIsGivenPermissionToRead() throws Exception {
        for (var origin : List.of("http://evil.example", "null", app().origin())) {
            for (var path : List.of("config", "", API + "info", API + "app_id", API + "theme.css")) {
                var answer = RawHttp.get(app(), path, "Origin: " + origin);
                assertThat(answer.text()).doesNotContainIgnoringCase("Access-Control-Allow");
            }
        }
    }

    /** Each WebSocket is closed before it has said a word, or not opened at all. */
    @TestFactory
    default Stream<DynamicTest> foreignOriginOpensNoWebSocket() {
        var origins = new ArrayList<>(Corpus.foreignOrigins(app().base().getHost(), app().base().getPort()).toList());
        return origins.stream().map(origin -> DynamicTest.dynamicTest(origin, () -> assertNoWord("Origin: " + origin)));
    }

    @Test
    default void browserOfAnotherSiteOpensNoWebSocket() throws Exception {
        assertNoWord("Sec-Fetch-Site: cross-site", "Origin: " + app().origin());
        assertNoWord("Origin: http://evil.example", "X-Forwarded-Host: evil.example");
    }

    private void assertNoWord(String... headerLines) throws Exception {
        try (var socket = RawSocket.open(app(), newSession(), headerLines)) {
            assertThat(socket.status()).isIn(101, 400, 403, 404);
            if (socket.status() == 101) {
                assertThat(socket.closed()).isEqualTo(1008);
                assertThat(socket.heard()).isEmpty();
            }
        }
    }

    @Test
    default void ownPageIsWelcome() throws Exception {
        var own = RawHttp.post(app(), API + "run/echo", "{\"data\":[\"x\"]}", "Origin: " + app().origin(), "Sec-Fetch-Site: same-origin");
        assertThat(own.status()).isEqualTo(200);
        assertThat(RawHttp.post(app(), API + "run/echo", "{\"data\":[\"x\"]}").status()).as("no browser at all").isEqualTo(200);
    }
}
