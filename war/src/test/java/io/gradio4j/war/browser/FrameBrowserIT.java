package io.gradio4j.war.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page around an app: title, footer, colours, width, styles, and what is loaded when. */
@ExtendWith(Browsing.class)
class FrameBrowserIT {

    private static final Pattern DARK = Pattern.compile("\\bdark\\b");

    @Test
    void titleFooterAndHeadingNameTheApp(Window window) {
        var page = window.open("flow/");
        assertThat(page).hasTitle("Flow");
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1))).hasText("Flow");
        assertThat(page.locator("footer")).containsText("Built with Gradio4J");
    }

    @Test
    void colourSchemeOfTheSystemIsFollowed(Window window) {
        window.options().setColorScheme(ColorScheme.DARK);
        var page = window.open("hello/");
        assertThat(page.locator("body")).hasClass(DARK);
        assertThat(page.locator("body")).hasCSS("background-color", "rgb(15, 15, 17)");
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        assertThat(page.locator("body")).not().hasClass(DARK);
        assertThat(page.locator("body")).hasCSS("background-color", "rgb(255, 255, 255)");
    }

    @Test
    void addressChoosesTheColours(Window window) {
        assertThat(window.open("hello/?__theme=dark").locator("body")).hasClass(DARK);
    }

    @Test
    void settingsChooseTheColoursForTheNextVisit(Window window) {
        var page = window.open("hello/");
        window.press("Settings");
        var panel = page.getByRole(AriaRole.DIALOG);
        assertThat(panel).isVisible();
        assertThat(page).hasURL(Pattern.compile("\\?view=settings$"));
        assertThat(panel.getByRole(AriaRole.RADIO, new Locator.GetByRoleOptions().setName("System"))).isChecked();
        panel.getByText("Dark").click();
        assertThat(page.locator("body")).hasClass(DARK);
        page.keyboard().press("Escape");
        assertThat(panel).isHidden();
        assertThat(page).hasURL(Pattern.compile("/hello/$"));
        page.reload();
        assertThat(page.locator("body")).hasClass(DARK);
    }

    @Test
    void appsOwnStylesWin(Window window) {
        window.open("flow/");
        assertThat(window.field("Name")).hasCSS("color", "rgb(1, 2, 3)");
        assertThat(window.button("Greet")).hasCSS("background-color", "rgb(4, 5, 6)");
    }

    @Test
    void appsOwnHeadComesBeforeItsComponentsAndItsScriptAfterThem(Window window) {
        var page = window.open("flow/");
        assertThat(page.locator("meta[name=description]")).hasAttribute("content", "Things that happen");
        assertThat(page.locator("meta[name=viewport]")).hasCount(1);
        assertThat(page.locator("meta[name=viewport]")).hasAttribute("content", Pattern.compile("viewport-fit=cover$"));
        assertThat(page.locator("html")).hasAttribute("data-head", "true");
        assertThat(page.locator("html")).hasAttribute("data-js", "true");
    }

    @Test
    void linkThatHoldsNoLongerIsSaidToBeSo(Window window) {
        var page = window.open("hello/?deep_link=AAAAAAAAAAA");
        assertThat(page.getByTestId("toast-body")).containsText("Deep link was not valid");
        assertThat(window.field("name")).isVisible();
    }

    @Test
    void tabLoadsNothingBeforeItIsShown(Window window) {
        var page = window.open("flow/");
        assertThat(window.field("Near text")).isVisible();
        assertNotLoaded(window, "label");
        page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("Far")).click();
        assertThat(page.getByTestId("label-output-value")).hasText("yes");
        assertLoaded(window, "label");
    }

    @Test
    void accordionLoadsNothingBeforeItIsOpen(Window window) {
        window.open("components/accordion/");
        assertNotLoaded(window, "slider");
        window.press("Advanced settings");
        assertThat(window.field("range slider for Temperature")).isVisible();
        assertLoaded(window, "slider");
    }

    private static void assertLoaded(Window window, String module) {
        org.assertj.core.api.Assertions.assertThat(window.requests()).anyMatch(url -> url.endsWith("/" + module + ".js"));
    }

    private static void assertNotLoaded(Window window, String module) {
        org.assertj.core.api.Assertions.assertThat(window.requests()).noneMatch(url -> url.endsWith("/" + module + ".js"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "hello/", "language/", "flow/", "lab/"})
    void phoneNeverScrollsSideways(String path, Window window) {
        window.options().setViewportSize(390, 844).setHasTouch(true);
        var page = window.open(path);
        page.waitForTimeout(200);
        org.assertj.core.api.Assertions.assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(390);
    }
}
