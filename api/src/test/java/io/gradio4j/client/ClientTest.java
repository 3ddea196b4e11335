package io.gradio4j.client;

import static io.gradio4j.client.FakeServer.CLOSE_STREAM;
import static io.gradio4j.client.FakeServer.completed;
import static io.gradio4j.client.FakeServer.generated;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.net.CookieManager;
import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Connecting, describing, arguments and results. */
class ClientTest {

    private FakeServer server;

    @BeforeEach
    void start() throws IOException {
        server = new FakeServer();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    /** The data of the only call that was made. */
    private String sent() {
        assertThat(server.requests("queue/join")).hasSize(1);
        return server.requests("queue/join").getFirst().json().get("data").toString();
    }

    @Test
    void exampleOfTheDocumentationWorks() {
        var out = new ArrayList<String>();
        server.eachCall(generated("[\"be\"]"), generated("[[[\"append\",[],\"cause\"]]]"), completed("[\"because\"]"), CLOSE_STREAM);
        try (var client = Client.connect(server.url())) {
            String hello = client.predict("/greet", "Ada").as(String.class);
            for (var part : client.submit("/greet", "why?")) {
                out.add(part.toString());
            }
            assertThat(hello).isEqualTo("because");
        }
        assertThat(out).containsExactly("be", "because");
    }

    private static String config() {
        try {
            return FakeServer.resource("config.json");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "///", "?__theme=dark", "/?a=b#c", "#x"})
    void appIsFoundBelowTheGivenAddressWhateverItSaysAboutItself(String end) {
        server.eachCall(completed("[\"hi\"]"), CLOSE_STREAM);
        try (var client = Client.connect(server.url() + end)) {
            assertThat(client.predict("/greet", "Ada", 2).as(String.class)).isEqualTo("hi");
            assertThat(client.viewApi().url()).isEqualTo(server.url());
        }
    }

    @Test
    void appAtTheTopWithoutAPrefixIsFound() {
        server.answer("/config", 200, config().replace("\"api_prefix\": \"/gradio_api\",", ""))
                .answer("/info", 200, "{\"named_endpoints\":{}}").answer("/queue/join", 200, "{\"event_id\":\"x\"}")
                .route("/queue/data", exchange -> {
                    exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
                    exchange.sendResponseHeaders(200, 0);
                    exchange.getResponseBody().write((completed("[\"hi\"]").replace("{id}", "x") + CLOSE_STREAM).getBytes());
                });
        try (var client = Client.connect(server.url().replace("/app", ""))) {
            assertThat(client.predict("/greet", "Ada", 1).as(String.class)).isEqualTo("hi");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost:7860", "ftp://localhost/", "//localhost", "http://", "http:///x", "http://ada:secret@localhost/", "a b", ""})
    void whatIsNoAddressIsRefused(String url) {
        assertThatIllegalArgumentException().isThrownBy(() -> Client.connect(url)).withMessageContaining("'" + url + "'");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "protocol": "ws"        | 'ws'
            "protocol": "sse_v2"    | 'sse_v2'
            "other": 1              | 'ws'
            "protocol": "sse_v3\\u0000" | sse_v3
            """)
    void otherProtocolsAreRefused(String protocol, String named) {
        server.answer("/app/config", 200, config().replace("\"protocol\": \"sse_v3\"", protocol));
        assertThatThrownBy(() -> Client.connect(server.url())).isInstanceOf(ClientException.Protocol.class)
                .hasMessageContaining(server.url()).hasMessageContaining(named).hasMessageContaining("Gradio 4.29");
    }

    @Test
    void descriptionIsTypedAndReadable() {
        try (var client = Client.connect(server.url())) {
            var api = client.viewApi();
            assertThat(api.version()).isEqualTo("6.25.0");
            assertThat(api.endpoint("greet")).isEqualTo(api.endpoint("/greet")).isPresent();
            assertThat(api.endpoint("none")).isEmpty();
            var intensity = api.endpoint("greet").orElseThrow().parameters().get(1);
            assertThat(intensity.name()).isEqualTo("intensity");
            assertThat(intensity.label()).isEqualTo("Intensity");
            assertThat(intensity.byDefault()).hasValueSatisfying(v -> assertThat(v).hasToString("1"));
            assertThat(intensity.example()).hasToString("3");
            assertThat(api.endpoint("unlisted").orElseThrow().documented()).isFalse();
            assertThat(api).hasToString("""
                    %s (Gradio 6.25.0)

                    /greet(name, intensity = 1)
                      Says hello.
                      name: string – Name (Textbox), for example "Hello!!"
                      intensity: number – Intensity (Slider), for example 3
                      returns string – Greeting (Textbox)

                    /count(word = null)
                      word: one of "a", "b" – {"key":"word","_type":"translation_metadata"} (Radio), for example "a"
                      returns list of string – Text (Textbox)
                      returns number or null – Number (Number)

                    /read(file)
                      file: file – File (File), for example null
                    """.formatted(server.url()));
        }
    }

    @Test
    void positionalValuesAreFilledUp() {
        server.eachCall(completed("[\"hi\"]"), CLOSE_STREAM);
        try (var client = Client.connect(server.url())) {
            client.predict("greet", "Ada");
        }
        assertThat(sent()).isEqualTo("[\"Ada\",1]");
        var join = server.requests("queue/join").getFirst();
        assertThat(join.json().getInt("fn_index")).isZero();
        assertThat(join.json().getString("session_hash")).hasSizeGreaterThan(20);
        assertThat(join.header("X-gradio-user")).isEqualTo("api");
    }

    @Test
    void namedValuesAreOrdered() {
        server.eachCall(completed("[\"hi\"]"), CLOSE_STREAM);
        try (var client = Client.connect(server.url())) {
            client.predict("/greet", Arguments.of("intensity", 3).and("name", "Ada"));
        }
        assertThat(sent()).isEqualTo("[\"Ada\",3]");
    }

    @Test
    void namedValuesMayBeAMapWithNulls() {
        server.eachCall(completed("[\"hi\"]"), CLOSE_STREAM);
        var values = new HashMap<String, Object>();
        values.put("name", null);
        try (var client = Client.connect(server.url())) {
            client.predict("/greet", Arguments.of(values));
        }
        assertThat(sent()).isEqualTo("[null,1]");
    }

    @Test
    void stateIsFilledInAndTakenOut() {
        server.eachCall(completed("[null,\"one\",1]"), CLOSE_STREAM);
        try (var client = Client.connect(server.url())) {
            var result = client.predict("/count", "a");
            assertThat(result.data()).hasToString("[\"one\", 1]");
            assertThat(result.size()).isEqualTo(2);
            assertThat(result.raw()).hasSize(3);
            assertThat(result.as(0, String.class)).isEqualTo("one");
            assertThat(result.as(1, int.class)).isEqualTo(1);
            assertThatIllegalStateException().isThrownBy(() -> result.as(String.class)).withMessageContaining("/count gave 2 values");
        }
        assertThat(sent()).isEqualTo("[\"a\",null]");
    }

    @Test
    void buttonsAreNoParametersAndNoResults() {
        server.eachCall(completed("[{\"__type__\":\"update\",\"value\":\"Again\"},\"pressed\"]"), CLOSE_STREAM);
        try (var client = Client.connect(server.url())) {
            assertThat(client.predict("/press", "x").as(String.class)).isEqualTo("pressed");
        }
        assertThat(sent()).isEqualTo("[null,\"x\"]");
    }

    @Test
    void functionsAreFoundByNumberAlsoWithoutAnId() {
        server.eachCall(completed("[]"), CLOSE_STREAM);
        try (var client = Client.connect(server.url())) {
            assertThat(client.predict(8).size()).isZero();
            assertThat(client.predict(0, Arguments.of("name", "Ada")).size()).isZero();
            assertThat(client.submit(0, Arguments.of("name", "Ada")).result()).isEqualTo(client.submit(0, "Ada").result());
            assertThatIllegalArgumentException().isThrownBy(() -> client.predict(9)).withMessageContaining("number 9");
            assertThatIllegalArgumentException().isThrownBy(() -> client.predict(2, "x"))
                    .withMessageContaining("that clients may call");
        }
        assertThat(server.requests("queue/join").getFirst().json().getInt("fn_index")).isEqualTo(8);
    }

    @ParameterizedTest
    @CsvSource({"nope, has no endpoint 'nope'; it has /greet", "/, has no endpoint '/'", "'', has no endpoint ''",
        "/secret, has no endpoint '/secret' that clients may call", "/page_only, has no endpoint '/page_only' that clients may call"})
    void onlyWhatClientsMayCallIsFound(String endpoint, String message) {
        try (var client = Client.connect(server.url())) {
            assertThatIllegalArgumentException().isThrownBy(() -> client.predict(endpoint, "x")).withMessageContaining(message);
        }
        assertThat(server.requests("queue/join")).isEmpty();
    }

    @Test
    void undocumentedEndpointsMayBeCalled() {
        server.eachCall(completed("[\"hi\"]"), CLOSE_STREAM);
        try (var client = Client.connect(server.url())) {
            assertThat(client.predict("/unlisted", Arguments.of("text", "x")).as(String.class)).isEqualTo("hi");
        }
    }

    @Test
    void valuesThatDoNotFitAreNamed() {
        try (var client = Client.connect(server.url())) {
            assertThatIllegalArgumentException().isThrownBy(() -> client.predict("/greet"))
                    .withMessage("/greet needs a value for 'name'");
            assertThatIllegalArgumentException().isThrownBy(() -> client.predict("/greet", 1, 2, 3))
                    .withMessage("/greet takes 2 values (name, intensity), not 3");
            assertThatIllegalArgumentException().isThrownBy(() -> client.predict("/greet", Arguments.of("nam", "x")))
                    .withMessage("/greet has no parameter 'nam'; it has [name, intensity]");
            assertThatIllegalArgumentException().isThrownBy(() -> client.submit("/greet", Arguments.none()))
                    .withMessage("/greet needs a value for 'name'");
            assertThatIllegalArgumentException().isThrownBy(() -> client.predict("/watch")).withMessage("/watch takes 1 values, not 0");
            assertThatIllegalArgumentException().isThrownBy(() -> client.predict("/watch", Arguments.of("x", 1)))
                    .withMessageContaining("/watch has no description");
            assertThatIllegalArgumentException().isThrownBy(() -> Arguments.of("name", 1).and("name", 2))
                    .withMessageContaining("'name' has two values");
        }
        assertThat(server.requests("queue/join")).isEmpty();
    }

    /** A value of a class of its own. */
    public record Point(int x, int y) {
    }

    private enum Colour { RED }

    @Test
    void javaValuesBecomeJson() {
        server.eachCall(completed("[\"hi\"]"), CLOSE_STREAM);
        var values = Arrays.asList("ä\"", 1, 2L, 0.5, Double.NaN, true, null, Colour.RED, new Point(1, 2), new int[] {1, 2},
                new String[] {"a"}, Map.of("k", List.of()), JsonValue.EMPTY_JSON_OBJECT);
        try (var client = Client.connect(server.url())) {
            client.predict("/greet", values, 1);
        }
        assertThat(sent()).isEqualTo("[[\"ä\\\"\",1,2,0.5,null,true,null,\"red\",{\"x\":1,\"y\":2},[1,2],[\"a\"],{\"k\":[]},{}],1]");
    }

    @Test
    void jsonBecomesJavaValues() throws Exception {
        var points = new Object() {
            @SuppressWarnings("unused")
            List<Point> points;
        }.getClass().getDeclaredField("points").getGenericType();
        server.eachCall(completed("[{\"x\":1,\"y\":2},[{\"x\":3,\"y\":4}],true,1.5,null,\"t\",7,2.0]"), CLOSE_STREAM);
        try (var client = Client.connect(server.url())) {
            var result = client.predict(8);
            assertThat(result.as(0, Point.class)).isEqualTo(new Point(1, 2));
            assertThat(result.as(0, JsonObject.class).getInt("x")).isEqualTo(1);
            assertThat((Object) result.as(0, Map.class)).hasToString("{x=1, y=2}");
            assertThat(result.as(1, points)).isEqualTo(List.of(new Point(3, 4)));
            assertThat(result.as(2, boolean.class)).isTrue();
            assertThat(result.as(3, double.class)).isEqualTo(1.5);
            assertThat(result.as(4, String.class)).isNull();
            assertThat(result.as(5, JsonString.class).getString()).isEqualTo("t");
            assertThat(result.as(5, Object.class)).isEqualTo("t");
            assertThat(result.as(6, Long.class)).isEqualTo(7);
            assertThat(result.as(7, int.class)).isEqualTo(2);
            assertThat(result.as(6, Double.class)).isEqualTo(7.0);
            assertThat(result).hasToString("{\"x\":1,\"y\":2}\n[{\"x\":3,\"y\":4}]\ntrue\n1.5\nnull\nt\n7\n2.0");
            for (var mismatch : List.<Runnable>of(() -> result.as(0, String.class), () -> result.as(3, String.class),
                    () -> result.as(2, String.class), () -> result.as(5, Point.class), () -> result.as(3, int.class),
                    () -> result.as(3, long.class))) {
                assertThatIllegalArgumentException().isThrownBy(mismatch::run).withMessageContaining("the result is no ");
            }
        }
    }

    @Test
    void changedPropertiesAreReadAsTheirValue() {
        server.eachCall(completed("[{\"__type__\":\"update\",\"lines\":3,\"value\":\"x\"}]"), CLOSE_STREAM);
        try (var client = Client.connect(server.url())) {
            var result = client.predict("/greet", "Ada");
            assertThat(result.as(String.class)).isEqualTo("x");
            assertThat(result.data().getFirst().asJsonObject()).containsKey("lines");
        }
    }

    @Test
    void headersAndTokensGoWithEveryRequest() {
        server.eachCall(completed("[\"hi\"]"), CLOSE_STREAM);
        try (var client = Client.connect(server.url(), options -> options.header("X-Test", "yes").bearerToken("t0ken"))) {
            client.predict("/greet", "Ada");
        }
        assertThat(server.requests("/app")).hasSize(4).allSatisfy(request -> {
            assertThat(request.header("X-test")).isEqualTo("yes");
            assertThat(request.header("Authorization")).isEqualTo("Bearer t0ken");
        });
    }

    private void loginRequired() {
        server.route("/app/login", exchange -> {
            exchange.getResponseHeaders().add("Set-Cookie", "access-token-x=abc; HttpOnly; Path=/; SameSite=none; Secure");
            exchange.getResponseHeaders().add("Set-Cookie", "access-token-unsecure-x=abc; HttpOnly; Path=/; SameSite=lax");
            FakeServer.send(exchange, 200, "application/json", "{\"success\":true}".getBytes());
        });
    }

    @Test
    void loginsCookieGoesWithEveryRequest() {
        loginRequired();
        server.eachCall(completed("[\"hi\"]"), CLOSE_STREAM);
        try (var client = Client.connect(server.url(), options -> options.auth("ada", "a&b=ü"))) {
            client.predict("/greet", "Ada");
        }
        assertThat(server.requests("/app/login").getFirst().body()).isEqualTo("username=ada&password=a%26b%3D%C3%BC");
        assertThat(server.requests("/app").stream().filter(r -> !r.path().endsWith("login"))).hasSize(4)
                .allSatisfy(request -> assertThat(request.header("Cookie")).isEqualTo("access-token-unsecure-x=abc"));
    }

    @Test
    void callersHttpClientIsUsedWithItsCookiesAndLeftOpen() {
        loginRequired();
        server.eachCall(completed("[\"hi\"]"), CLOSE_STREAM);
        try (var http = HttpClient.newBuilder().cookieHandler(new CookieManager()).build()) {
            for (var i = 0; i < 2; i++) {
                try (var client = Client.connect(server.url(), options -> options.httpClient(http).auth("ada", "secret"))) {
                    client.predict("/greet", "Ada");
                }
            }
        }
        assertThat(server.requests("queue/join")).hasSize(2)
                .allSatisfy(request -> assertThat(request.header("Cookie")).contains("access-token-unsecure-x=").contains("abc"));
    }

    @Test
    void httpClientThatFollowsRedirectsIsRefused() {
        try (var http = HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).build()) {
            assertThatIllegalArgumentException().isThrownBy(() -> Client.connect(server.url(), options -> options.httpClient(http)));
        }
    }

    @Test
    void wrongLoginIsTold() {
        server.answer("/app/login", 400, "{\"detail\":\"Incorrect credentials.\"}");
        assertThatThrownBy(() -> Client.connect(server.url(), options -> options.auth("ada", "wrong")))
                .isInstanceOf(ClientException.Unauthorized.class).hasMessageContaining("'ada'").hasMessageContaining("Incorrect credentials.")
                .hasMessageNotContaining("wrong");
    }

    @Test
    void missingLoginIsToldWithTheAppsMessage() {
        server.answer("/app/config", 401, "{\"detail\":{\"error\":\"Not authenticated\",\"auth_message\":\"Members only\"}}");
        assertThatThrownBy(() -> Client.connect(server.url())).isInstanceOf(ClientException.Unauthorized.class)
                .hasMessage("Not authenticated: Members only");
    }

    @Test
    void heartbeatIsKeptOpenAndEndsWithTheClient() {
        server.answer("/app/config", 200, config().replace("\"connect_heartbeat\": false", "\"connect_heartbeat\": true"));
        server.eachCall(completed("[\"hi\"]"), CLOSE_STREAM);
        var client = Client.connect(server.url());
        client.predict("/greet", "Ada");
        await().untilAsserted(() -> assertThat(server.requests("heartbeat/")).hasSize(1));
        client.close();
        client.close();
        assertThatIllegalStateException().isThrownBy(() -> client.predict("/greet", "Ada")).withMessage("the client is closed");
    }

    @Test
    void brokenHeartbeatIsOpenedAgain() {
        server.answer("/app/config", 200, config().replace("\"connect_heartbeat\": false", "\"connect_heartbeat\": true"))
                .answerApi("heartbeat", 500, "no");
        server.eachCall(completed("[\"hi\"]"), CLOSE_STREAM);
        try (var client = Client.connect(server.url())) {
            assertThat(server.requests("heartbeat/")).isEmpty();
            client.predict("/greet", "Ada");
            await().untilAsserted(() -> assertThat(server.requests("heartbeat/")).hasSizeGreaterThan(1));
            assertThat(client.viewApi().endpoints()).isNotEmpty();
        }
    }

    @Test
    void anotherSessionSharesTheConnectionAndEndsByItself() {
        server.eachCall(completed("[\"hi\"]"), CLOSE_STREAM);
        try (var client = Client.connect(server.url())) {
            var other = client.another();
            other.predict("/greet", "Ada");
            other.close();
            client.predict("/greet", "Ada");

            assertThat(server.requests("/app/config")).hasSize(1);
            assertThat(server.requests("queue/join")).extracting(r -> r.json().getString("session_hash")).doesNotHaveDuplicates().hasSize(2);
            assertThatIllegalStateException().isThrownBy(() -> other.predict("/greet", "Ada"));
        }
    }

    @Test
    void pagesCallByNumberWithWhatHappened() {
        server.eachCall(completed("[\"hi\"]"), CLOSE_STREAM);
        try (var client = Client.connect(server.url())) {
            assertThat(client.dispatch(2, 5, Jsons.string("data"), List.of("Ada")).result().as(String.class)).isEqualTo("hi");
            assertThatIllegalArgumentException().isThrownBy(() -> client.dispatch(4, 5, JsonValue.NULL, List.of()));
        }
        var call = server.requests("queue/join").getFirst().json();
        assertThat(call.getInt("fn_index")).isEqualTo(2);
        assertThat(call.getInt("trigger_id")).isEqualTo(5);
        assertThat(call.getString("event_data")).isEqualTo("data");
    }

    @Test
    void configurationAndItsFilesAreAtHand() {
        try (var client = Client.connect(server.url())) {
            assertThat(client.config().getString("version")).isEqualTo("6.25.0");
            var file = Jsons.object().add("path", "a/b.txt").add("meta", Jsons.object().add("_type", "gradio.FileData")).build();
            assertThat(client.files(Jsons.array().add(file).build())).extracting(RemoteFile::name).containsExactly("b.txt");
        }
    }

    @Test
    void serverThatIsNotReadyIsNoFullQueue() {
        server.answer("/app/config", 503, "starting");
        assertThatThrownBy(() -> Client.connect(server.url())).hasMessage("starting")
                .isInstanceOfSatisfying(ClientException.Refused.class, e -> assertThat(e.status()).isEqualTo(503));
    }

    @Test
    void missingAppIsTold() {
        assertThatThrownBy(() -> Client.connect(server.url() + "/nope")).isInstanceOf(ClientException.Refused.class)
                .hasMessage("there is no app at " + server.url() + "/nope");
        server.close();
        assertThatThrownBy(() -> Client.connect(server.url())).isInstanceOf(ClientException.ConnectionLost.class)
                .hasMessageContaining(server.url());
    }
}
