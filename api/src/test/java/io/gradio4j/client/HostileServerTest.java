package io.gradio4j.client;

import static io.gradio4j.client.FakeServer.CLOSE_STREAM;
import static io.gradio4j.client.FakeServer.END;
import static io.gradio4j.client.FakeServer.completed;
import static io.gradio4j.client.FakeServer.frame;
import static io.gradio4j.client.FakeServer.generated;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Servers that break off, lie, dawdle or flood: every call ends soon, with a reason, and the client can be used again. */
@Timeout(20)
class HostileServerTest {

    private FakeServer server;

    @BeforeEach
    void start() throws IOException {
        server = new FakeServer();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private Client connect() {
        return Client.connect(server.url(), options -> options.maxMessage(10_000).requestTimeout(Duration.ofSeconds(5))
                .maxSilence(Duration.ofSeconds(5)));
    }

    private void assertUsable(Client client) {
        server.eachCall(completed("[\"hi\"]"), CLOSE_STREAM);
        assertThat(client.predict("/greet", "Ada").as(String.class)).isEqualTo("hi");
    }

    @Test
    void lostStreamFailsAllOpenCalls() {
        try (var client = connect()) {
            var first = client.submit("/greet", "Ada");
            var second = client.submit("/count", "a");
            server.send(END);
            assertThatThrownBy(first::result).isInstanceOf(ClientException.ConnectionLost.class)
                    .hasMessage("/greet: the connection was lost: the server ended the stream");
            assertThatThrownBy(second::result).isInstanceOf(ClientException.ConnectionLost.class).hasMessageStartingWith("/count: ");
            assertUsable(client);
        }
    }

    @Test
    void brokenConnectionFailsTheCall() {
        server.api("queue/data", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
            exchange.sendResponseHeaders(200, 1000);
            exchange.getResponseBody().write("data: {\"msg\":\"process_com".getBytes());
            exchange.getResponseBody().flush();
        });
        try (var client = connect()) {
            assertThatThrownBy(() -> client.predict("/greet", "Ada")).isInstanceOf(ClientException.ConnectionLost.class);
        }
    }

