package io.gradio4j.war;

import static io.gradio4j.war.Caller.API;
import static io.gradio4j.war.Caller.json;
import static io.gradio4j.war.Caller.object;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a browser or client starts with: the page, its files, the config and the documentation of the endpoints. */
interface PageContract extends Served {

    private static String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }

    private static String found(String pattern, String text) {
        return Pattern.compile(pattern, Pattern.DOTALL).matcher(text).results().findFirst()
                .orElseThrow(() -> new AssertionError("no " + pattern + " in " + text)).group(1);
    }

    private String module() throws Exception {
        return found("<script type=\"module\"[^>]* src=\"\\./(assets/[^\"]+)\"", app().get("").body());
    }

    @Test
    default void pageAllowsNoScriptButItsOwn() throws Exception {
        var page = app().get("");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(header(page, "Content-Type")).isEqualToIgnoringCase("text/html;charset=utf-8");
        assertThat(header(page, "Cache-Control")).isEqualTo("no-store");
        assertThat(header(page, "X-Content-Type-Options")).isEqualTo("nosniff");
        var nonce = found("script-src 'self' 'nonce-([^']+)';", header(page, "Content-Security-Policy"));
        assertThat(header(page, "Content-Security-Policy")).startsWith("default-src 'self'; ").doesNotContain("unsafe-eval")
                .contains("object-src 'none'").contains("base-uri 'self'").contains("frame-ancestors 'self'");
        var scripts = Pattern.compile("<script[^>]*>").matcher(page.body()).results().map(MatchResult::group).toList();
        assertThat(scripts).hasSizeGreaterThanOrEqualTo(3).allMatch(tag -> tag.contains("nonce=\"" + nonce + "\"")
                || tag.contains("type=\"application/json\""));
        assertThat(page.body()).doesNotContainPattern("<[^>]* on[a-z]+=");
        assertThat(header(app().get(""), "Content-Security-Policy")).doesNotContain(nonce);
    }

    @Test
    default void pageCarriesItsConfigAsInertJson() throws Exception {
        var page = app().get("").body();
        var inline = found("<script type=\"application/json\" id=\"gradio-config\">(.*?)</script>", page);
        assertThat(inline).doesNotContain("<").doesNotContain(">").doesNotContain("&");
        var config = json(inline).asJsonObject();
        assertThat(page).contains("<title>Contract &lt;&amp;&gt;</title>");
        assertThat(config.getString("title")).isEqualTo("Contract <&>");
        assertThat(config.getString("root") + "/").isEqualTo(app().base().toString());
        assertThat(config.getJsonArray("dependencies")).isEqualTo(app().config().getJsonArray("dependencies"));
        assertThat(config.getJsonObject("gradio4j").getBoolean("websocket")).isTrue();
        assertThat(page).contains("<base href=\"" + app().base().getPath() + "\">");
    }

    @Test
    default void configNamesEverythingThatClientsNeed() throws Exception {
        var config = app().config();
        assertThat(config.getString("version")).isEqualTo("6.25.0");
        assertThat(config.getString("protocol")).isEqualTo("sse_v3");
        assertThat(config.getString("api_prefix")).isEqualTo("/gradio_api");
        assertThat(config.getString("root") + "/").isEqualTo(app().base().toString());
        assertThat(object(app().get("config/"))).isEqualTo(config);
        var ids = config.getJsonArray("components").getValuesAs(JsonObject.class).stream().map(c -> c.get("id")).toList();
        for (var dependency : config.getJsonArray("dependencies").getValuesAs(JsonObject.class)) {
            assertThat(ids).containsAll(dependency.getJsonArray("inputs")).containsAll(dependency.getJsonArray("outputs"));
        }
        assertThat(config.get("app_id")).isEqualTo(object(app().get(API + "app_id")).get("app_id"));
    }

    @Test
    default void infoDocumentsThePublicEndpoints() throws Exception {
        var info = object(app().get(API + "info"));
        var endpoints = info.getJsonObject("named_endpoints");
        assertThat(info.getJsonObject("unnamed_endpoints")).isEmpty();
        assertThat(endpoints).containsKeys("/echo", "/echo_direct", "/tally").doesNotContainKeys("/secret", "/unlisted");
        var repeat = endpoints.getJsonObject("/repeat");
        assertThat(repeat.getJsonArray("parameters").getValuesAs(JsonObject.class))
                .extracting(p -> p.getString("parameter_name") + " " + p.getBoolean("parameter_has_default") + " " + p.get("type"))
                .containsExactly("text false {\"type\":\"string\"}", "times true {\"type\":\"integer\"}");
        assertThat(repeat.getJsonArray("returns").getJsonObject(0).getString("component")).isEqualTo("Textbox");
        assertThat(repeat.getJsonObject("code_snippets").getString("bash")).contains(app().base() + "gradio_api/call/v2/repeat");
        assertThat(endpoints.getJsonObject("/tally").getJsonArray("parameters")).as("state is no parameter").isEmpty();
        var all = object(app().get(API + "info?all_endpoints=true")).getJsonObject("named_endpoints");
        assertThat(all).containsKeys("/echo", "/unlisted").doesNotContainKey("/secret");
        assertThat(all.getJsonObject("/unlisted")).doesNotContainKey("code_snippets");
    }

    @Test
    default void themeIsKeptForeverUnderItsOwnVersion() throws Exception {
        var versioned = found("<link rel=\"stylesheet\" href=\"(theme\\.css\\?v=[0-9a-f]+)\"", app().get("").body());
        var theme = app().get(versioned);
        assertThat(header(theme, "Content-Type")).isEqualToIgnoringCase("text/css;charset=utf-8");
        assertThat(theme.body()).contains("--button-primary-background-fill:");
        assertThat(header(theme, "Cache-Control")).isEqualTo("public, max-age=31536000, immutable");
        var plain = app().get("theme.css?v=0");
        assertThat(plain.body()).isEqualTo(theme.body());
        assertThat(header(plain, "Cache-Control")).doesNotContain("immutable");
    }

    @Test
    default void browserFilesComeInTheEncodingThatTheBrowserReadsAndAreKeptForever() throws Exception {
        var module = module();
        var plain = app().bytes(module);
        var gzip = app().bytes(module, "Accept-Encoding", "gzip, deflate");
        var brotli = app().bytes(module, "Accept-Encoding", "gzip, deflate, br");
        assertThat(List.of(plain, gzip, brotli)).allSatisfy(file -> {
            assertThat(file.statusCode()).isEqualTo(200);
            assertThat(header(file, "Content-Type")).isEqualToIgnoringCase("text/javascript;charset=utf-8");
            assertThat(header(file, "Cache-Control")).isEqualTo("public, max-age=31536000, immutable");
            assertThat(header(file, "Vary")).containsIgnoringCase("Accept-Encoding");
            assertThat(file.headers().firstValueAsLong("Content-Length")).hasValue(file.body().length);
        });
        assertThat(header(plain, "Content-Encoding")).isEmpty();
        assertThat(header(gzip, "Content-Encoding")).isEqualTo("gzip");
        assertThat(new GZIPInputStream(new ByteArrayInputStream(gzip.body())).readAllBytes()).isEqualTo(plain.body());
        assertThat(header(brotli, "Content-Encoding")).isEqualTo("br");
        assertThat(brotli.body().length).isLessThan(gzip.body().length);
    }

    @Test
    default void everyImportOfThePageExists() throws Exception {
        var imports = json(found("<script type=\"importmap\"[^>]*>(.*?)</script>", app().get("").body())).asJsonObject().getJsonObject("imports");
        assertThat(imports).containsKeys("gradio4j", "lit", "lit/decorators.js", "lit/directives/repeat.js");
        for (var address : imports.values()) {
            var path = ((JsonString) address).getString().substring("./".length());
            if (!path.endsWith("/")) {
                assertThat(app().get(path).statusCode()).as(path).isEqualTo(200);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"assets/", "assets/x/", "assets/x/gradio4j/absent.js", "assets/x/gradio4j/gradio4j.js.br", "assets/x/../../WEB-INF/web.xml",
        "assets/x/gradio4j/..%2f..%2f..%2fMANIFEST.MF", "assets/x/gradio4j/%2e%2e/%2e%2e/%2e%2e/MANIFEST.MF",
        "assets/x/gradio4j%5cgradio4j.js", "WEB-INF/web.xml", "META-INF/MANIFEST.MF", "nothing"})
    default void nothingElseOfTheJarsIsServed(String path) throws Exception {
        var answer = app().get(path);
        assertThat(answer.statusCode()).isIn(400, 404);
        assertThat(answer.body()).doesNotContain("Manifest-Version").doesNotContain("<web-app");
    }

    @Test
    default void headAsksForThePageWithoutItsBody() throws Exception {
        var head = app().send("HEAD", "", BodyPublishers.noBody());
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
    }
}
