package io.gradio4j.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.gradio4j.AppTester;
import io.gradio4j.components.remote.OpenApiApp;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Apps for HTTP APIs, which a small server plays here. */
class OpenApiAppTest {

    private static final String PETS = """
            {"openapi": "3.1.0", "info": {"title": "Pets", "description": "All about *pets*."}, "servers": [{"url": "http://evil.example"}], "paths": {
            "/pets/{id}": {"parameters": [{"$ref": "#/components/parameters/Id"}],
              "get": {"summary": "One pet", "operationId": "pet", "parameters": [
                {"name": "fields", "in": "query", "schema": {"type": "array", "items": {"enum": ["name", "age"]}}},
                {"name": "tags", "in": "query", "explode": false, "schema": {"type": "array"}},
                {"name": "where", "in": "query", "style": "deepObject", "schema": {"type": "object"}},
                {"name": "limit", "in": "query", "schema": {"anyOf": [{"type": "integer", "maximum": 50}, {"type": "null"}], "default": 10}},
                {"name": "weight", "in": "query", "schema": {"type": "number"}},
                {"name": "full", "in": "query", "schema": {"type": "boolean"}},
                {"name": "X-Kind", "in": "header", "schema": {"type": ["string", "null"]}},
                {"name": "mood", "in": "cookie", "schema": {"type": "string"}},
                {"name": "Authorization", "in": "header", "schema": {"type": "string"}}]},
              "delete": {"deprecated": true}},
            "/pets": {"post": {"operationId": "add", "requestBody": {"required": true, "content": {"application/xml": {}, "application/json": {"schema": {"$ref": "#/components/schemas/Pet"}}}}},
              "put": {"requestBody": {"content": {"application/json": {"schema": {"type": "array"}}}}}},
            "/photos": {"post": {"operationId": "photo", "requestBody": {"content": {"multipart/form-data": {"schema": {"type": "object", "required": ["file"], "properties": {
                "title": {"type": "string"}, "file": {"type": "string", "format": "binary"}}}}}}}},
            "/login": {"post": {"operationId": "login", "requestBody": {"content": {"application/x-www-form-urlencoded": {"schema": {"type": "object", "properties": {
                "user": {"type": "string"}, "password": {"type": "string", "format": "password"}}}}}}}}},
            "components": {"parameters": {"Id": {"name": "id", "in": "path", "required": true, "schema": {"type": "string"}}},
              "schemas": {"Pet": {"allOf": [{"$ref": "#/components/schemas/Named"}, {"properties": {"kind": {"enum": ["cat", "dog"]}, "age": {"type": "integer"},
                "friends": {"type": "array", "items": {"$ref": "#/components/schemas/Pet"}}, "id": {"type": "integer", "readOnly": true}}}]},
                "Named": {"type": "object", "required": ["name"], "properties": {"name": {"type": "string", "example": "Tom"}}},
                "Loop": {"$ref": "#/components/schemas/Loop"}}}}
            """;

    private record Request(String method, String uri, List<String> headers, String body) {
    }

