package io.gradio4j.war;

import static org.assertj.core.api.Assertions.assertThat;

import io.gradio4j.Blocks;
import io.gradio4j.RunningApp;
import io.gradio4j.components.button.Button;
import io.gradio4j.components.textbox.Textbox;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pages of an app, and what browsers ask for beside them. */
class PagesIT {

    private static RunningApp running;
    private static HttpClient http;

    @TempDir
    private static Path folder;

    @BeforeAll
    static void start() throws IOException {
        var icon = folder.resolve("icon.png");
        ImageIO.write(new BufferedImage(20, 10, BufferedImage.TYPE_INT_RGB), "png", icon.toFile());
        var first = new Textbox("First");
        var share = new Button("Share");
        share.onClick().inputs(first).outputs(first).apiName("shout").run(text -> text.toUpperCase(Locale.ROOT));
        share.onClick().js("() => fetch('gradio_api/deep_link')");
        running = Blocks.of(first, share).route("Second page", new Textbox("Second")).hiddenRoute("Third", "/a[1]", new Textbox("Third"))
                .launch(options -> options.port(0).faviconPath(icon).pwa(true));
        http = HttpClient.newHttpClient();
    }

    @AfterAll
    static void stop() {
        http.close();
        running.close();
    }

    private static HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(running.url().resolve(path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void eachPageShowsItsOwnBlocks() throws Exception {
        assertThat(get("").body()).contains("\"label\":\"First\"").doesNotContain("\"label\":\"Second\"").contains("\"current_page\":\"\"");
        var second = get("second-page");
        assertThat(second.statusCode()).isEqualTo(200);
        assertThat(second.body()).contains("\"label\":\"Second\"").doesNotContain("\"label\":\"First\"").contains("\"current_page\":\"second-page\"")
                .contains("<base href=\"/\">");
        assertThat(get("a%5B1%5D").body()).contains("\"label\":\"Third\"");
    }

    @Test
    void theMainPagesAddressMayAskForAnother() throws Exception {
        assertThat(get("?page=second-page").body()).contains("\"current_page\":\"second-page\"");
        assertThat(get("?page=none").statusCode()).isEqualTo(404);
    }

    @Test
    void aSlashTooManyIsTakenAway() throws Exception {
        var answer = get("second-page/?x=1");
        assertThat(answer.statusCode()).isEqualTo(301);
        assertThat(answer.headers().firstValue("Location")).contains("/second-page?x=1");
        assertThat(get("a%5B1%5D/").headers().firstValue("Location")).contains("/a%5B1%5D");
    }

    @Test
    void thereAreNoOtherPages() throws Exception {
        assertThat(get("third").statusCode()).isEqualTo(404);
        assertThat(get("second-page/more").statusCode()).isEqualTo(404);
        assertThat(get("SECOND-PAGE").statusCode()).isEqualTo(404);
    }

    @Test
    void clientsGetTheWhole() throws Exception {
        assertThat(get("config").body()).contains("\"label\":\"First\"").contains("\"label\":\"Second\"")
                .contains("\"pages\":[[\"\",\"Home\",true],[\"second-page\",\"Second page\",true],[\"a[1]\",\"Third\",false]]");
    }

    @Test
    void aLinkShowsWhatAPageShowed() throws Exception {
        var call = http.send(HttpRequest.newBuilder(running.url().resolve("gradio_api/call/shout")).POST(HttpRequest.BodyPublishers.ofString(
                "{\"data\":[\"ada\"],\"session_hash\":\"sharing\"}")).build(), HttpResponse.BodyHandlers.ofString());
        assertThat(get("gradio_api/call/shout/" + call.body().split("\"")[3]).body()).contains("[\"ADA\"]");

        var id = get("gradio_api/deep_link?session_hash=sharing").body();
        assertThat(id).matches("\"[A-Za-z0-9_-]{11}\"");
        var query = "deep_link=" + id.replace("\"", "");
        assertThat(get("?" + query).body()).contains("\"value\":\"ADA\"").contains("\"deep_link_state\":\"valid\"");
        assertThat(get("config?" + query).body()).contains("\"value\":\"ADA\"").contains("\"deep_link_state\":\"valid\"");
        assertThat(get("second-page?" + query).body()).contains("\"deep_link_state\":\"valid\"").doesNotContain("ADA");
    }

    @Test
    void aLinkThatDoesNotHoldShowsThePageAsItIs() throws Exception {
        assertThat(get("?deep_link=AAAAAAAAAAA").body()).contains("\"deep_link_state\":\"invalid\"").contains("\"label\":\"First\"");
        assertThat(get("").body()).contains("\"deep_link_state\":\"none\"");
        assertThat(get("config").body()).doesNotContain("deep_link_state");
        assertThat(get("gradio_api/deep_link?session_hash=unknown").body()).isEqualTo("\"\"");
        assertThat(get("gradio_api/deep_link").statusCode()).isEqualTo(422);
    }

    @Test
    void theAppHasItsIcon() throws Exception {
        assertThat(get("").body()).contains("<link rel=\"icon\" href=\"favicon.ico\" type=\"image/png\">").contains("<link rel=\"manifest\"")
                .contains("\"pwa\":true");
        assertThat(get("favicon.ico").headers().firstValue("Content-Type")).contains("image/png");
        assertThat(get("manifest.json").body()).isEqualTo("{\"name\":\"Gradio\",\"icons\":[{\"src\":\"pwa_icon/192\",\"sizes\":\"192x192\",\"type\":\"image/png\","
                + "\"purpose\":\"any\"},{\"src\":\"pwa_icon/512\",\"sizes\":\"512x512\",\"type\":\"image/png\",\"purpose\":\"any\"}],\"start_url\":\"./\","
                + "\"display\":\"standalone\"}");
        var icon = http.send(HttpRequest.newBuilder(running.url().resolve("pwa_icon/192")).build(), HttpResponse.BodyHandlers.ofInputStream());
        var image = ImageIO.read(icon.body());
        assertThat(image.getWidth()).isEqualTo(image.getHeight()).isEqualTo(192);
        assertThat(get("pwa_icon").headers().firstValue("Content-Length")).isEqualTo(get("favicon.ico").headers().firstValue("Content-Length"));
        assertThat(get("pwa_icon/193").statusCode()).isEqualTo(404);
        assertThat(get("pwa_icon/x").statusCode()).isEqualTo(404);
    }

    @Test
    void robotsMayCome() throws Exception {
        assertThat(get("robots.txt").body()).isEqualTo("User-agent: *\nDisallow: ");
        assertThat(get("gradio_api/startup-events").body()).isEqualTo("false");
    }
}
