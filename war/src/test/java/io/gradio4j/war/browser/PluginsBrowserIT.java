package io.gradio4j.war.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Components that others make, in jars that were put into the plugin folder. */
@ExtendWith(Browsing.class)
class PluginsBrowserIT {

    @Test
    void starsAreClickedAndTheServerHearsOfIt(Window window) {
        var page = window.open("reviews/");
        var stars = page.getByRole(AriaRole.GROUP, new Page.GetByRoleOptions().setName("Your rating"));
        assertThat(stars.getByRole(AriaRole.BUTTON)).hasCount(10);
        star(stars, 7).click();
        assertThat(star(stars, 7)).hasText("★");
        assertThat(star(stars, 8)).hasText("☆");
        assertThat(window.field("Verdict")).hasValue("7 of 10 stars");
        star(stars, 7).focus();
        page.keyboard().press("Enter");
        assertThat(window.field("Verdict")).hasValue("6 of 10 stars");
        var worst = page.getByRole(AriaRole.GROUP, new Page.GetByRoleOptions().setName("The worst so far"));
        assertThat(star(worst, 1)).hasAttribute("aria-pressed", "false");
    }

    @Test
    void componentWithoutAModuleSaysSoInItsPlace(Window window) {
        var page = window.open("lamp/");
        assertThat(page.getByRole(AriaRole.ALERT)).hasText("No browser module for the component type \"lamp\"");
        window.field("Text").fill("goes on");
        assertThat(window.field("Text")).hasValue("goes on");
    }

    private static Locator star(Locator of, int n) {
        return of.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(n + " stars").setExact(true));
    }
}
