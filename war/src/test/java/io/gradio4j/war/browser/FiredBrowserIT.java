package io.gradio4j.war.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Events of {@code FiredApp} reach the server with their data. */
@ExtendWith(Browsing.class)
class FiredBrowserIT {

    private Window window;
    private Page page;

    @BeforeEach
    void open(Window window) {
        this.window = window;
        page = window.open("fired/");
    }

    /** The events that Gradio's table names, besides those that come by themselves; a stream stays open, and so is the last. */
    private static List<String> events() throws IOException {
        try (var table = Files.lines(Path.of("src/test/resources/parity/api.txt"))) {
            var line = table.filter(l -> l.startsWith("HTML fires ")).findFirst().orElseThrow();
            return Stream.of(line.split(" ")).skip(2).filter(name -> !name.equals("change") && !name.equals("click"))
                    .sorted(Comparator.comparing("stream"::equals)).toList();
        }
    }

    @Test
    void scriptsOfHtmlFireEveryEventWithItsData() throws IOException {
        var names = events();
        var buttons = page.locator("#fires").getByRole(AriaRole.BUTTON);
        assertThat(buttons).hasText(names.toArray(String[]::new));
        for (var name : names) {
            buttons.nth(names.indexOf(name)).click();
            logged("html " + name + " {\"of\":\"" + name + "\",\"place\":[1,\"two\",null]}");
        }
    }

    @Test
    void buttonsWithAWorkOfTheirOwnFireToo() {
        window.press("Empty it");
        logged("clear click");
        assertThat(window.field("Text")).hasValue("");
        page.locator("#gradio-share-link-button-0").click();
        logged("link click");
        page.evaluate("window.open = () => null");
        page.getByRole(AriaRole.BUTTON).getByText("Duplicate Space").click();
        logged("copy click");
        window.announce("login/huggingface");
        page.route("**/login/huggingface*", route -> route.fulfill(new Route.FulfillOptions().setStatus(204)));
        page.getByAltText("Sign in icon").click();
        logged("login click");
    }

    @Test
    void newValuesOfWhatNobodyEditsAreChanges() {
        window.press("New interval");
        logged("timer change = " + Duration.ofDays(40).toSeconds() + ".0");
        assertThat(window.field("Log")).not().hasValue(Pattern.compile("tick"));
        window.press("New text");
        logged("markdown change = new");
        window.press("New links");
        logged("bar change");
        window.press("New parameters");
        logged("viewer change = [new]");
    }

    private void logged(String line) {
        assertThat(window.field("Log")).hasValue(Pattern.compile("(^|\n)" + line.replaceAll("[\\{}\\[\\]()*.^$|?+]", "\\\\$0") + "($|\n)"));
    }
}
