package io.gradio4j.war.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The charts of {@code PlotsApp}, under the page's own policy: what is drawn, by mouse, and what reaches the server. */
@ExtendWith(Browsing.class)
class PlotsBrowserIT {

    private Window window;
    private Page page;

    @BeforeEach
    void open(Window window) {
        this.window = window;
        window.options().setReducedMotion(ReducedMotion.REDUCE).setPermissions(List.of("clipboard-read", "clipboard-write"));
        page = window.open("plots/");
    }

    @Test
    void tablesAreDrawnAsBarsLinesAndPoints() {
        assertThat(chart("price by item").locator(".mark-rect path")).hasCount(3);
        assertThat(chart("price by item").locator(".role-axis-label text")).containsText(new String[] {"cake", "tea", "milk"});
        assertThat(page.locator("gr-nativeplot p.caption")).hasText("In euros");
        assertThat(chart("By shop").locator(".mark-rect path")).hasCount(4);
        assertThat(chart("By shop").locator(".mark-rect path[fill='rgb(0, 0, 255)']")).hasCount(2);
        assertThat(chart("degrees by time and place").locator(".mark-line path")).hasCount(2);
        assertThat(chart("power by weight and year").locator(".mark-symbol.role-mark path")).hasCount(30);
        assertThat(chart("power by weight").locator(".role-axis-title text")).containsText(new String[] {"weight", "how many"});
        assertThat(chart("power by weight").locator(".mark-rect.role-mark path")).hasCount(4);
        assertThat(page.locator("gr-nativeplot .empty")).hasCount(1);
    }

    @Test
    void aPartOfTheAxisIsSelectedByDragging() {
        var plot = chart("degrees by time and place");
        plot.scrollIntoViewIfNeeded();
        var before = labels(plot);
        var box = plot.locator(".background").first().boundingBox();
        page.mouse().move(box.x + box.width * 0.4, box.y + 40);
        page.mouse().down();
        page.mouse().move(box.x + box.width * 0.5, box.y + 50);
        page.mouse().move(box.x + box.width * 0.7, box.y + 60);
        page.mouse().up();
        logged("lines select \\{\"value\":\\[17\\d{8}[.\\d]*,17\\d{8}[.\\d]*],\"index\":\\[17\\d{8}[.\\d]*,17\\d{8}[.\\d]*],\"selected\":true}");
        assertThat(window.field("Range")).hasValue("a part of the day");
        page.waitForCondition(() -> !labels(plot).equals(before));
        page.waitForCondition(() -> plot.locator(".mark-line path").first().boundingBox().width > box.width / 2);
        var after = plot.locator(".background").first().boundingBox();
        page.mouse().dblclick(after.x + 50, after.y + 50);
        logged("lines double_click");
    }

    @Test
    void titlesLimitsFormatsOrderAndLegendAreTheAppsOwn() {
        var shops = chart("By shop");
        assertThat(shops.locator(".role-legend-label text")).hasText("south");
        assertThat(shops.locator(".role-legend-title text")).hasText("Where");
        assertThat(shops.locator(".role-axis-title text")).hasText(new String[] {"What", "How much"});
        assertThat(shops.locator(".role-axis-label text")).containsText(new String[] {"tea", "milk", "cake", "$0", "$20"});
        assertThat(chart("By day").locator(".role-legend")).hasCount(0);
        var weights = chart("power by weight");
        assertThat(weights.locator(".role-axis-label text").first()).hasText("0");
        weights.locator(".mark-rect.role-mark path").first().hover();
        assertThat(page.locator(".vg-tooltip.visible")).hasCount(0);
        var crowd = chart("power by weight and maker");
        crowd.scrollIntoViewIfNeeded();
        var box = crowd.locator(".background").first().boundingBox();
        page.mouse().move(box.x + box.width / 2, box.y + box.height / 2);
        assertThat(page.locator(".vg-tooltip.visible td.key")).hasText(new String[] {"weight", "power", "maker", "year"});
    }

