package io.gradio4j.war;

import static io.gradio4j.war.Caller.API;
import static io.gradio4j.war.Caller.json;
import static io.gradio4j.war.Caller.newSession;
import static io.gradio4j.war.Caller.object;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.JsonArray;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What all servers of a cluster know of a page: its state, its components, its files and its user. */
class ClusterSessionsIT {

    @TempDir
    private static Path folder;
    @AutoClose
    private static Nodes nodes;

    @BeforeAll
    static void start() throws Exception {
        nodes = new Nodes(folder, "ClusterApp", Map.of("GRADIO_AUTH", "ada:secret,bob:other"));
    }

    /** A browser that goes to the servers in turn, logged in at one of them. */
    private static Visitor visitor(String user, String password) throws Exception {
        var visitor = new Visitor(nodes.balancer().url());
        assertThat(visitor.login(user, password).statusCode()).isEqualTo(200);
        return visitor;
    }

    private static HttpResponse<String> call(Visitor visitor, String session, String endpoint, String data) throws Exception {
        return visitor.post(API + "run/" + endpoint, "{\"data\":" + data + ",\"session_hash\":\"" + session + "\"}");
    }

    private static JsonArray result(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return object(answer).getJsonArray("data");
    }

    @Test
    void requestsReachBothServers() throws Exception {
        var processes = new HashSet<String>();
        try (var ada = visitor("ada", "secret")) {
            for (var i = 0; i < 4; i++) {
                processes.add(result(call(ada, newSession(), "process", "[]")).getString(0));
            }
        }
        assertThat(processes).hasSize(2);
    }

    @Test
    void stateIsTheSameEverywhere() throws Exception {
        var session = newSession();
        try (var ada = visitor("ada", "secret")) {
            for (var i = 1; i <= 5; i++) {
                assertThat(result(call(ada, session, "again", "[null]")).getString(0)).isEqualTo(String.valueOf(i));
            }
            call(ada, session, "buy", "[\"tea\",null]");
            call(ada, session, "buy", "[\"coffee\",null]");
            assertThat(result(call(ada, session, "buy", "[\"sugar\",null]")).getString(0)).isEqualTo("Item[name=tea, size=SMALL, since=1970-01-01]; "
                    + "Item[name=coffee, size=LARGE, since=1970-01-01]; Item[name=sugar, size=LARGE, since=1970-01-01]");
        }
    }

    @Test
    void stateThatCannotBeKeptIsNamed() throws Exception {
        try (var ada = visitor("ada", "secret")) {
            assertThat(call(ada, newSession(), "thread", "[null]").statusCode()).isEqualTo(500);
            assertThat(nodes.program(0).log() + nodes.program(1).log()).containsPattern("The State \\d+, which starts with .*, cannot be kept for other "
                    + "nodes: it has a java.lang.(Virtual)?Thread; use a record");
        }
    }

    @Test
    void changedComponentIsChangedEverywhere() throws Exception {
        var session = newSession();
        try (var ada = visitor("ada", "secret")) {
            assertThat(call(ada, session, "level", "[50]").statusCode()).isEqualTo(500);
            assertThat(call(ada, session, "level", "[50]").statusCode()).isEqualTo(500);
            result(call(ada, session, "widen", "[]"));
            assertThat(result(call(ada, session, "level", "[50]")).getString(0)).isEqualTo("50.0");
            assertThat(result(call(ada, session, "level", "[50]")).getString(0)).isEqualTo("50.0");
        }
    }

    @Test
    void loginHoldsEverywhereUntilLogout() throws Exception {
        try (var ada = visitor("ada", "secret")) {
            for (var i = 0; i < 4; i++) {
                assertThat(result(call(ada, newSession(), "who", "[]")).getString(0)).isEqualTo("ada");
            }
            var cookie = ada.cookie();
            ada.get("logout");
            for (var node : List.of(nodes.node(0), nodes.node(1))) {
                assertThat(node.get("config", "Cookie", cookie).statusCode()).isEqualTo(401);
            }
        }
    }

    @Test
    void sessionBelongsToItsUserEverywhere() throws Exception {
        var session = newSession();
        try (var ada = visitor("ada", "secret"); var bob = visitor("bob", "other")) {
            call(ada, session, "again", "[null]");
            assertThat(call(bob, session, "again", "[null]").statusCode()).isEqualTo(403);
            assertThat(call(bob, session, "again", "[null]").statusCode()).isEqualTo(403);
        }
    }

    @Test
    void uploadedFileIsReadEverywhere() throws Exception {
        try (var ada = visitor("ada", "secret")) {
            var answer = nodes.node(0).send("POST", API + "upload", BodyPublishers.ofString("--xx\r\nContent-Disposition: form-data; name=\"files\"; "
                    + "filename=\"a.txt\"\r\n\r\nhello\r\n--xx--\r\n"), "Content-Type", "multipart/form-data; boundary=xx", "Cookie", ada.cookie());
            var name = json(answer.body()).asJsonArray().getString(0);
            for (var node : List.of(nodes.node(0), nodes.node(1))) {
                assertThat(node.get(API + "file=" + name, "Cookie", ada.cookie()).body()).isEqualTo("hello");
            }
        }
    }

    @Test
    void newServerJoinsIn() throws Exception {
        var session = newSession();
        try (var ada = visitor("ada", "secret")) {
            call(ada, session, "again", "[null]");
            nodes.grow();
            var third = nodes.node(2);
            await().atMost(Duration.ofSeconds(20)).until(() -> third.get(API + "health").statusCode() == 200);
            var answer = third.post(API + "run/again", "{\"data\":[null],\"session_hash\":\"" + session + "\"}", "Cookie", ada.cookie());
            assertThat(result(answer).getString(0)).isEqualTo("2");
        }
    }
}
