package io.gradio4j.client;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Requests to one app. Every address is below the one that the client was connected to, whatever the server's documents say, and no
 * redirect is followed: values and secrets go nowhere else. Safe for use by many threads.
 */
final class Http implements AutoCloseable {

    private final String base;
    private final ClientOptions options;
    private final HttpClient http;
    private final Optional<Cookies> cookies;

    /**
     * An answer that was read to its end.
     *
     * @param body the text
     */
    record Answer(int status, String body, HttpHeaders headers) {

        boolean succeeded() {
            return status / 100 == 2;
        }
    }

    /**
     * Prepares requests.
     *
     * @param base the app's address without a trailing slash
     */
    Http(String base, ClientOptions options) {
        this.base = base;
        this.options = options;
        http = options.httpClient().orElseGet(() -> own(base, options));
        cookies = http.cookieHandler().isPresent() ? Optional.empty() : Optional.of(new Cookies(base.startsWith("https:")));
    }

    private static HttpClient own(String base, ClientOptions options) {
        var builder = HttpClient.newBuilder().connectTimeout(options.connectTimeout());
        options.sslContext().ifPresent(builder::sslContext);
        // Without encryption the upgrade to HTTP/2 is a header that some servers stumble over.
        return base.startsWith("https:") ? builder.build() : builder.version(HttpClient.Version.HTTP_1_1).build();
    }

    String base() {
        return base;
    }

    Answer get(String endpoint, String path) {
        return send(endpoint, request(path).GET().build());
    }

    Answer postJson(String endpoint, String path, String json) {
        return post(endpoint, path, "application/json", BodyPublishers.ofString(json));
    }

    Answer post(String endpoint, String path, String contentType, BodyPublisher body) {
        return send(endpoint, request(path).header("Content-Type", contentType).header("x-gradio-user", "api").POST(body).build());
    }

    /**
     * Opens a stream.
     *
     * @param patience how long to wait for its beginning
     */
    HttpResponse<InputStream> open(String endpoint, String path, Duration patience) {
        return await(endpoint, request(path).GET().build(), BodyHandlers.ofInputStream(), patience);
    }

    private HttpRequest.Builder request(String path) {
        var builder = HttpRequest.newBuilder(URI.create(base + "/" + path));
        options.headers().forEach(builder::header);
        cookies.map(Cookies::header).filter(header -> !header.isEmpty()).ifPresent(header -> builder.header("Cookie", header));
        return builder;
    }

    private Answer send(String endpoint, HttpRequest request) {
        var response = await(endpoint, request, info -> new CappedBody(options.maxMessage()), options.requestTimeout());
        cookies.ifPresent(all -> all.keep(response.headers().allValues("Set-Cookie")));
        return new Answer(response.statusCode(), new String(response.body(), StandardCharsets.UTF_8), response.headers());
    }

    /** The JDK's own timeout ends with the answer's head; this one includes the body, which a slow server could stretch for ever. */
    private <T> HttpResponse<T> await(String endpoint, HttpRequest request, BodyHandler<T> handler, Duration patience) {
        var answer = http.sendAsync(request, handler);
        try {
            return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw new ClientException.TimedOut(endpoint, what(request) + " had no answer within " + patience.toMillis() + " ms");
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new ClientException.Interrupted(endpoint, e);
        } catch (ExecutionException e) {
            throw failure(endpoint, request, e.getCause() == null ? e : e.getCause());
        }
    }

    private static RuntimeException failure(String endpoint, HttpRequest request, Throwable cause) {
        return switch (cause) {
            case HttpTimeoutException e -> new ClientException.TimedOut(endpoint, what(request) + ": " + e.getMessage());
            case IOException e when badAnswer(e).isPresent() -> badAnswer(e).get().at(endpoint);
            case IOException e -> new ClientException.ConnectionLost(endpoint, what(request) + " failed: " + reason(e), e);
            case BadAnswerException e -> e.at(endpoint);
            case RuntimeException e -> e;
            default -> new ClientException.ConnectionLost(endpoint, what(request) + " failed: " + cause, cause);
        };
    }

    private static Optional<BadAnswerException> badAnswer(Throwable failure) {
        return failure.getCause() instanceof BadAnswerException e ? Optional.of(e) : Optional.empty();
    }

    private static String what(HttpRequest request) {
        return request.method() + " " + request.uri();
    }

    static String reason(Throwable failure) {
        return failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
    }

    /** Ends what is still under way, unless the HTTP client is the caller's. */
    @Override
    public void close() {
        if (options.httpClient().isEmpty()) {
            http.shutdownNow();
        }
    }
}