    @Test
    void meansOfSeveralSeriesStandSideBySideInABin() {
        var days = chart("By day");
        assertThat(days.locator(".mark-rect.role-mark path")).hasCount(8);
        var edges = days.locator(".mark-rect.role-mark path").all().stream().map(Locator::boundingBox).sorted((a, b) -> Double.compare(a.x, b.x)).toList();
        for (var i = 1; i < edges.size(); i++) {
            assertThat(edges.get(i).x).as("bar " + i).isGreaterThanOrEqualTo(edges.get(i - 1).x + edges.get(i - 1).width - 1);
        }
        assertThat(labels(days)).matches("(\\d\\d Uhr,?|[\\d,])+");
        days.locator(".mark-rect.role-mark path").first().hover();
        assertThat(page.locator(".vg-tooltip.visible")).hasText(Pattern.compile("^time2026-01-0\\d \\d\\d:00:00degrees1?\\d\\.\\d+placeinside$"));
    }

    @Test
    void marksAreGoneThroughAndSelectedByKeys() {
        var lines = application("Climate");
        assertThat(chart("degrees by time and place").locator(".mark-line path")).hasCount(2);
        assertThat(lines).hasAttribute("aria-description", Pattern.compile("^time: .+ – .+\\. degrees: [\\d.]+ – [\\d.]+\\. Arrow keys go from value to value, Enter selects\\.$"));
        lines.focus();
        page.keyboard().press("Home");
        var said = lines.getByRole(AriaRole.STATUS);
        assertThat(said).hasText(Pattern.compile("^time: .+, degrees: 19\\.2\\d*, place: outside \\(1/40\\)$"));
        page.keyboard().press("ArrowDown");
        assertThat(said).hasText(Pattern.compile("place: inside \\(2/40\\)$"));
        page.keyboard().press("ArrowRight");
        assertThat(said).hasText(Pattern.compile("place: inside \\(\\d/40\\)$"));
        assertThat(lines.locator(".ring")).isVisible();
        assertThat(page.locator(".vg-tooltip.visible td.key")).hasText(new String[] {"time", "degrees", "place"});
        page.keyboard().press("Shift+ArrowRight");
        page.keyboard().press("Shift+ArrowRight");
        page.keyboard().press("Enter");
        // from half past twelve to half past three
        logged("lines select \\{\"value\":\\[17672\\d{5}[.\\d]*,17672\\d{5}[.\\d]*],\"index\":\\[17672\\d{5}[.\\d]*,17672\\d{5}[.\\d]*],\"selected\":true}");
        assertThat(window.field("Range")).hasValue("a part of the day");
        assertThat(lines).isFocused();
    }

    @Test
    void marksOfAnAxisOfNamesAreSaidAndLeft() {
        var bars = application("Sales");
        assertThat(bars.locator(".mark-rect path")).hasCount(3);
        assertThat(bars).hasAttribute("aria-description", "price: 1 – 9. Arrow keys go from value to value.");
        bars.focus();
        page.keyboard().press("ArrowRight");
        page.keyboard().press("ArrowRight");
        assertThat(bars.getByRole(AriaRole.STATUS)).hasText("item: tea, price: 5 (2/3)");
        page.keyboard().press("End");
        assertThat(bars.getByRole(AriaRole.STATUS)).hasText("item: milk, price: 1 (3/3)");
        page.keyboard().press("Enter");
        page.keyboard().press("Tab");
        assertThat(bars.locator(".ring")).isHidden();
        assertThat(page.locator(".vg-tooltip.visible")).hasCount(0);
        assertThat(window.field("Log")).not().hasValue(Pattern.compile("select"));
    }

    @Test
    void aTooltipTellsTheColumns() {
        chart("price by item").locator(".mark-rect path").nth(1).hover();
        var tip = page.locator(".vg-tooltip.visible");
        assertThat(tip.locator("td")).hasText(new String[] {"item", "milk", "price", "1"});
        chart("power by weight and year").locator(".mark-symbol.role-mark path").nth(5).hover();
        assertThat(tip.locator("td.key")).hasText(new String[] {"weight", "power", "year", "maker"});
    }

