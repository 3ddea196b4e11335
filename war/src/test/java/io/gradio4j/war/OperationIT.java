package io.gradio4j.war;

import static io.gradio4j.Gradio.request;
import static org.assertj.core.api.Assertions.assertThat;

import io.gradio4j.ApiVisibility;
import io.gradio4j.Blocks;
import io.gradio4j.Request;
import io.gradio4j.RunningApp;
import io.gradio4j.components.button.Button;
import io.gradio4j.components.textbox.Textbox;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What stands around an app that runs: proxies, pages of other sites, and who watches over it. */
class OperationIT {

    private static final String SHOP = "https://shop.example.org";
    private static final Map<String, String> SETTINGS = Map.of("GRADIO_TRUSTED_PROXIES", "127.0.0.1", "GRADIO_METRICS", "true",
            "GRADIO_METRICS_TOKEN", "let me read");
    private static RunningApp running;
    private static HttpClient http;

    @BeforeAll
    static void start() {
        var out = new Textbox("Out");
        var go = new Button("Go");
        go.onClick().inputs(request()).outputs(out).apiName("who").run(Request::client);
        go.onClick().outputs(out).apiName("own").apiVisibility(ApiVisibility.PRIVATE).run(() -> "own");
        SETTINGS.forEach(System::setProperty);
        try {
            running = Blocks.of(out, go).title("Watched").launch(options -> options.port(0).corsOrigins(SHOP));
        } finally {
            SETTINGS.keySet().forEach(System::clearProperty);
        }
        http = HttpClient.newHttpClient();
    }

    @AfterAll
    static void stop() {
        http.close();
        running.close();
    }

    private static HttpResponse<String> send(String method, String path, String body, String... headers) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(running.url().resolve(path))
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void aTrustedProxySaysWhereAVisitorComesFrom() throws Exception {
        String[] proxied = {"X-Forwarded-For", "203.0.113.9", "X-Forwarded-Proto", "https", "X-Forwarded-Host", "app.example.org"};
        assertThat(send("GET", "config", "", proxied).body()).contains("\"root\":\"https://app.example.org\"");
        var answer = send("POST", "gradio_api/run/who", "{\"data\":[]}", "X-Forwarded-For", "203.0.113.9", "X-Forwarded-Host", "app.example.org",
                "Origin", "https://app.example.org");
        assertThat(answer.body()).startsWith("{\"data\":[\"203.0.113.9\"]");
    }

    @Test
    void pagesOfListedSitesMayUseTheApi() throws Exception {
        var asked = send("OPTIONS", "gradio_api/queue/join", "", "Origin", SHOP, "Access-Control-Request-Method", "POST",
                "Access-Control-Request-Headers", "content-type");
        assertThat(asked.statusCode()).isEqualTo(200);
        assertThat(asked.headers().firstValue("Access-Control-Allow-Origin")).contains(SHOP);
        assertThat(asked.headers().firstValue("Access-Control-Allow-Headers")).contains("content-type");

        var answer = send("POST", "gradio_api/run/who", "{\"data\":[]}", "Origin", SHOP, "Sec-Fetch-Site", "cross-site");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).contains(SHOP);
        assertThat(answer.headers().allValues("Vary")).contains("Origin");
        assertThat(send("POST", "gradio_api/run/own", "{\"data\":[]}", "Origin", SHOP, "Sec-Fetch-Site", "cross-site").statusCode()).isEqualTo(403);
    }

    @Test
    void pagesOfOtherSitesMayNot() throws Exception {
        var asked = send("OPTIONS", "gradio_api/queue/join", "", "Origin", "https://evil.example.org", "Access-Control-Request-Method", "POST");
        assertThat(asked.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
        var answer = send("GET", "config", "", "Origin", "https://evil.example.org");
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
        assertThat(answer.headers().allValues("Vary")).contains("Origin");
        assertThat(send("POST", "gradio_api/run/who", "{\"data\":[]}", "Origin", "https://evil.example.org").statusCode()).isEqualTo(403);
    }

    @Test
    void itSaysThatItIsWell() throws Exception {
        assertThat(send("GET", "gradio_api/health", "").body()).isEqualTo("{\"status\":\"UP\",\"checks\":[{\"name\":\"queue\",\"status\":\"UP\"}]}");
        assertThat(send("GET", "gradio_api/health/live", "").statusCode()).isEqualTo(200);
        assertThat(send("GET", "gradio_api/health/ready", "").statusCode()).isEqualTo(200);
        assertThat(send("GET", "gradio_api/health/other", "").statusCode()).isEqualTo(404);
    }

    @Test
    void metricsAreForWhoHasTheToken() throws Exception {
        send("POST", "gradio_api/run/who", "{\"data\":[]}");
        assertThat(send("GET", "gradio_api/metrics", "").statusCode()).isEqualTo(401);
        assertThat(send("GET", "gradio_api/metrics", "", "Authorization", "Bearer let me").statusCode()).isEqualTo(401);
        var answer = send("GET", "gradio_api/metrics", "", "Authorization", "Bearer let me read");
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/plain").contains("version=0.0.4");
        assertThat(answer.body()).contains("gradio_events_total{endpoint=\"who\",outcome=\"succeeded\"} ");
    }

    @Test
    void theMonitoringPageIsForWhoHasTheKey() throws Exception {
        send("POST", "gradio_api/run/who", "{\"data\":[]}");
        assertThat(send("GET", "monitoring/summary", "").body()).contains("\"who\":{\"success_rate\":1.0");
        var answer = send("GET", "monitoring", "");
        assertThat(answer.body()).isEqualTo("See console for monitoring URL.");
        assertThat(send("GET", "monitoring/guess", "").statusCode()).isEqualTo(403);
        assertThat(send("GET", "monitoring/guess/dashboard", "").body()).isEqualTo("{\"detail\":\"Invalid key.\"}");
    }
}
