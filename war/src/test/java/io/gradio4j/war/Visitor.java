package io.gradio4j.war;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** A client that keeps the app's cookies, as a browser does, and follows no redirect by itself. */
public final class Visitor implements AutoCloseable {

    private final Caller app;
    private final Map<String, String> cookies = new LinkedHashMap<>();

    public Visitor(URI base) {
        app = new Caller(base);
    }

    public Caller app() {
        return app;
    }

    public Map<String, String> cookies() {
        return cookies;
    }

    /** The header with all cookies. */
    public String cookie() {
        return cookies.entrySet().stream().map(c -> c.getKey() + "=" + c.getValue()).collect(Collectors.joining("; "));
    }

    private String[] with(String... headers) {
        if (cookies.isEmpty()) {
            return headers;
        }
        var all = java.util.Arrays.copyOf(headers, headers.length + 2);
        all[headers.length] = "Cookie";
        all[headers.length + 1] = cookie();
        return all;
    }

    private HttpResponse<String> kept(HttpResponse<String> answer) {
        for (var header : answer.headers().allValues("Set-Cookie")) {
            assertThat(header).contains("HttpOnly").contains("SameSite=Lax").contains("Path=/");
            var pair = header.substring(0, header.indexOf(';')).split("=", 2);
            if (header.contains("Max-Age=0")) {
                cookies.remove(pair[0]);
            } else {
                cookies.put(pair[0], pair[1]);
            }
        }
        return answer;
    }

    public HttpResponse<String> get(String path, String... headers) throws Exception {
        return kept(app.get(path, with(headers)));
    }

    public HttpResponse<String> post(String path, String json, String... headers) throws Exception {
        return kept(app.post(path, json, with(headers)));
    }

    public HttpResponse<String> login(String user, String password, String... headers) throws Exception {
        var form = "username=" + URLEncoder.encode(user, StandardCharsets.UTF_8) + "&password=" + URLEncoder.encode(password, StandardCharsets.UTF_8);
        var all = java.util.Arrays.copyOf(headers, headers.length + 2);
        all[headers.length] = "Content-Type";
        all[headers.length + 1] = "application/x-www-form-urlencoded";
        return kept(app.send("POST", "login", BodyPublishers.ofString(form), with(all)));
    }

    /** Calls an endpoint without inputs, past the queue. */
    public HttpResponse<String> run(String endpoint) throws Exception {
        return post(Caller.API + "run/" + endpoint, "{\"data\":[]}");
    }

    public static String location(HttpResponse<?> answer) {
        return answer.headers().firstValue("Location").orElseThrow();
    }

    @Override
    public void close() {
        app.close();
    }
}