    @Test
    void halfMessageDoesNotCount() {
        server.eachCall(completed("[\"hi\"]").stripTrailing(), END);
        try (var client = connect()) {
            assertThatThrownBy(() -> client.predict("/greet", "Ada")).isInstanceOf(ClientException.ConnectionLost.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"no json", "[]", "\"text\"", "{\"msg\":", "{} {}", ""})
    void messageThatIsNoObjectFailsTheCalls(String message) {
        server.eachCall(frame(message), END);
        try (var client = connect()) {
            assertThatThrownBy(() -> client.predict("/greet", "Ada")).isInstanceOf(ClientException.Protocol.class)
                    .hasMessageStartingWith("/greet: ");
            assertUsable(client);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "\"msg\":\"process_completed\"", "\"msg\":\"process_completed\",\"output\":null", "\"msg\":\"process_completed\",\"output\":{\"data\":{}}",
        "\"msg\":\"process_generating\",\"output\":[]", "\"msg\":\"process_generating\",\"output\":{}", "\"msg\":\"progress\"",
        "\"msg\":\"estimation\",\"rank\":99999999999999999999", "\"msg\":\"estimation\",\"rank\":0.5",
        "\"msg\":\"estimation\",\"rank\":1e999999999"})
    void messageThatMakesNoSenseFailsOnlyItsOwnCall(String fields) {
        try (var client = connect()) {
            var other = client.submit("/greet", "Ada");
            var call = client.submit("/greet", "Bob");
            server.send(frame("{\"event_id\":\"e2\"," + fields + "}"), completed("[\"hi\"]").replace("{id}", "e1"), CLOSE_STREAM);
            assertThatThrownBy(call::result).isInstanceOf(ClientException.Protocol.class).hasMessageContaining("expected");
            assertThat(other.result().as(String.class)).isEqualTo("hi");
        }
    }

    @Test
    void messagesWithStrangeValuesAreHarmless() {
        server.eachCall(frame("{\"msg\":7,\"event_id\":[]}"), frame("{}"), frame("{\"event_id\":\"{id}\"}"),
                frame("{\"msg\":\"process_starts\",\"event_id\":\"{id}\",\"eta\":1e308}"),
                frame("{\"msg\":\"estimation\",\"event_id\":\"{id}\",\"rank\":-1,\"queue_size\":null,\"rank_eta\":-5}"),
                frame("{\"msg\":\"progress\",\"event_id\":\"{id}\",\"progress_data\":[7,{\"index\":\"x\",\"progress\":[]}]}"),
                frame("{\"msg\":\"log\",\"event_id\":\"{id}\",\"log\":{\"a\":1}}"), generated("[\"x\"]").replace("{id}", "unknown"),
                completed("[\"hi\"]"), CLOSE_STREAM);
        try (var client = connect()) {
            assertThat(client.predict("/greet", "Ada").as(String.class)).isEqualTo("hi");
        }
    }

    @Test
    void editsThatDoNotFitEndTheWalkButNotTheCall() {
        server.eachCall(generated("[\"a\"]"), generated("[[[\"delete\",[5],null]]]"), completed("[\"hi\"]"), CLOSE_STREAM);
        try (var client = connect()) {
            var job = client.submit("/greet", "Ada");
            var results = job.iterator();
            assertThat(results.next()).hasToString("a");
            assertThatThrownBy(results::hasNext).isInstanceOf(ClientException.Protocol.class).hasMessageContaining("does not fit");
            assertThat(job.result().as(String.class)).isEqualTo("hi");
        }
    }

    @Test
    void hugeMessagesAreNotRead() {
        server.eachCall("data: " + "x".repeat(20_000), END);
        try (var client = connect()) {
            assertThatThrownBy(() -> client.predict("/greet", "Ada")).isInstanceOf(ClientException.Protocol.class)
                    .hasMessageContaining("more than 10000 bytes");
            assertUsable(client);
        }
    }

    @Test
    void hugeAnswersAreNotRead() {
        server.api("queue/join", exchange -> FakeServer.send(exchange, 200, "application/json", new byte[20_000]));
        try (var client = connect()) {
            assertThatThrownBy(() -> client.predict("/greet", "Ada")).isInstanceOf(ClientException.Protocol.class)
                    .hasMessageContaining("more than 10000 bytes");
        }
    }

    @Test
    void deepNestingIsRefused() {
        server.eachCall(completed("[" + "[".repeat(1000) + "]".repeat(1000) + "]"));
        try (var client = connect()) {
            assertThatThrownBy(() -> client.predict("/greet", "Ada")).isInstanceOf(ClientException.Protocol.class)
                    .hasMessageContaining("nested");
        }
    }

    @Test
    void silentStreamIsALostOne() {
        try (var client = Client.connect(server.url(), options -> options.maxSilence(Duration.ofMillis(200)))) {
            server.eachCall(frame("{\"msg\":\"heartbeat\",\"event_id\":null}"));
            assertThatThrownBy(() -> client.predict("/greet", "Ada")).isInstanceOf(ClientException.ConnectionLost.class)
                    .hasMessageContaining("nothing came for 200 ms");
        }
    }

    @Test
    void slowAnswerTimesOutAlsoWhenItHasBegun() {
        server.api("queue/join", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            for (var i = 0; i < 100; i++) {
                exchange.getResponseBody().write(' ');
                exchange.getResponseBody().flush();
                java.util.concurrent.locks.LockSupport.parkNanos(50_000_000);
            }
        });
        try (var client = Client.connect(server.url(), options -> options.requestTimeout(Duration.ofMillis(200)))) {
            assertThatThrownBy(() -> client.predict("/greet", "Ada")).isInstanceOf(ClientException.TimedOut.class)
                    .hasMessageContaining("/greet: POST").hasMessageContaining("200 ms");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/app/config", "/app/gradio_api/info", "/app/gradio_api/queue/join", "/app/gradio_api/queue/data"})
    void redirectsAreNotFollowed(String path) {
        server.route(path, exchange -> {
            exchange.getResponseHeaders().set("Location", server.url() + "/elsewhere");
            exchange.sendResponseHeaders(307, -1);
        });
        assertThatThrownBy(() -> {
            try (var client = connect()) {
                client.predict("/greet", "Ada");
            }
        }).isInstanceOf(ClientException.Refused.class).hasMessageContaining("points to another address, " + server.url() + "/elsewhere");
        assertThat(server.requests("/app/elsewhere")).isEmpty();
    }

    @Test
    void streamOfAnotherTypeIsRefused() {
        server.answerApi("queue/data", 200, "{}");
        try (var client = connect()) {
            assertThatThrownBy(() -> client.predict("/greet", "Ada")).isInstanceOf(ClientException.Protocol.class)
                    .hasMessageContaining("no event stream but 'application/json'");
        }
    }

    @Test
    void refusedStreamFailsTheCall() {
        server.answerApi("queue/data", 401, "{\"detail\":{\"error\":\"Not authenticated\"}}");
        try (var client = connect()) {
            assertThatThrownBy(() -> client.predict("/greet", "Ada")).isInstanceOf(ClientException.Unauthorized.class)
                    .hasMessage("/greet: Not authenticated");
        }
    }

    @Test
    void streamThatIsClosedOverAndOverFailsTheCall() {
        server.eachCall(CLOSE_STREAM, CLOSE_STREAM, CLOSE_STREAM, CLOSE_STREAM);
        try (var client = connect()) {
            assertThatThrownBy(() -> client.predict("/greet", "Ada")).isInstanceOf(ClientException.Protocol.class)
                    .hasMessageContaining("has not finished the call");
        }
    }

    @Test
    void unexpectedErrorFailsAllOpenCalls() {
        try (var client = connect()) {
            var calls = List.of(client.submit("/greet", "Ada"), client.submit("/greet", "Bob"));
            server.send(frame("{\"msg\":\"unexpected_error\",\"event_id\":null,\"message\":\"404: Not Found\",\"session_not_found\":true,"
                    + "\"success\":false}"), END);
            for (var call : calls) {
                assertThatThrownBy(call::result).hasMessage("/greet: 404: Not Found")
                        .isInstanceOfSatisfying(ClientException.Unexpected.class, e -> assertThat(e.sessionLost()).isTrue());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no json", "[]", "{}", "{\"event_id\":null}", "{\"event_id\":\"\"}"})
    void joinWithoutAnIdIsRefused(String answer) {
        server.answerApi("queue/join", 200, answer);
        try (var client = connect()) {
            assertThatThrownBy(() -> client.predict("/greet", "Ada")).isInstanceOf(ClientException.Protocol.class)
                    .hasMessageStartingWith("/greet: ");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html>", "[]", "{\"protocol\":\"sse_v3\"}", "{\"protocol\":\"sse_v3\",\"dependencies\":[],\"components\":{}}",
        "{\"protocol\":\"sse_v3\",\"components\":[],\"dependencies\":[{\"id\":\"x\",\"inputs\":[],\"outputs\":[]}]}",
        "{\"protocol\":\"sse_v3\",\"components\":[],\"dependencies\":[],\"api_prefix\":\"/../..\"}",
        "{\"protocol\":\"sse_v3\",\"components\":[],\"dependencies\":[],\"api_prefix\":\"@elsewhere.example/\"}",
        "{\"protocol\":\"sse_v3\",\"components\":[{\"id\":1.5,\"skip_api\":true}],\"dependencies\":[]}"})
    void configThatMakesNoSenseIsRefused(String config) {
        server.answer("/app/config", 200, config);
        assertThatThrownBy(this::connect).isInstanceOf(ClientException.class).hasMessageContaining(server.url());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{}", "{\"named_endpoints\":[]}"})
    void descriptionThatMakesNoSenseIsRefused(String info) {
        server.answerApi("info", 200, info);
        assertThatThrownBy(this::connect).isInstanceOf(ClientException.Protocol.class).hasMessageContaining(server.url());
    }
}
