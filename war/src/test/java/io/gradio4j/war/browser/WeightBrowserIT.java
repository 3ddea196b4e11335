package io.gradio4j.war.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import io.gradio4j.gallery.Everything;
import io.gradio4j.war.Program;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a page costs before it is used: how many scripts come over the wire, and how large they are. */
@ExtendWith(Browsing.class)
class WeightBrowserIT {

    /** The bytes of each script of the page, as they came. */
    private static Map<String, Integer> scripts(Page page) {
        page.waitForLoadState();
        var found = (List<?>) page.evaluate("""
                () => performance.getEntriesByType('resource')
                    .filter(({ name }) => new URL(name).pathname.endsWith('.js'))
                    .map(({ name, encodedBodySize }) => [new URL(name).pathname.split('/').slice(-2).join('/'), encodedBodySize])""");
        var sizes = new TreeMap<String, Integer>();
        found.forEach(entry -> sizes.put((String) ((List<?>) entry).get(0), (Integer) ((List<?>) entry).get(1)));
        assertThat(sizes).as("scripts of " + page.url()).isNotEmpty().allSatisfy((name, size) -> assertThat(size).isPositive());
        return sizes;
    }

    private static int sum(Map<String, Integer> sizes) {
        return sizes.values().stream().mapToInt(i -> i).sum();
    }

    @Test
    void helloNeedsLittle(Window window) {
        var page = window.open("hello/");
        assertThat(sum(scripts(page))).as("bytes of JavaScript").isLessThanOrEqualTo(45_000);
    }

    @Test
    void whatIsInAClosedTabIsNotFetched(Window window) throws Exception {
        try (var app = Everything.page(Program.TARGET.resolve("classes")).title("Everything").launch(options -> options.port(0))) {
            var page = window.open(app.url(), "");
            PlaywrightAssertions.assertThat(window.field("Open")).isVisible();
            var scripts = scripts(page);
            var types = (List<?>) page.evaluate("fetch('config').then(r => r.json()).then(c => [...new Set(c.components.map(({ type }) => type))])");
            assertThat(types).as("kinds of components on the page").hasSizeGreaterThan(40);
            assertThat(scripts).as("scripts, some " + sum(scripts) + " bytes").hasSizeLessThan(8);
            assertThat(sum(scripts)).as("bytes of " + scripts).isLessThanOrEqualTo(50_000);
            assertThat(scripts.keySet()).noneMatch(name -> name.startsWith("dataframe/"));

            page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("Dataframe").setExact(true)).click();
            page.getByRole(AriaRole.GRID).first().waitFor();

            assertThat(scripts(page).keySet()).anyMatch(name -> name.startsWith("dataframe/"));
            // what the page still fetches is not to miss its server
            page.navigate("about:blank");
        }
    }
}
