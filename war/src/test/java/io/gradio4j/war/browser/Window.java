package io.gradio4j.war.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** One person's browser: pages with their own cookies, whose complaints are collected. */
final class Window {

    private static final Path PICTURES = Path.of("target/browser/failures");

    private final Browser browser;
    private final URI server;
    private final List<BrowserContext> contexts = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();
    private final List<String> requests = new ArrayList<>();
    private final List<Pattern> announced = new ArrayList<>();
    private Browser.NewContextOptions options = new Browser.NewContextOptions().setViewportSize(1280, 900).setColorScheme(ColorScheme.LIGHT);
    private Page page;

    Window(Browser browser, URI server) {
        this.browser = browser;
        this.server = server;
    }

    /** What the next page is opened with. */
    Browser.NewContextOptions options() {
        return options;
    }

    /** Opens a page of the server and waits until it is drawn. */
    Page open(String path) {
        return open(server, path);
    }

    /** Opens a page of the server in which a script has run before anything of it. */
    Page open(String path, String script) {
        page = newPage();
        page.addInitScript(script);
        page.navigate(server.resolve(path).toString());
        return drawn();
    }

    Page open(URI base, String path) {
        visit(base, path);
        return drawn();
    }

    private Page drawn() {
        page.locator("[gr]").first().waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
        return page;
    }

    /** Opens a page that has no components. */
    Page visit(URI base, String path) {
        page = newPage();
        page.navigate(base.resolve(path).toString());
        return page;
    }

    private Page newPage() {
        var context = browser.newContext(options);
        contexts.add(context);
        context.setDefaultTimeout(10_000);
        context.onConsoleMessage(message -> {
            if (List.of("error", "warning").contains(message.type())) {
                problems.add("console: " + message.text());
            }
        });
        context.onWebError(error -> problems.add("error: " + error.error()));
        context.onRequest(request -> requests.add(request.url()));
        context.onRequestFailed(request -> problems.add("failed: " + request.url() + " " + request.failure()));
        context.onResponse(response -> {
            if (response.status() >= 400) {
                problems.add(response.status() + ": " + response.url());
            }
        });
        return context.newPage();
    }

    /** The address of something on the server. */
    String url(String path) {
        return server.resolve(path).toString();
    }

    /** The page that was opened last. */
    Page page() {
        return page;
    }

    Locator button(String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    /** The control with a label. */
    Locator field(String label) {
        return page.getByLabel(label, new Page.GetByLabelOptions().setExact(true));
    }

    void press(String button) {
        button(button).click();
    }

    /** The addresses that the pages asked for. */
    List<String> requests() {
        return requests;
    }

    /** What a test provokes on purpose. */
    void announce(String pattern) {
        announced.add(Pattern.compile(pattern));
    }

    void close(boolean failed) {
        if (failed && page != null && !page.isClosed()) {
            page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(System.nanoTime() + ".png")).setFullPage(true));
        }
        contexts.forEach(context -> context.pages().forEach(open -> open.evaluate("0")));
        var found = List.copyOf(problems);
        contexts.forEach(BrowserContext::close);
        assertThat(found).filteredOn(problem -> announced.stream().noneMatch(pattern -> pattern.matcher(problem).find())).isEmpty();
    }
}
