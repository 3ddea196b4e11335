package io.gradio4j.war.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a browser remembers of an app. */
@ExtendWith(Browsing.class)
class RunsBrowserIT {

    private static Locator link(Page page) {
        return page.locator("footer").getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Runs"));
    }

    private static void greet(Window window, String name) {
        window.field("name").fill(name);
        window.press("Submit");
        assertThat(window.field("output")).hasValue("Hello " + name + "!");
    }

    @Test
    void runsAreKeptShownLoadedAndDeleted(Window window) {
        window.options().setBypassCSP(true).setReducedMotion(ReducedMotion.REDUCE);
        var page = window.open("hello/");
        assertThat(link(page)).hasCount(0);
        greet(window, "Ada");
        assertThat(link(page)).isVisible();
        greet(window, "Grace");
        page.waitForFunction("JSON.parse(localStorage.getItem(Object.keys(localStorage).find(k => k.startsWith('gradio:run-history')))).length === 2");
        link(page).click();
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1))).hasText("Run history (2)");
        var runs = page.getByRole(AriaRole.ARTICLE);
        assertThat(runs.first()).containsText("Hello Grace!");
        assertThat(runs.last()).containsText("Hello Ada!");
        AccessibilityBrowserIT.assertNoFindings(page);

        runs.last().getByText("Load run").click();
        assertThat(window.field("name")).hasValue("Ada");
        assertThat(window.field("output")).hasValue("Hello Ada!");

        link(page).click();
        page.onDialog(Dialog::accept);
        runs.first().getByText("Delete", new Locator.GetByTextOptions().setExact(true)).click();
        assertThat(runs).hasCount(1);
        window.press("Clear history");
        assertThat(page.getByText("No runs yet")).isVisible();
        page.getByText("Back to the app").click();
        assertThat(window.field("name")).hasValue("");
        assertThat(link(page)).hasCount(0);
    }

    @Test
    void operatorMayWantNothingToBeKept(Window window) throws IOException {
        window.announce("404");
        try (var server = Machinery.server(Map.of("GRADIO_RUN_HISTORY", "false", "GRADIO_APP", "HelloApp"))) {
            var page = window.open(server.url(), "");
            greet(window, "Ada");
            page.waitForTimeout(200);
            assertThat(link(page)).hasCount(0);
            page.navigate(server.url() + "gradio_api/runs");
            assertThat(page.getByRole(AriaRole.HEADING)).hasText("This page does not exist");
        }
    }
}