    @Test
    void aChartIsExportedAndFillsTheWindow() throws IOException {
        var plot = page.locator("gr-nativeplot").first();
        assertThat(plot.locator("svg.marks")).isVisible();
        var saved = page.waitForDownload(() -> window.press("Export"));
        assertThat(saved.suggestedFilename()).isEqualTo("chart.png");
        var image = ImageIO.read(saved.path().toFile());
        assertThat((double) image.getWidth()).isCloseTo(2 * plot.locator("svg.marks").boundingBox().width, within(2d));
        assertThat(image.getRGB(0, 0)).isEqualTo(0xffffffff);
        var width = size(plot, "width");
        window.press("Fullscreen");
        page.waitForCondition(() -> size(plot, "height") > 600 && size(plot, "width") > 2 * width);
        window.press("Exit fullscreen mode");
        page.waitForCondition(() -> size(plot, "height") > 0 && size(plot, "height") < 400);
    }

    @Test
    void theServerChangesValueAndLooks() {
        window.press("Fill");
        assertThat(chart("price by item").locator(".mark-rect path")).hasCount(1);
        logged("bars change = \\[\\[ink, east, 7]]");
        assertThat(page.locator("gr-nativeplot .empty")).hasCount(0);
        assertThat(page.getByTestId("matplotlib").locator("img")).hasAttribute("src", Pattern.compile("^data:image/svg\\+xml"));
        logged("picture change = Encoded");
        window.press("Turn");
        assertThat(chart("Turned").locator(".role-title-text text")).hasText("Turned");
        assertThat(chart("Turned").locator(".role-axis-label text").first()).hasAttribute("transform", Pattern.compile("rotate\\(45\\)"));
    }

    @Test
    void chartsFollowThePagesColoursAndWidth() {
        var text = chart("price by item").locator(".role-axis-label text").first();
        var light = text.getAttribute("fill");
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        assertThat(text).not().hasAttribute("fill", light);
        page.setViewportSize(390, 800);
        var plot = page.locator("gr-nativeplot").first();
        page.waitForCondition(() -> size(plot, "width") > 0 && size(plot, "width") < 380);
        assertThat((Integer) page.evaluate("document.documentElement.scrollWidth")).isLessThanOrEqualTo(390);
        var crowd = chart("power by weight and maker");
        assertThat(crowd.locator(".role-legend-label text")).hasCount(12);
        page.waitForCondition(() -> (Boolean) crowd.evaluate("""
                chart => [...chart.querySelectorAll('.role-legend-label text')].every(text => text.getBoundingClientRect().right <= chart.getBoundingClientRect().right)"""));
        assertThat(crowd.locator(".background").first().boundingBox().height).isGreaterThan(150);
    }

    @Test
    void figuresOfLibrariesAreShown() {
        var image = page.getByRole(AriaRole.IMG, new Page.GetByRoleOptions().setName("Picture visualising provided data"));
        assertThat(image).isVisible();
        assertThat(image.evaluate("image => image.naturalWidth")).isEqualTo(40);
        assertThat(page.getByTestId("plotly").locator(".bars .point")).hasCount(2);
        assertThat(page.getByTestId("plotly").locator(".gtitle")).hasText("Plotly's title");
        var vega = page.getByTestId("altair");
        assertThat(vega.locator(".mark-symbol.role-mark path")).hasCount(2);
        assertThat(vega.locator(".role-title-text text")).hasText("Vega's title");
        assertThat(page.locator("gr-plot .empty")).hasCount(1);
        assertThat(page.locator("gr-plot .unknown")).hasText("Figures of the type plotly heatmap are not shown here.");
    }

