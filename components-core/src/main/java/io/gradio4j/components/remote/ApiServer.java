package io.gradio4j.components.remote;

import io.gradio4j.Conversion;
import io.gradio4j.GradioException;
import io.gradio4j.Nesting;
import io.gradio4j.Values;
import jakarta.json.JsonException;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** The server of an API. Redirects are not followed, so nothing goes to any other. */
final class ApiServer {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int LARGEST_ANSWER = 16 << 20;
    private static final int LONGEST_REASON = 500;
    private static final int DEEPEST = 200;
    private static final HttpClient HTTP = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).version(HttpClient.Version.HTTP_1_1).build();

    private final String base;
    private final Map<String, String> headers = new LinkedHashMap<>();

    /**
     * A server.
     *
     * @throws IllegalArgumentException if the address is none of the web
     */
    ApiServer(String base) {
        requireWeb(URI.create(base));
        if (base.contains("?") || base.contains("#")) {
            throw new IllegalArgumentException("The address of an API ends with its path, not like " + base);
        }
        this.base = withoutSlash(base);
    }

    private static String withoutSlash(String address) {
        var end = address.length();
        while (end > 0 && address.charAt(end - 1) == '/') {
            end--;
        }
        return address.substring(0, end);
    }

    private static URI requireWeb(URI url) {
        if (!"http".equalsIgnoreCase(url.getScheme()) && !"https".equalsIgnoreCase(url.getScheme()) || url.getHost() == null) {
            throw new IllegalArgumentException("The address of an API begins with http:// or https://, not " + url);
        }
        return url;
    }

    void header(String name, String value) {
        headers.put(name, value);
    }

    /**
     * Reads a document.
     *
     * @param most bytes
     * @throws IOException if that fails
     */
    static byte[] fetch(URI document, int most) throws IOException {
        try {
            var response = HTTP.send(HttpRequest.newBuilder(requireWeb(document)).timeout(PATIENCE).build(), BodyHandlers.ofInputStream());
            try (var body = response.body()) {
                if (response.statusCode() != 200) {
                    throw new IOException("the server answers with the status " + response.statusCode());
                }
                return capped(body, most);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static byte[] capped(InputStream body, int most) throws IOException {
        var bytes = body.readNBytes(most + 1);
        if (bytes.length > most) {
            throw new IOException("it has more than " + (most >> 20) + " MB");
        }
        return bytes;
    }

    /**
     * Calls an operation.
     *
     * @param given the values of its fields' components
     * @return the answer, as JSON says it best
     * @throws GradioException if a value is missing, the server cannot be reached, or it answers with another status than 2xx
     */
    JsonValue call(ApiOperation operation, Values given) throws InterruptedException {
        HttpRequest request;
        try {
            var builder = new ApiRequest(operation, given).builder(base).timeout(PATIENCE);
            headers.forEach(builder::setHeader);
            request = builder.build();
        } catch (IllegalArgumentException e) {
            throw new GradioException("The request cannot be made: " + e.getMessage(), e);
        }
        try {
            var response = HTTP.send(request, BodyHandlers.ofInputStream());
            try (var body = response.body()) {
                return answer(response, capped(body, LARGEST_ANSWER));
            }
        } catch (IOException e) {
            throw new GradioException("No answer from " + request.uri().getAuthority() + ": " + (e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage()), e);
        }
    }

    private static JsonValue answer(HttpResponse<?> response, byte[] body) {
        var status = response.statusCode();
        var type = response.headers().firstValue("Content-Type").orElse("");
        if (status / 100 != 2) {
            throw new GradioException("The server answers " + status + response.headers().firstValue("Location").map(to -> ", pointing to " + to).orElse("")
                    + (body.length == 0 ? "" : ": " + beginning(new String(body, StandardCharsets.UTF_8))));
        }
        if (body.length == 0) {
            return Conversion.JSON.createObjectBuilder().add("status", status).build();
        }
        return switch (ApiOperation.Encoding.of(type)) {
            case JSON -> json(new String(body, StandardCharsets.UTF_8));
            case TEXT -> Conversion.JSON.createValue(new String(body, StandardCharsets.UTF_8));
            default -> Conversion.JSON.createObjectBuilder().add("status", status).add("type", type).add("bytes", body.length).build();
        };
    }

    private static JsonValue json(String text) {
        if (Nesting.depth(text) > DEEPEST) {
            throw new GradioException("The server answers with JSON of more than " + DEEPEST + " levels");
        }
        try (var reader = Conversion.JSON.createReader(new StringReader("[" + text + "]"))) {
            var values = reader.readArray();
            return values.size() == 1 ? values.getFirst() : Conversion.JSON.createValue(text);
        } catch (JsonException | IllegalStateException e) {
            return Conversion.JSON.createValue(text);
        }
    }

    private static String beginning(String text) {
        return text.length() > LONGEST_REASON ? text.substring(0, LONGEST_REASON) + "…" : text;
    }
}
