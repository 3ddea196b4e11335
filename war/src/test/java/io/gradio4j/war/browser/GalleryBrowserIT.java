package io.gradio4j.war.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The index of the gallery, and what all its pages have in common. */
@ExtendWith(Browsing.class)
class GalleryBrowserIT {

    @Test
    void searchLeavesWhatHasAllWordsAndSaysHowMany(Window window) {
        var page = window.open("");
        var links = page.getByRole(AriaRole.MAIN).getByRole(AriaRole.LISTITEM).getByRole(AriaRole.LINK);
        var search = page.getByRole(AriaRole.SEARCHBOX);
        search.fill("slider");
        assertThat(links.filter(new Locator.FilterOptions().setHasText("Slider"))).isVisible();
        search.fill("data dataframe");
        assertThat(links).hasCount(1);
        assertThat(page.getByRole(AriaRole.MAIN).getByRole(AriaRole.STATUS)).hasText("1 page");
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");
        page.waitForURL("**/components/dataframe/");
    }

    @Test
    void noPageIsWiderThanAPhoneAndEachShowsItsSource(Window window) {
        window.options().setViewportSize(390, 844);
        var page = window.open("");
        assertFits(window);
        var paths = page.locator("main a[href]").evaluateAll("links => links.map(link => link.getAttribute('href'))");
        for (var path : (List<?>) paths) {
            page.navigate(window.url(path.toString()));
            page.locator("[gr]").first().waitFor();
            assertFits(window);
            if (path.toString().startsWith("components/")) {
                assertThat(page.locator("pre code").filter(new Locator.FilterOptions().setHasText("extends Sample")).first()).isVisible();
            }
        }
    }

    private static void assertFits(Window window) {
        assertThat((int) window.page().evaluate("document.documentElement.scrollWidth")).as(window.page().url()).isLessThanOrEqualTo(390);
    }
}