    @Test
    void codeIsWrittenWithTheKeysOfAnEditor() {
        var editor = page.locator("gr-code").first().locator(".cm-content");
        assertThat(editor.locator(".cm-line")).hasCount(2);
        assertThat(editor).hasAttribute("aria-label", "Code input container");
        assertThat(page.locator("gr-code").first().locator(".cm-lineNumbers .cm-gutterElement")).containsText(new String[] {"1", "2"});
        assertThat(editor.locator("span", new Locator.LocatorOptions().setHasText("def")).first()).hasCSS("color", "rgb(109, 40, 217)");
        editor.focus();
        logged("code focus = def f\\(x\\):\\|    return 'a'");
        page.keyboard().press("ControlOrMeta+End");
        page.keyboard().press("Enter");
        page.keyboard().press("Shift+Tab");
        page.keyboard().type("f(");
        // of inputs that come while one is being handled, those in between are not told
        logged("code input = def f\\(x\\):\\|    return 'a'\\|");
        logged("code change = def f\\(x\\):\\|    return 'a'\\|f\\(\\)");
        page.keyboard().press("ControlOrMeta+a");
        page.keyboard().press("Tab");
        assertThat(editor.locator(".cm-line").first()).hasText(Pattern.compile("^ {4}def"));
        page.keyboard().press("ControlOrMeta+z");
        assertThat(editor.locator(".cm-line").first()).hasText(Pattern.compile("^def"));
        page.keyboard().press("ControlOrMeta+End");
        page.keyboard().press("Enter");
        page.keyboard().type("prin");
        page.locator(".cm-tooltip-autocomplete li").first().click();
        assertThat(editor.locator(".cm-line").last()).hasText(Pattern.compile("print$"));
        page.locator("h1").last().click();
        logged("code blur = ");
    }

    @Test
    void codeIsCopiedDownloadedWrittenAndLocked() throws IOException {
        var code = page.locator("gr-code");
        assertThat(code.nth(0).locator(".cm-line")).hasCount(2);
        var saved = page.waitForDownload(() -> code.nth(0).getByTestId("download-link").click());
        assertThat(saved.suggestedFilename()).isEqualTo("file.py");
        assertThat(Files.readString(saved.path())).isEqualTo("def f(x):\n    return 'a'");
        code.nth(1).getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Copy")).click();
        assertThat(page.evaluate("navigator.clipboard.readText()")).isEqualTo("SELECT 1 -- one\nFROM t");
        assertThat(code.nth(1).locator(".cm-content")).hasAttribute("contenteditable", "false");
        assertThat(code.nth(2).locator(".empty")).isVisible();
        window.press("Write");
        logged("code change = x = 1");
        assertThat(code.nth(0).locator(".cm-line")).hasText("x = 1");
        assertThat(code.nth(2).locator(".cm-line")).hasText("text");
        assertThat(window.field("Log")).not().hasValue(Pattern.compile("code input"));
        window.press("Lock");
        assertThat(code.nth(0).locator(".cm-content")).hasAttribute("contenteditable", "false");
    }

    @Test
    void isAccessible(Window other) {
        other.options().setBypassCSP(true).setReducedMotion(ReducedMotion.REDUCE);
        page = other.open("plots/");
        assertThat(page.getByTestId("plotly").locator(".bars .point")).hasCount(2);
        assertThat(chart("price by item").locator(".mark-rect path")).hasCount(3);
        AccessibilityBrowserIT.assertNoFindings(page);
    }

    /** What of a chart has the focus. */
    private Locator application(String label) {
        return page.getByRole(AriaRole.APPLICATION, new Page.GetByRoleOptions().setName(label).setExact(true));
    }

    private Locator chart(String name) {
        return page.locator("gr-nativeplot [role=graphics-document][aria-label='" + name + "']");
    }

    /** The chart's picture may be replaced at any moment. */
    private static double size(Locator plot, String side) {
        return ((Number) plot.evaluate("(plot, side) => plot.querySelector('svg.marks')?.getBoundingClientRect()[side] ?? 0", side)).doubleValue();
    }

    private static String labels(Locator chart) {
        return String.join(",", chart.locator(".role-axis-label text").allTextContents());
    }

    private void logged(String pattern) {
        assertThat(window.field("Log")).hasValue(Pattern.compile(pattern));
    }
}
