package io.gradio4j.war.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The parts of {@code RenderApp} that depend on data: what a person sees of them, what stays and what goes, and where the focus is. */
@ExtendWith(Browsing.class)
class RenderBrowserIT {

    private Window window;
    private Page page;

    @BeforeEach
    void open(Window window) {
        this.window = window;
        page = window.open("render/");
    }

    private void fields(int count) {
        window.field("Fields").fill(String.valueOf(count));
        assertThat(window.field("T" + (count - 1))).isVisible();
        assertThat(window.field("T" + count)).hasCount(0);
    }

    @Test
    void whatIsDrawnStandsWhereItsRenderIsAndWorks() {
        fields(2);
        window.press("R1");
        assertThat(window.field("T1")).hasValue("clicked 1");
        assertThat(window.field("T0")).hasValue("init");
    }

    @Test
    void aFieldWithAKeyKeepsWhatAPersonHasTyped() {
        fields(2);
        window.field("T0").fill("mine");
        fields(3);
        assertThat(window.field("T0")).hasValue("mine");
        assertThat(window.field("T2")).hasValue("init");
        window.press("R2");
        assertThat(window.field("T2")).hasValue("clicked 2");
        fields(1);
        assertThat(window.field("T0")).hasValue("mine");
        window.press("R0");
        assertThat(window.field("T0")).hasValue("clicked 0");
    }

    @Test
    void theFocusStaysOnWhatHasAKey() {
        window.button("Add").focus();
        page.keyboard().press("Enter");
        assertThat(window.field("Item 1")).isVisible();
        assertThat(window.button("Add")).isFocused();
        page.keyboard().press("Enter");
        assertThat(window.field("Item 2")).isVisible();
        assertThat(window.button("Add")).isFocused();
    }

    @Test
    void theFocusIsOnThePlaceOfWhatIsGone() {
        assertThat(window.field("Item 0")).isVisible();
        window.button("Clear").focus();
        page.keyboard().press("Enter");
        assertThat(window.field("Item 0")).hasCount(0);
        page.keyboard().press("Tab");
        assertThat(window.button("Add")).isFocused();
    }

    @Test
    void tabsWithAKeyHaveNewPages() {
        var tabs = page.getByRole(AriaRole.TAB);
        tabs.nth(1).click();
        assertThat(page.getByText("Text 2 of 2")).isVisible();
        window.field("Last page").fill("3");
        assertThat(tabs).hasText(new String[] {"Page 1", "Page 2", "Page 3"});
        assertThat(page.getByText("Text 2 of 3")).isVisible();
        tabs.nth(2).click();
        assertThat(page.getByText("Text 3 of 3")).isVisible();
        window.field("Last page").fill("1");
        assertThat(page.getByText("Text 1 of 1")).isVisible();
        assertThat(tabs.first()).hasAttribute("aria-selected", "true");
    }

    @Test
    void aTimerEndsWithItsPart() {
        window.field("Clock").check();
        assertThat(page.getByText("The clock runs")).isVisible();
        assertThat(window.field("Ticks")).not().hasValue("0");
        window.field("Clock").uncheck();
        assertThat(page.getByText("The clock stands still")).isVisible();
        page.waitForTimeout(300);
        var now = window.field("Ticks").inputValue();
        page.waitForTimeout(500);
        assertThat(window.field("Ticks")).hasValue(now);
    }

    @Test
    void rendersStandWithinRenders() {
        assertThat(page.getByText("Innermost: a/a")).isVisible();
        window.field("Inner").fill("b");
        assertThat(page.getByText("Innermost: b/a")).isVisible();
        window.field("Outer").fill("c");
        assertThat(page.getByText("Innermost: c/c")).isVisible();
        assertThat(page.getByText("Innermost:")).hasCount(1);
    }
}