    private final List<Request> requests = new ArrayList<>();
    private HttpServer server;
    private int status = 200;
    private String type = "application/json";
    private String answer = "{\"ok\": true}";

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1", this::handle);
        server.createContext("/openapi.json", exchange -> send(exchange, 200, PETS));
        server.start();
    }

    private void handle(HttpExchange exchange) throws IOException {
        var headers = List.of("Authorization", "Content-Type", "X-Kind", "Cookie", "Api-Key").stream()
                .filter(exchange.getRequestHeaders()::containsKey).map(name -> name + ": " + exchange.getRequestHeaders().getFirst(name)).toList();
        requests.add(new Request(exchange.getRequestMethod(), exchange.getRequestURI().toString(), headers,
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
        exchange.getResponseHeaders().set("Content-Type", type);
        send(exchange, status, answer);
    }

    private static void send(HttpExchange exchange, int status, String text) throws IOException {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    private static JsonObject json(String text) {
        try (var reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }

    /** An app for one operation. */
    private AppTester only(String path, String method) {
        return AppTester.of(OpenApiApp.of(json(PETS), url("/v1/")).authToken("t0ken").header("Api-Key", "k").paths(path + "$").methods(method).app());
    }

    @Test
    void parametersGoToTheirPlaces() {
        try (var app = only("/pets/\\{id}", "get")) {
            app.set("id *", "a/b ü").set("fields", List.of("name", "age")).set("tags (JSON)", "[1, \"x&y\"]").set("where (JSON)", "{\"a\": 1}").set("weight", 1.50)
                    .set("full", true).set("X-Kind", "small").set("mood", "good; bad").click("GET");

            assertThat(app.value("Response")).isEqualTo(json("{\"ok\": true}"));
        }
        assertThat(requests).containsExactly(new Request("GET",
                "/v1/pets/a%2Fb%20%C3%BC?fields=name&fields=age&tags=1,x%26y&where%5Ba%5D=1&limit=10&weight=1.5&full=true",
                List.of("Authorization: Bearer t0ken", "X-Kind: small", "Cookie: mood=good%3B%20bad", "Api-Key: k"), ""));
    }

    @Test
    void whatIsNotGivenIsNotSentAndWhatIsNeededIsAskedFor() {
        try (var app = only("/pets/\\{id}", "get")) {
            assertThat(app.property("weight", "placeholder")).hasToString("\"–\"");
            app.click("GET");
            assertThat(app.messages()).last().isEqualTo("\"id\" needs a value");
            app.set("id *", "..").click("GET");
            assertThat(app.messages()).last().isEqualTo("\"id\" must not be ..");
            app.set("id *", "1").set("tags (JSON)", "[").click("GET");
            assertThat(app.messages()).last().isEqualTo("\"tags\" is no valid JSON");
            app.set("tags (JSON)", "").click("GET");
        }
        assertThat(requests).extracting(Request::uri).containsExactly("/v1/pets/1?limit=10");
    }

    @Test
    void partsOfABodyAreFieldsAndMakeJson() {
        try (var app = only("/pets", "post")) {
            assertThat(app.value("name *")).isEqualTo("Tom");
            app.set("kind", "dog").set("age", 3.0).set("friends (JSON)", "[{\"name\": \"Rex\"}]").click("POST");
        }
        assertThat(requests.getFirst().headers()).contains("Content-Type: application/json");
        assertThat(json(requests.getFirst().body())).isEqualTo(json("{\"name\": \"Tom\", \"kind\": \"dog\", \"age\": 3, \"friends\": [{\"name\": \"Rex\"}]}"));
    }

    @Test
    void otherBodiesAreWrittenAsJson() {
        try (var app = only("/pets", "put")) {
            app.set("Request body (JSON)", "[1]").click("PUT");
        }
        assertThat(requests).extracting(Request::body).containsExactly("[1]");
    }

    @Test
    void filesAndFormsAreSent(@TempDir Path folder) throws IOException {
        var photo = Files.writeString(folder.resolve("a\"b.png"), "pixels");
        try (var app = only("/photos", "post")) {
            app.set("title", "Me").set("file *", photo).click("POST");
        }
        try (var app = only("/login", "post")) {
            app.set("user", "a&b").set("password", "s=t").click("POST");
        }
        assertThat(requests.getFirst().headers()).anyMatch(h -> h.startsWith("Content-Type: multipart/form-data; boundary="));
        assertThat(requests.getFirst().body()).contains("name=\"title\"", "\r\n\r\nMe\r\n", "name=\"file\"; filename=\"", "\r\n\r\npixels\r\n").doesNotContain("a\"b");
        assertThat(requests.getLast()).extracting(Request::body).isEqualTo("user=a%26b&password=s%3Dt");
    }

    @Test
    void otherAnswersAreSaid() {
        try (var app = only("/login", "post")) {
            type = "text/plain";
            answer = "hello";
            app.click("POST");
            assertThat(app.value("Response")).hasToString("\"hello\"");

            type = "image/png";
            app.click("POST");
            assertThat(app.value("Response")).isEqualTo(json("{\"status\": 200, \"type\": \"image/png\", \"bytes\": 5}"));

            status = 204;
            answer = "";
            app.click("POST");
            assertThat(app.value("Response")).isEqualTo(json("{\"status\": 204}"));

            status = 422;
            answer = "bad ".repeat(1000);
            app.click("POST");
            assertThat(app.messages()).last().asString().startsWith("The server answers 422: bad bad").hasSizeLessThan(600);

            server.stop(0);
            app.click("POST");
            assertThat(app.messages()).last().asString().startsWith("No answer from 127.0.0.1:");
        }
    }

    @Test
    void operationsAreChosenByPathAndMethod() throws IOException {
        var app = OpenApiApp.of(URI.create(url("/openapi.json")), url("/v1"));
        try (var tester = AppTester.of(app.excludePaths("/l", "/photos").app())) {
            assertThat(tester.property("GET /pets/{id} – One pet", "open")).hasToString("false");
            assertThat(tester.property("DELETE /pets/{id} – (deprecated)", "open")).hasToString("false");
            assertThat(tester.property("PUT /pets", "open")).hasToString("false");
        }
        assertThatIllegalArgumentException().isThrownBy(() -> app.paths("/nowhere").app()).withMessageContaining("/pets/{id}");
        assertThatIllegalArgumentException().isThrownBy(() -> app.methods("teapot")).withMessageContaining("teapot");
    }

    @Test
    void otherDocumentsAndAddressesAreRefused(@TempDir Path folder) throws IOException {
        var text = Files.writeString(folder.resolve("api.yaml"), "openapi: 3.0.0");
        assertThatIllegalArgumentException().isThrownBy(() -> OpenApiApp.of(text, url("/v1"))).withMessageContaining("api.yaml is no OpenAPI document in JSON");
        assertThatIllegalArgumentException().isThrownBy(() -> OpenApiApp.of(json("{\"swagger\": \"2.0\"}"), url("/v1")).app()).withMessageContaining("OpenAPI 3");
        assertThatIllegalArgumentException().isThrownBy(() -> OpenApiApp.of(json(PETS), "file:///etc")).withMessageContaining("file:///etc");
    }
}
