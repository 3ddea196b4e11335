package io.gradio4j.client;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import javax.net.ssl.SSLContext;

/**
 * A server with a small app at {@code /app}. It accepts calls with the ids e1, e2 … and streams what the test sends. Any route can be
 * given another answer.
 */
final class FakeServer implements AutoCloseable {

    static final String CLOSE_STREAM = frame("{\"msg\":\"close_stream\",\"event_id\":null}");

    /** Ends the answer without a {@code close_stream}. */
    static final String END = "END";

    private static final String API = "/app/gradio_api/";

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final String scheme;
    private final HttpServer server;
    private final Map<String, HttpHandler> routes = new ConcurrentHashMap<>();
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final BlockingQueue<String> stream = new LinkedBlockingQueue<>();
    private final AtomicInteger events = new AtomicInteger();
    private volatile Function<JsonObject, List<String>> onJoin = body -> List.of();

    /** What a client sent. */
    record Request(String method, String path, Map<String, List<String>> headers, String body) {

        JsonObject json() {
            return Jsons.readObject(body);
        }

        String header(String name) {
            return String.join(", ", headers.getOrDefault(name, List.of()));
        }
    }

    FakeServer() throws IOException {
        this("http", HttpServer.create(address(), 0));
    }

    FakeServer(SSLContext tls) throws IOException {
        this("https", encrypted(tls));
    }

    private FakeServer(String scheme, HttpServer server) throws IOException {
        this.scheme = scheme;
        this.server = server;
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        answer("/app/config", 200, resource("config.json"));
        answer(API + "info", 200, resource("info.json"));
        answer(API + "cancel", 200, "{\"success\":true}");
        answer(API + "reset", 200, "{\"success\":true}");
        route(API + "queue/join", this::join);
        route(API + "queue/data", exchange -> stream(exchange, stream));
        route(API + "heartbeat", FakeServer::beat);
        server.start();
    }

    private static InetSocketAddress address() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    }

    private static HttpServer encrypted(SSLContext tls) throws IOException {
        var server = HttpsServer.create(address(), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(tls));
        return server;
    }

    static String resource(String name) throws IOException {
        try (var in = FakeServer.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private void handle(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getRawPath();
        var body = exchange.getRequestBody().readAllBytes();
        requests.add(new Request(exchange.getRequestMethod(), exchange.getRequestURI().toString(), Map.copyOf(exchange.getRequestHeaders()),
                new String(body, StandardCharsets.UTF_8)));
        exchange.setStreams(new ByteArrayInputStream(body), null);
        var route = routes.keySet().stream().filter(path::startsWith).max((a, b) -> Integer.compare(a.length(), b.length()));
        try (exchange) {
            if (route.isPresent()) {
                routes.get(route.get()).handle(exchange);
            } else {
                send(exchange, 404, "application/json", "{\"detail\":\"Not Found\"}".getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    static void send(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    private void join(HttpExchange exchange) throws IOException {
        var id = "e" + events.incrementAndGet();
        onJoin.apply(Jsons.readObject(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8))).forEach(frame -> stream.add(frame.replace("{id}", id)));
        send(exchange, 200, "application/json", ("{\"event_id\":\"" + id + "\"}").getBytes(StandardCharsets.UTF_8));
    }

    private static void stream(HttpExchange exchange, BlockingQueue<String> frames) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "text/event-stream; charset=utf-8");
        exchange.sendResponseHeaders(200, 0);
        try {
            for (var frame = frames.take(); !frame.equals(END); frame = frames.take()) {
                exchange.getResponseBody().write(frame.getBytes(StandardCharsets.UTF_8));
                exchange.getResponseBody().flush();
                if (frame.endsWith(CLOSE_STREAM)) {
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void beat(HttpExchange exchange) throws IOException {
        stream(exchange, new LinkedBlockingQueue<>(List.of("data: ALIVE\n\n")));
    }

    static String frame(String json) {
        return "data: " + json + "\n\n";
    }

    /** The completion of the call {@code {id}}. */
    static String completed(String data) {
        return frame("{\"msg\":\"process_completed\",\"event_id\":\"{id}\",\"output\":{\"data\":" + data
                + ",\"is_generating\":false},\"success\":true}");
    }

    /** A step of the call {@code {id}}. */
    static String generated(String data) {
        return frame("{\"msg\":\"process_generating\",\"event_id\":\"{id}\",\"output\":{\"data\":" + data
                + ",\"is_generating\":true},\"success\":true}");
    }

    /** A failure of the call {@code {id}}. */
    static String failed(String payload) {
        return frame("{\"msg\":\"process_completed\",\"event_id\":\"{id}\",\"output\":" + payload + ",\"success\":false}");
    }

    String url() {
        return scheme + "://localhost:" + server.getAddress().getPort() + "/app";
    }

    FakeServer route(String path, HttpHandler handler) {
        routes.put(path, handler);
        return this;
    }

    FakeServer api(String path, HttpHandler handler) {
        return route(API + path, handler);
    }

    FakeServer answer(String path, int status, String body) {
        return route(path, exchange -> send(exchange, status, "application/json", body.getBytes(StandardCharsets.UTF_8)));
    }

    FakeServer answerApi(String path, int status, String body) {
        return answer(API + path, status, body);
    }

    /** What every call is followed by on the stream. */
    FakeServer eachCall(String... frames) {
        return eachCall(body -> List.of(frames));
    }

    FakeServer eachCall(Function<JsonObject, List<String>> frames) {
        onJoin = frames;
        return this;
    }

    /** Sends on the stream. */
    void send(String... frames) {
        stream.addAll(List.of(frames));
    }

    List<Request> requests(String path) {
        return requests.stream().filter(r -> r.path().startsWith(path) || r.path().startsWith(API + path)).toList();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
