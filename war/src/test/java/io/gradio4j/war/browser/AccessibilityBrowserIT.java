package io.gradio4j.war.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.WaitForSelectorState;
import io.gradio4j.war.Program;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** axe finds nothing on any page, colours included. */
@ExtendWith(Browsing.class)
class AccessibilityBrowserIT {

    private static final Path AXE = Program.TARGET.resolve("../../node_modules/axe-core/axe.min.js").normalize();

    private static final int PHONE = 390;

    /** What is narrow may be cut off or hard to reach, but has the same colours. */
    @Test
    void galleryAndItsApps(Window window) {
        window.options().setBypassCSP(true).setReducedMotion(ReducedMotion.REDUCE);
        var page = window.open("");
        assertNoFindings(page);
        var paths = page.locator("main a[href]").evaluateAll("links => links.map(link => link.getAttribute('href'))");
        assertThat((List<?>) paths).hasSizeGreaterThan(12);
        for (var path : (List<?>) paths) {
            page.navigate(window.url(path.toString()));
            page.locator("[gr]").first().waitFor();
            assertNoFindings(page);
            page.setViewportSize(PHONE, 844);
            assertNone(findings(page, "{ 'color-contrast': { enabled: false } }"), page, "on a phone");
            page.setViewportSize(1280, 900);
        }
    }

    @Test
    void everythingOpenBusyAndWrong(Window window) {
        window.options().setBypassCSP(true).setReducedMotion(ReducedMotion.REDUCE);
        var page = window.open("lab/");
        window.press("Fill");
        window.press("Toggle Sidebar");
        page.getByText("At the side").waitFor();
        assertNoFindings(page);
        window.press("Toggle Sidebar");
        window.press("Disable");
        assertNoFindings(page);

        page = window.open("flow/");
        window.press("Pack");
        window.press("Crash");
        window.press("Refuse");
        window.press("Order");
        window.press("Inform");
        page.getByText("Careful").waitFor();
        page.getByRole(AriaRole.PROGRESSBAR).waitFor();
        assertNoFindings(page);
        page.getByTestId("toast-close").first().click();
        page.getByTestId("toast-close").first().click();
        for (int i = 0; i < 4; i++) {
            window.press("Go on");
        }
        window.press("Settings");
        page.getByRole(AriaRole.DIALOG).waitFor();
        assertNoFindings(page);

        window.open("reviews/");
        assertNoFindings(window.page());
    }

    /** In light and in dark. */
    static void assertNoFindings(Page page) {
        page.locator("h1").first().waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
        page.addScriptTag(new Page.AddScriptTagOptions().setPath(AXE));
        for (var colours : List.of(ColorScheme.DARK, ColorScheme.LIGHT)) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(colours));
            assertNone(findings(page, "{}"), page, colours);
        }
    }

    private static void assertNone(Object findings, Page page, Object circumstances) {
        assertThat((List<?>) findings).as(page.url() + " " + circumstances).isEmpty();
    }

    private static Object findings(Page page, String rules) {
        return page.evaluate("""
                async () => {
                    await new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(drawn)));
                    const { violations } = await axe.run(document, { resultTypes: ['violations'], rules: RULES });
                    return violations.flatMap(({ id, nodes }) => nodes.map(({ html, any, all, none }) =>
                        id + ': ' + html.slice(0, 160) + ' ' + [...any, ...all, ...none].map(check => check.message).join('; ')));
                }""".replace("RULES", rules));
    }
}
