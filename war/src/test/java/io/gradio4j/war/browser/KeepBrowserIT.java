package io.gradio4j.war.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** {@code KeepApp}: what the browser keeps, links to what a page shows, signing in, and the bar of the pages. */
@ExtendWith(Browsing.class)
class KeepBrowserIT {

    /** What {@code openssl enc -aes-256-cbc -md md5} makes of a draft with the digest of the app's secret. */
    private static final String LOCKED = "AAAAAAAAAAAAAAAAAAAAAA==:U2FsdGVkX18cn/9HSFYDVIKGjvTvBGEiEH0YPC1R0Q11ePFhoOh4IwxxWlccAXLW";

    private Window window;
    private Page page;

    @BeforeEach
    void open(Window window) {
        this.window = window;
        window.options().setBypassCSP(true).setReducedMotion(ReducedMotion.REDUCE).setPermissions(List.of("clipboard-read", "clipboard-write"));
        page = window.open("keep/");
    }

    @Test
    void axeFindsNothing() {
        AccessibilityBrowserIT.assertNoFindings(page);
    }

    @Test
    void theBrowserKeepsAStateAndNobodyReadsIt() {
        assertThat(window.field("Title")).hasValue("Empty");
        logged("draft change = Draft[title=Empty, count=0]");
        window.field("Title").fill("Kept");
        window.field("Title").press("Enter");
        logged("draft change = Draft[title=Kept, count=0]");
        var stored = String.valueOf(page.evaluate("localStorage.getItem('keep')"));
        org.assertj.core.api.Assertions.assertThat(stored).matches("[A-Za-z0-9+/=]+:U2FsdGVkX1[A-Za-z0-9+/=]+").doesNotContain("Kept");
        page.reload();
        assertThat(window.field("Title")).hasValue("Kept");
        logged("draft change = Draft[title=Kept, count=0]");
    }

    @Test
    void readsWhatOtherProgramsLockedAndForgetsWhatItCannotRead() {
        page.evaluate("locked => localStorage.setItem('keep', locked)", LOCKED);
        page.reload();
        assertThat(window.field("Title")).hasValue("Stored");
        for (var broken : List.of("nonsense", "a:U2FsdGVkX18cn/9HSFYDVIKGjvTvBGEiEH0YPC1R0Q11ePFhoOh4IwxxWlccAXLX", "AAAA:AAAA")) {
            page.evaluate("text => localStorage.setItem('keep', text)", broken);
            page.reload();
            assertThat(window.field("Title")).hasValue("Empty");
        }
    }

    @Test
    void aLinkShowsTheSamePageToSomebodyElse() {
        // What the browser kept is shown as soon as the server has been asked: it would take the place of what is typed before.
        assertThat(window.field("Title")).hasValue("Empty");
        window.field("Title").fill("Linked");
        window.field("Count").fill("5");
        window.field("Title").press("Enter");
        logged("draft change = Draft[title=Linked, count=5]");
        var share = page.locator("#gradio-share-link-button-0");
        share.click();
        assertThat(share).hasText("Link Copied!");
        assertThat(share).hasText("Share");
        var link = String.valueOf(page.evaluate("navigator.clipboard.readText()"));
        org.assertj.core.api.Assertions.assertThat(link).matches(".*/keep/\\?deep_link=[A-Za-z0-9_-]{11}");
        page.evaluate("localStorage.clear()");
        page.navigate(link);
        assertThat(window.field("Count")).hasValue("5");
        page.navigate(window.url("keep/?deep_link=AAAAAAAAAAA"));
        assertThat(page.getByTestId("toast-text")).hasText("Deep link was not valid");
    }

    @Test
    void aLinkIsCopiedWithoutHttps() {
        page.evaluate("window.kept = navigator.clipboard; Object.defineProperty(navigator, 'clipboard', { value: undefined, configurable: true })");
        var share = page.locator("#gradio-share-link-button-0");
        share.click();
        assertThat(share).hasText("Link Copied!");
        org.assertj.core.api.Assertions.assertThat(String.valueOf(page.evaluate("window.kept.readText()"))).contains("/keep/?deep_link=");
    }

    @Test
    void signingInLeadsThereAndBack() {
        page.route("**/keep/login/huggingface*", route -> route.fulfill(new Route.FulfillOptions().setBody("the provider").setContentType("text/plain")));
        page.getByAltText("Sign in icon").click();
        page.waitForURL("**/keep/login/huggingface*");
        org.assertj.core.api.Assertions.assertThat(page.url()).endsWith("/keep/login/huggingface?_target_url=%2F");
    }

    @Test
    void theBarIsRenamedExtendedAndHidden() {
        var bar = page.getByRole(AriaRole.NAVIGATION);
        var links = bar.locator("a");
        assertThat(links).hasText(new String[] {"Start", "Other", "Elsewhere", "Lab"});
        assertThat(links.first()).hasClass("active");
        assertThat(links.nth(2)).hasAttribute("target", "_blank");
        assertThat(links.nth(2)).hasAttribute("rel", "noopener noreferrer");
        window.press("Rename");
        assertThat(links.first()).hasText("Begin");
        assertThat(links).hasCount(4);
        window.press("Leave out");
        assertThat(links.first()).hasText("Other");
        window.press("Hide");
        assertThat(bar).isHidden();
        page.reload();
        links.nth(1).click();
        assertThat(page.getByText("the other page")).isVisible();
        assertThat(links).hasText(new String[] {"Home", "Other"});
        assertThat(links.nth(1)).hasAttribute("aria-current", "page");
    }

    /** Waits until the server has got something. */
    private void logged(String... lines) {
        for (var line : lines) {
            assertThat(window.field("Log")).hasValue(Pattern.compile(line.replaceAll("[\\\\{}\\[\\]()*.^$|?+]", "\\\\$0")));
        }
    }
}
