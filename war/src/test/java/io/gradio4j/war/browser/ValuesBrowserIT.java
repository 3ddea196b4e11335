package io.gradio4j.war.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The components of {@code ValuesApp}: by mouse and keys, what reaches the server, and what it changes. */
@ExtendWith(Browsing.class)
class ValuesBrowserIT {

    private Window window;
    private Page page;

    @BeforeEach
    void open(Window window) {
        this.window = window;
        window.options().setBypassCSP(true).setReducedMotion(ReducedMotion.REDUCE).setPermissions(List.of("clipboard-read", "clipboard-write"));
        page = window.open("values/");
    }

    @Test
    void colourIsPickedByMouseAndKeys() {
        var swatch = window.button("Colour");
        assertThat(swatch).hasCSS("background-color", "rgb(51, 102, 153)");
        assertThat(swatch).hasAccessibleDescription("Any");
        swatch.click();
        logged("color focus = #336699");
        var area = page.getByRole(AriaRole.SLIDER, new Page.GetByRoleOptions().setName("Saturation and brightness"));
        var hue = page.getByRole(AriaRole.SLIDER, new Page.GetByRoleOptions().setName("Hue"));
        area.click(new Locator.ClickOptions().setPosition(1, 1));
        logged("color input = #f", "color change = #f", "color release = #f");
        hue.focus();
        page.keyboard().press("Home");
        logged("color release = #fffefe \"#fffefe\"");
        area.focus();
        page.keyboard().press("ArrowRight");
        assertThat(window.field("Log")).hasValue(Pattern.compile("(color release = #fff[\\s\\S]*){2}"));
        page.keyboard().press("Escape");
        assertThat(area).hasCount(0);
        assertThat(swatch).isFocused();
        swatch.blur();
        logged("color blur = #fff");
    }

    @Test
    void colourIsTypedInAnyNotation() {
        window.button("Colour").click();
        var text = page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Color").setExact(true));
        assertThat(text).hasValue("#336699");
        window.press("RGB");
        assertThat(text).hasValue("rgb(51, 102, 153)");
        window.press("HSL");
        assertThat(text).hasValue("hsl(210, 50%, 40%)");
        text.fill("red");
        text.press("Enter");
        logged("color change = #ff0000", "color submit = #ff0000");
        window.press("Hex");
        assertThat(text).hasValue("#ff0000");
        page.locator("h1").last().click();
        assertThat(text).hasCount(0);
        logged("color blur = #ff0000");
    }

    @Test
    void dateIsTyped() {
        var start = field("Start");
        assertThat(start).hasAttribute("placeholder", "YYYY-MM-DD HH:MM:SS");
        assertThat(start).hasAccessibleDescription("In UTC");
        start.fill("2026-07-01 12:30:00");
        start.press("Enter");
        logged("start change = 2026-07-01T12:30:00Z", "start submit = 2026-07-01T12:30:00Z");
        start.fill("2026-02-30 00:00:00");
        start.press("Enter");
        assertThat(start).hasAttribute("aria-invalid", "true");
        assertThat(start).hasClass(Pattern.compile("\\binvalid\\b"));
        start.fill("now - 5m");
        start.blur();
        assertThat(start).not().hasAttribute("aria-invalid", "true");
        assertThat(window.field("Log")).hasValue(Pattern.compile("start change = 20.*\\nstart submit = 20.*\\nstart change = 20\\d\\d-"));
        start.fill("");
        start.blur();
        logged("start change = null");
    }

