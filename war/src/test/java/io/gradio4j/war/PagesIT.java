package io.gradio4j.war;

import static org.assertj.core.api.Assertions.assertThat;

import io.gradio4j.Blocks;
import io.gradio4j.RunningApp;
import io.gradio4j.components.textbox.Textbox;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** An app of several pages. */
class PagesIT {

    private static RunningApp running;
    private static HttpClient http;

    @BeforeAll
    static void start() {
        running = Blocks.of(new Textbox("First")).route("Second page", new Textbox("Second")).hiddenRoute("Third", "/a[1]", new Textbox("Third"))
                .launch(options -> options.port(0));
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
}
