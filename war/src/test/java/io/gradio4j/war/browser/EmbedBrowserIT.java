package io.gradio4j.war.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.sun.net.httpserver.HttpServer;
import io.gradio4j.war.Program;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An app within the page of another site. */
@ExtendWith(Browsing.class)
class EmbedBrowserIT {

    private static final Pattern DARK = Pattern.compile("\\bdark\\b");
    private static final String HEARD = "<script>const heard = new Set(); for (const name of ['render', 'domchange']) addEventListener(name, () => heard.add(name));</script>";
    /** What iframe-resizer says and does in the page around. */
    private static final String RESIZER = """
            <script>
            addEventListener('message', ({ data, source }) => {
              if (data === '[iFrameResizerChild]Ready') source.postMessage('[iFrameSizer]app:8:false:false:32:false:true:null:bodyOffset', '*');
              else if (data.startsWith('[iFrameSizer]app:')) document.getElementById('app').style.height = data.split(':')[1] + 'px';
            });
            </script>""";

    private static HttpServer site;
    private static Program apps;

    @BeforeAll
    static void start() throws IOException {
        site = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        site.createContext("/", exchange -> {
            var page = switch (exchange.getRequestURI().getPath()) {
                case "/module" -> page("<script type=\"module\" src=\"%shello/gradio.js\"></script>", "<gradio-app src=\"%shello/\" eager></gradio-app>");
                case "/two" -> page("<script src=\"%shello/gradio.js\"></script>",
                        "<gradio-app src=\"%1$shello/\" theme_mode=\"dark\"></gradio-app><gradio-app src=\"%1$sflow\" info=\"false\" container=\"false\"></gradio-app>");
                case "/whole" -> page("<script type=\"module\" src=\"%shello/gradio.js\"></script>" + HEARD,
                        "<gradio-app src=\"%shello/\" eager embed=\"false\" control_page_title=\"true\" theme_mode=\"light\"></gradio-app>");
                case "/still" -> page("<script type=\"module\" src=\"%stalk/gradio.js\"></script>", "<gradio-app src=\"%stalk/\" eager autoscroll=\"false\"></gradio-app>");
                case "/framed" -> page(RESIZER, "<iframe id=\"app\" title=\"Greeter\" src=\"%shello/\" style=\"width: 100%%; height: 2000px\"></iframe>");
                default -> "";
            };
            var bytes = page.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/html;charset=UTF-8");
            exchange.sendResponseHeaders(200, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        site.start();
        apps = Machinery.server(Map.of("GRADIO_CORS_ORIGINS", origin()));
    }

    @AfterAll
    static void stop() {
        apps.close();
        site.stop(0);
    }

    private static String origin() {
        return "http://localhost:" + site.getAddress().getPort();
    }

    private static String page(String head, String body) {
        return "<!doctype html><html lang=\"en\"><head><title>Shop</title><link rel=\"icon\" href=\"data:,\">" + head.formatted(apps.url())
                + "</head><body style=\"margin: 20px; background: rgb(1, 2, 3)\"><h1>Shop</h1>" + body.formatted(apps.url()) + "</body></html>";
    }

    private static Page visit(Window window, String path) {
        return window.visit(URI.create(origin()), path);
    }

    @Test
    void appWorksInAForeignPage(Window window) {
        var page = visit(window, "/module");
        window.field("name").fill("Ada");
        window.press("Submit");
        assertThat(window.field("output")).hasValue("Hello Ada!");
        assertThat(page.locator("gradio-app .info")).hasText("Built with Gradio4J");
        assertThat(page.locator("footer")).hasCount(0);
        assertThat(page).hasTitle("Shop");
        assertThat(page.locator("body")).hasCSS("background-color", "rgb(1, 2, 3)");
        assertThat(page.locator("body")).hasCSS("margin-top", "20px");
    }

    @Test
    void twoAppsShareOneShellAndKeepTheirOwnColours(Window window) {
        var page = visit(window, "/two");
        var first = page.locator("gradio-app").first();
        var second = page.locator("gradio-app").last();
        assertThat(first).hasClass(DARK);
        assertThat(page.locator("body")).not().hasClass(DARK);
        assertThat(second.locator(".info")).hasCount(0);
        second.getByLabel("Name", new com.microsoft.playwright.Locator.GetByLabelOptions().setExact(true)).fill("Grace");
        second.getByText("Greet", new com.microsoft.playwright.Locator.GetByTextOptions().setExact(true)).click();
        assertThat(second.getByLabel("Greeting", new com.microsoft.playwright.Locator.GetByLabelOptions().setExact(true))).hasValue("Hello, Grace!");
        assertThat(window.requests()).filteredOn(url -> url.endsWith("/gradio4j.js")).hasSize(1);
    }

    @Test
    void pageThatIsAllAnAppsHasItsLastLineTitleAndColours(Window window) {
        var page = visit(window, "/whole");
        window.press("Settings");
        assertThat(page.getByRole(AriaRole.DIALOG)).containsText("Display Theme");
        page.keyboard().press("Escape");
        assertThat(page).hasTitle("Gradio");
        assertThat(page.locator("gradio-app .info")).hasCount(0);
        assertThat(page.evaluate("[...heard].sort()")).isEqualTo(List.of("domchange", "render"));
        assertThat(page.locator("body")).not().hasClass(DARK);
        page.evaluate("document.querySelector('gradio-app').setAttribute('theme_mode', 'dark')");
        assertThat(page.locator("body")).hasClass(DARK);
    }

    @Test
    void siteMayWantThatNothingScrollsByItself(Window window) {
        var page = visit(window, "/still");
        window.field("Length").fill("50");
        window.press("Begin");
        var story = page.locator("gr-chatbot").last();
        assertThat(story.getByTestId("bot")).hasCount(25);
        window.press("Grow");
        assertThat(story.getByTestId("bot").last()).containsText("word60");
        assertThat(story.getByRole(AriaRole.LOG).evaluate("pane => pane.scrollTop")).isEqualTo(0);
    }

    @Test
    void iframeIsAsHighAsTheApp(Window window) {
        var page = visit(window, "/framed");
        var app = page.frameLocator("#app");
        assertThat(app.getByLabel("output")).isVisible();
        page.waitForFunction("document.getElementById('app').offsetHeight < 1000");
        assertThat(app.locator("footer")).isInViewport();
        var wide = page.locator("#app").boundingBox().height;
        page.setViewportSize(390, 844);
        page.waitForFunction("wide => document.getElementById('app').offsetHeight > wide", wide);
        assertThat(app.locator("footer")).isVisible();
    }

    @Test
    void siteThatIsNotListedIsToldSo(Window window, Machinery machinery) {
        window.announce("CORS|ERR_FAILED|cannot be reached|403");
        var page = visit(window, "/module");
        window.field("name").waitFor();
        page.evaluate("src => document.querySelector('gradio-app').setAttribute('src', src)", machinery.url() + "hello/");
        assertThat(page.locator("gradio-app")).containsText("cannot be reached, or does not allow this page to show it");
    }
}