    @Test
    void dateIsPickedFromTheBrowsersCalendar() {
        assertThat(field("Day")).hasValue("2026-01-31");
        var calendar = page.locator("gr-datetime input[type=date]");
        assertThat(calendar).hasValue("2026-01-31");
        calendar.fill("2026-02-01");
        calendar.dispatchEvent("change");
        assertThat(field("Day")).hasValue("2026-02-01");
        logged("day change = 2026-02-01");
        page.locator("gr-datetime input[type=datetime-local]").fill("2026-02-01T10:20");
        page.locator("gr-datetime input[type=datetime-local]").dispatchEvent("change");
        assertThat(field("Start")).hasValue("2026-02-01 10:20:00");
        window.button("Open calendar").first().focus();
        page.keyboard().press("Enter");
        page.evaluate("void (HTMLInputElement.prototype.showPicker = () => { throw new DOMException('', 'SecurityError'); })");
        window.button("Open calendar").first().click();
        assertThat(field("Start")).isFocused();
    }

    @Test
    void jsonIsFoldedAndCopied() {
        var person = page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Person"));
        assertThat(person.locator(".line")).hasText(new String[] {"▼{", "\"born\": 1815,", "\"living\": false,", "\"name\": \"Ada\",", "▼\"works\": [",
            "\"Notes\",", "\"Letters\"", "]", "}"}, new com.microsoft.playwright.assertions.LocatorAssertions.HasTextOptions().setUseInnerText(true));
        person.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Collapse")).last().click();
        assertThat(person.locator(".collapsed")).containsText("Array(2)");
        assertThat(person.locator(".line-number").last()).hasAttribute("data-pseudo-content", "9");
        person.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Array(2)")).click();
        assertThat(person.locator(".line")).hasCount(9);
        window.button("Copy").first().click();
        assertThat(window.button("Copied")).isVisible();
        org.assertj.core.api.Assertions.assertThat((String) page.evaluate("navigator.clipboard.readText()")).startsWith("{\n  \"");
    }

    @Test
    void jsonIsFoldedFromTheFourthLevelOn() {
        var deep = page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Deep"));
        assertThat(deep.locator(".collapsed")).containsText("Array(3)");
        assertThat(deep.locator(".key")).hasText(new String[] {"\"a\"", "0", "\"b\""});
        deep.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Expand")).press("Enter");
        assertThat(deep.locator(".number")).hasCount(3);
        assertThat(page.getByTestId("json").nth(1).getByLabel("Copy")).isVisible();
    }

    @Test
    void ofLongJsonTheLinesInViewAreDrawn() {
        var many = page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Many"));
        org.assertj.core.api.Assertions.assertThat(many.locator(".line").count()).isLessThan(200);
        assertThat(many.locator(".line").nth(1)).hasText("\"one\ntwo\",");
        org.assertj.core.api.Assertions.assertThat(many.locator(".content").nth(1).boundingBox().height).as("one line").isEqualTo(many.locator(".line").first().boundingBox().height);
        many.scrollIntoViewIfNeeded();
        many.evaluate("list => { list.scrollTop = list.scrollHeight; }");
        assertThat(many.locator(".line-number").last()).hasAttribute("data-pseudo-content", "20002");
        assertThat(many.locator(".line").last()).isInViewport();
    }

