package io.gradio4j.war.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The diagrams of {@code DiagramsApp}, under the page's own policy. */
@ExtendWith(Browsing.class)
class DiagramsBrowserIT {

    private static Locator diagram(Page page, String label) {
        return page.locator("gradio-diagram svg[role='graphics-document document']").filter(new Locator.FilterOptions().setHasText(label));
    }

    @Test
    void diagramsAreDrawnAndHaveNames(Window window) {
        var page = window.open("diagrams/");
        var way = diagram(page, "Start");
        assertThat(way).isVisible();
        assertThat(way).hasAttribute("aria-label", "Diagram");
        assertThat(way).containsText("goes on");
        assertThat(way.locator(".node")).hasCount(2);
        // the shadow root's own style sheet
        assertThat(way.locator(".node rect").first()).hasCSS("fill", "rgb(236, 236, 255)");
        assertThat(page.getByText("flowchart LR A[Start]")).not().isVisible();
        var greeting = diagram(page, "Hello");
        assertThat(greeting).isVisible();
        assertThat(greeting.locator("title").first()).hasText("A greeting");
        assertThat(greeting).hasAttribute("aria-labelledby", Pattern.compile(".+"));
    }

    @Test
    void aDiagramThatIsNoneShowsItsSourceAndSaysWhy(Window window) {
        var page = window.open("diagrams/");
        var wrong = page.locator("gradio-diagram").nth(1);
        assertThat(wrong.getByText("This diagram cannot be drawn. Parse error on line 3.")).isVisible();
        assertThat(wrong.getByText("flowchart LR")).isVisible();
        assertThat(wrong.locator("svg.flowchart")).hasCount(0);
    }

    @Test
    void diagramsTurnDarkWithThePage(Window window) {
        var page = window.open("diagrams/");
        var text = diagram(page, "Start").locator(".node text").first();
        var light = text.evaluate("text => getComputedStyle(text).fill");
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        assertThat(text).not().hasCSS("fill", light.toString());
    }

    @Test
    void aDiagramIsDrawnWhenItsEndHasCome(Window window) {
        var page = window.open("diagrams/");
        assertThat(diagram(page, "Hello")).isVisible();
        window.press("Grow");
        var answer = page.getByTestId("bot").last();
        assertThat(answer.getByText("Wait -->")).isVisible();
        assertThat(answer.locator("gradio-diagram")).hasCount(0);
        assertThat(diagram(page, "Whole")).isVisible();
        assertThat(answer).containsText("That was it.");
        assertThat(answer.locator("gradio-diagram")).hasCount(1);
    }

    @Test
    void aPageWithoutDiagramsLoadsNothingForThem(Window window) {
        var page = window.open("lab/");
        assertThat(page.getByTestId("markdown").getByText("Some")).isVisible();
        assertThat(window.requests()).noneMatch(url -> url.matches(".*/markdown/diagram-.*"));
        window.open("diagrams/");
        assertThat(diagram(window.page(), "Start")).isVisible();
        assertThat(window.requests()).anyMatch(url -> url.matches(".*/markdown/diagram-.*"));
    }

    @Test
    void axeFindsNothing(Window window) {
        window.options().setBypassCSP(true).setReducedMotion(ReducedMotion.REDUCE).setColorScheme(ColorScheme.DARK);
        var page = window.open("diagrams/");
        assertThat(diagram(page, "Hello")).isVisible();
        assertThat(page.locator("gradio-diagram .edgeLabel text").first()).isVisible();
        AccessibilityBrowserIT.assertNoFindings(page);
    }
}
