package io.gradio4j.war;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Arrays;
import java.util.UUID;

/** A client of one app, in the words of the protocol. Headers are names and values in turn. */
public final class Caller implements AutoCloseable {

    public static final String API = "gradio_api/";

    private final URI base;
    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /**
     * Makes a client.
     *
     * @param base the app's address, with a slash at the end
     */
    public Caller(URI base) {
        this.base = base;
    }

    public URI base() {
        return base;
    }

    /** What a browser sends as the origin of the app's own page. */
    public String origin() {
        return base.getScheme() + "://" + base.getAuthority();
    }

    public HttpClient http() {
        return http;
    }

    public static String newSession() {
        return UUID.randomUUID().toString();
    }

    public static JsonValue json(String text) {
        try (var reader = Json.createReader(new StringReader(text))) {
            return reader.readValue();
        }
    }

    public static JsonObject object(HttpResponse<String> response) {
        return json(response.body()).asJsonObject();
    }

    /** The values as JSON: text that is quoted, or numbers, booleans and JSON as they are. */
    public static JsonArray data(Object... values) {
        return Json.createArrayBuilder(Arrays.asList(values)).build();
    }

    private HttpRequest.Builder request(String path, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(base + path)).timeout(Duration.ofSeconds(30));
        return headers.length == 0 ? request : request.headers(headers);
    }

    public HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        return http.send(request(path, headers).build(), BodyHandlers.ofString());
    }

    public HttpResponse<byte[]> bytes(String path, String... headers) throws IOException, InterruptedException {
        return http.send(request(path, headers).build(), BodyHandlers.ofByteArray());
    }

    public HttpResponse<byte[]> bytes(BodyPublisher body, String path, String... headers) throws IOException, InterruptedException {
        return http.send(request(path, headers).POST(body).build(), BodyHandlers.ofByteArray());
    }

    public HttpResponse<String> send(String method, String path, BodyPublisher body, String... headers) throws IOException, InterruptedException {
        return http.send(request(path, headers).method(method, body).build(), BodyHandlers.ofString());
    }

    public HttpResponse<String> post(String path, String json, String... headers) throws IOException, InterruptedException {
        return http.send(request(path, headers).setHeader("Content-Type", "application/json").POST(BodyPublishers.ofString(json)).build(),
                BodyHandlers.ofString());
    }

    public JsonObject config() throws IOException, InterruptedException {
        return object(get("config"));
    }

    /** The number of the function behind an endpoint. */
    public int function(String endpoint) throws IOException, InterruptedException {
        return config().getJsonArray("dependencies").getValuesAs(JsonObject.class).stream()
                .filter(d -> d.get("api_name") instanceof JsonString name && name.getString().equals(endpoint))
                .mapToInt(d -> d.getInt("id")).findFirst().orElseThrow(() -> new AssertionError("no endpoint " + endpoint));
    }

    /** The first result of an endpoint, past the queue. */
    public JsonValue run(String endpoint, Object... values) throws IOException, InterruptedException {
        var answer = post(API + "run/" + endpoint, Json.createObjectBuilder().add("data", data(values)).build().toString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return object(answer).getJsonArray("data").getFirst();
    }

    /** What joins the queue. */
    public JsonObject body(String session, String endpoint, Object... values) throws IOException, InterruptedException {
        return Json.createObjectBuilder().add("data", data(values)).add("fn_index", function(endpoint)).add("session_hash", session).build();
    }

    /** Joins the queue; the event's id. */
    public String join(String session, String endpoint, Object... values) throws IOException, InterruptedException {
        var answer = post(API + "queue/join", body(session, endpoint, values).toString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        var id = object(answer).getString("event_id");
        assertThat(id).matches("[0-9a-f]{32}");
        return id;
    }

    public void cancel(String session, String endpoint, String eventId) throws IOException, InterruptedException {
        var answer = post(API + "cancel", Json.createObjectBuilder().add("session_hash", session).add("fn_index", function(endpoint))
                .add("event_id", eventId).build().toString());
        assertThat(answer.body()).isEqualTo("{\"success\":true}");
    }

    /** The messages of a session. */
    public EventStream stream(String session) throws IOException, InterruptedException {
        return stream(session, "");
    }

    /** The messages of a session, with more of a query. */
    public EventStream stream(String session, String query) throws IOException, InterruptedException {
        return EventStream.open(http, URI.create(base + API + "queue/data?session_hash=" + session + query));
    }

    /** A page's WebSocket. */
    public PageSocket socket(String session, String query, String... headers) throws Exception {
        return PageSocket.open(this, session, query, headers);
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