    @Test
    void wordsAreSelectedByClickAndEnter() {
        var words = page.getByTestId("highlighted-text").first();
        words.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("fox")).click();
        logged("{\"index\":1,\"value\":[\"fox\",\"noun\"]}");
        words.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("quickly")).press("Enter");
        logged("{\"index\":3,\"value\":[\"quickly\",\"adverb\"]}");
        var legend = page.getByTestId("highlighted-text:category-legend").first();
        assertThat(legend.getByRole(AriaRole.BUTTON)).hasText(new String[] {"noun", "adverb"});
        legend.getByRole(AriaRole.BUTTON).first().hover();
        assertThat(words.locator(".highlighted").last()).hasClass(Pattern.compile("\\bdimmed\\b"));
        assertThat(words.locator("br.line-break")).hasCount(1);
        page.getByTestId("highlighted-text").nth(1).getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("bad")).click();
        logged("{\"index\":2,\"value\":[\"bad\",-0.9]}");
    }

    @Test
    void partsAreMarkedNamedAndUnmarked() {
        var notes = page.getByTestId("highlighted-text").last();
        assertThat(notes).hasCSS("border-style", "dashed");
        notes.evaluate("""
                block => {
                    const text = block.querySelector('.text').firstChild.nextSibling ?? block.querySelector('.text').firstChild;
                    const range = document.createRange();
                    range.setStart(text, 4);
                    range.setEnd(text, 7);
                    document.getSelection().removeAllRanges();
                    document.getSelection().addRange(range);
                    block.querySelector('.textfield').dispatchEvent(new MouseEvent('mouseup', { bubbles: true }));
                }""");
        logged("notes change = [one , two/label,  three , four/even]");
        var label = notes.getByRole(AriaRole.TEXTBOX, new Locator.GetByRoleOptions().setName("Label"));
        assertThat(label).isFocused();
        label.fill("even");
        label.press("Enter");
        logged("notes change = [one , two/even,  three , four/even]");
        assertThat(notes.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("two").setExact(true))).isFocused();
        notes.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Remove label")).first().click();
        logged("notes change = [one two three , four/even]");
        notes.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("one two three")).press("Enter");
        logged("notes change = [one two three /label, four/even]");
        label.press("Escape");
        notes.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("four")).press("Delete");
        logged("notes change = [one two three /label, four]");
    }

    @Test
    void parametersOpenOneByOneAndAllAtOnce() {
        var entry = page.locator("details.param");
        assertThat(entry.locator("code").first()).hasText("size: int | None");
        assertThat(entry).hasAttribute("id", "param-f-size");
        assertThat(entry.locator(".description")).isHidden();
        entry.locator("summary").focus();
        page.keyboard().press("Enter");
        assertThat(entry.locator(".description a").first()).hasAttribute("href", "https://example.com");
        assertThat(entry.locator(".description a")).hasText(new String[] {"here", "there"});
        assertThat(entry.locator(".links")).hasText("int | None");
        assertThat(entry.locator(".links a")).hasAttribute("href", "#h-none");
        assertThat(entry.locator(".default")).hasText("default = size");
        window.press("Close All");
        assertThat(entry.locator(".description")).isHidden();
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Link to size")).click();
        assertThat(entry.locator(".description")).isVisible();
        assertThat(entry.locator(".default a")).hasAttribute("href", "#param-f-size");
    }

    @Test
    void theServerFillsAndDisables() {
        window.press("Fill");
        assertThat(window.button("Colour")).hasCSS("background-color", "rgb(255, 99, 71)");
        assertThat(field("Start")).hasValue("1970-01-01 00:00:00");
        assertThat(page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Person")).locator(".line")).hasCount(4);
        logged("color change = tomato", "start change = 1970-01-01T00:00:00Z", "json change = [true,null]", "words change = [Token[text=new");
        window.press("Empty");
        assertThat(page.getByTestId("json").first().getByRole(AriaRole.IMG, new Locator.GetByRoleOptions().setName("Empty value"))).isVisible();
        window.press("Disable");
        assertThat(window.button("Colour")).isDisabled();
        assertThat(field("Start")).isDisabled();
    }

    @Test
    void axeFindsNothing() {
        AccessibilityBrowserIT.assertNoFindings(page);
        window.button("Colour").click();
        page.getByRole(AriaRole.DIALOG).waitFor();
        AccessibilityBrowserIT.assertNoFindings(page);
        page.keyboard().press("Escape");
        page.getByTestId("highlighted-text").last().locator("button.label").click();
        AccessibilityBrowserIT.assertNoFindings(page);
        window.press("Disable");
        AccessibilityBrowserIT.assertNoFindings(page);
    }

    private Locator field(String name) {
        return page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private void logged(String... lines) {
        for (var line : lines) {
            assertThat(window.field("Log")).hasValue(Pattern.compile(line.replaceAll("[\\\\{}\\[\\]()*.^$|?+]", "\\\\$0")));
        }
    }
}
