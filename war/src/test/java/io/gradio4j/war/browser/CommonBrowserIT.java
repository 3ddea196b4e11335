package io.gradio4j.war.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What all components share, in {@code CommonApp}, which has one of each. */
@ExtendWith(Browsing.class)
class CommonBrowserIT {

    private static final int ALL = 23;

    private Window window;
    private Page page;

    @BeforeEach
    void open(Window window) {
        this.window = window;
        window.options().setReducedMotion(ReducedMotion.REDUCE).setPermissions(List.of("clipboard-read", "clipboard-write"));
        page = window.open("common/");
    }

    private Locator tab(String name) {
        page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName(name).setExact(true)).click();
        return page.getByRole(AriaRole.TABPANEL, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private Locator overlays(String state) {
        return page.locator("[id^=shown-] > gradio-status > .wrap" + state);
    }

    @Test
    void overlaysCoverEveryOutput() {
        assertThat(page.locator("[id^=shown-]")).hasCount(ALL);
        assertThat(overlays(".full:not(.hide)")).hasCount(0);
        window.press("Load");
        assertThat(overlays(":not(.hide)")).hasCount(ALL);
        // a conversation is read on while it is answered
        assertThat(overlays(".full:not(.hide)")).hasCount(ALL - 1);
        assertThat(page.locator("#shown-textbox .progress-text")).containsText("processing");
        window.press("Go on");
        assertThat(overlays(":not(.hide)")).hasCount(0);
        window.press("Load a little");
        assertThat(overlays(".minimal.translucent")).hasCount(ALL);
        window.press("Go on");
        assertThat(overlays(":not(.hide)")).hasCount(0);
        window.press("Load quietly");
        page.waitForTimeout(400);
        assertThat(overlays(":not(.hide)")).hasCount(0);
        window.press("Go on");
    }

    @Test
    void errorsCoverEveryOutputUntilTheyAreCleared() {
        assertThat(page.locator("[id^=shown-]")).hasCount(ALL);
        window.press("Fail");
        assertThat(overlays(":not(.hide)").getByText("Error", new Locator.GetByTextOptions().setExact(true))).hasCount(ALL);
        for (var left = ALL; left > 0; left--) {
            assertThat(overlays(":not(.hide)")).hasCount(left);
            overlays(":not(.hide)").getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Clear")).first().click();
        }
        assertThat(overlays(":not(.hide)")).hasCount(0);
    }

    @Test
    void whatHasNoContainerHasNoFrame() {
        var bare = tab("Bare").locator("[id^=bare-]");
        assertThat(bare).hasCount(ALL);
        var framed = bare.evaluateAll("""
                frames => frames.filter(frame => {
                    const { borderTopWidth, paddingTop, backgroundColor } = getComputedStyle(frame);
                    return borderTopWidth !== '0px' || paddingTop !== '0px' || backgroundColor !== 'rgba(0, 0, 0, 0)';
                }).map(frame => frame.id)""");
        // a conversation always has one
        assertThat((List<?>) framed).filteredOn(id -> !"bare-chatbot".equals(id)).isEmpty();
    }

    @Test
    void labelsThatAreNotShownStillName() {
        var bare = tab("Bare");
        assertThat(bare.locator("[id^=bare-]")).hasCount(ALL);
        for (var label : List.of("Textbox", "NumberField", "Checkbox", "Dropdown", "DateTime", "MultimodalTextbox")) {
            assertThat(bare.getByLabel(label, new Locator.GetByLabelOptions().setExact(true))).not().hasCount(0);
        }
        for (var group : List.of("CheckboxGroup", "Radio")) {
            assertThat(bare.getByRole(AriaRole.GROUP, new Locator.GetByRoleOptions().setName(group).setExact(true))).hasCount(1);
        }
        var seen = bare.locator("[data-testid=block-info], .block-label").evaluateAll(
                "labels => labels.filter(label => label.offsetWidth > 1 && label.offsetHeight > 1).map(label => label.textContent)");
        assertThat((List<?>) seen).isEmpty();
    }

    @Test
    void whatIsHiddenIsThereAndWhatIsNotVisibleIsNot() {
        tab("Hidden");
        assertThat(page.locator("[id^=hidden-]")).hasCount(ALL);
        assertThat((List<?>) page.locator("[id^=hidden-]").evaluateAll("all => all.filter(one => one.offsetWidth > 0).map(one => one.id)")).isEmpty();
        assertThat(page.locator("[id^=absent-]")).hasCount(0);
    }

    @Test
    void theButtonsOfTheAppStandInTheToolbarAndRing() {
        var rings = tab("Tools").getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Ring").setExact(true));
        var names = List.of("textbox", "number", "slider", "checkbox", "checkboxgroup", "radio", "dropdown", "datetime", "dialogue", "code", "json", "label", "highlightedtext",
                "html", "chatbot", "file", "fileexplorer", "lineplot", "plot");
        assertThat(rings).hasCount(names.size());
        assertThat(page.locator(".icon-button-wrapper > .custom-button")).hasCount(names.size());
        for (var i = 0; i < names.size(); i++) {
            rings.nth(i).click();
        }
        assertThat(window.field("Log")).hasValue(Pattern.compile(names.stream().map(name -> name + " click").collect(Collectors.joining("[^$]*"))));
    }

    @Test
    void copyButtonsSayThatTheyHaveCopied() {
        var copies = tab("Tools").locator("#tools").getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(Pattern.compile("^Cop(y|ied)")));
        assertThat(copies).hasCount(6);
        for (var i = 0; i < 6; i++) {
            page.evaluate("navigator.clipboard.writeText('')");
            var copy = copies.nth(i);
            copy.click();
            assertThat(copy).hasAccessibleName(Pattern.compile("^Copied"));
            assertThat(page.evaluate("navigator.clipboard.readText()")).isNotEqualTo("");
            assertThat(copy).hasAccessibleName(Pattern.compile("^Copy"));
        }
    }

    @Test
    void fullscreenEndsByEscapeWhereverTheFocusIsAndWithTheComponent() {
        tab("Tools");
        var wide = page.locator("#wide");
        var full = window.button("Fullscreen");
        for (var component : List.of(page.locator("gr-dataframe"), page.locator("gr-nativeplot"))) {
            component.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Fullscreen")).click();
            assertThat(component.locator(".fullscreen").first()).isVisible();
            page.evaluate("document.activeElement.blur()");
            page.keyboard().press("Escape");
            assertThat(component.locator(".fullscreen")).hasCount(0);
        }
        assertThat(full).hasCount(2);
        wide.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Fullscreen")).click();
        assertThat(page.locator("body")).hasCSS("overflow", "hidden");
        window.button("Vanish").dispatchEvent("click");
        assertThat(wide).hasCount(0);
        assertThat(page.locator("body")).not().hasCSS("overflow", "hidden");
    }

    @Test
    void whatIsRefusedIsSaidAtTheFieldUntilItIsCleared() {
        var fields = tab("Fields").locator("[id^=field-]");
        assertThat(fields).hasCount(13);
        for (var i = 0; i < 13; i++) {
            var field = fields.nth(i);
            window.press("Check " + field.getAttribute("id").replace("field-", ""));
            assertThat(field.getByRole(AriaRole.ALERT)).containsText("Not like this");
            assertThat(field.getByRole(AriaRole.ALERT)).hasCount(1);
        }
        assertThat(page.getByRole(AriaRole.ALERT)).hasCount(13);
        assertThat(page.getByTestId("toast-body")).hasCount(0);
        page.locator("#field-textbox textarea").fill("other");
        page.locator("#field-checkbox input").check();
        page.locator("#field-radio input").first().check();
        assertThat(page.getByRole(AriaRole.ALERT)).hasCount(10);
        page.locator("#field-file").getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Clear")).click();
        assertThat(page.getByRole(AriaRole.ALERT)).hasCount(9);
    }

    @Test
    void nothingStandsOutWhenThePageGoesFromRightToLeft() {
        page.evaluate("document.documentElement.dir = 'rtl'");
        for (var width : List.of(1280, 390)) {
            for (var name : List.of("Shown", "Bare", "Tools", "Fields")) {
                page.setViewportSize(1280, 900);
                assertThat(tab(name)).isVisible();
                page.setViewportSize(width, 900);
                assertThat((Integer) page.evaluate("document.documentElement.scrollWidth")).as(name + " " + width).isLessThanOrEqualTo(width);
            }
        }
        // badges stand at the beginning, tools at the end
        page.setViewportSize(1280, 900);
        var panel = tab("Tools");
        assertThat((Boolean) panel.locator("#wide").evaluate(
                "frame => frame.querySelector('.icon-button-wrapper').getBoundingClientRect().left - frame.getBoundingClientRect().left < 3")).isTrue();
    }

    @Test
    void axeFindsNothing(Window other) {
        other.options().setBypassCSP(true);
        page = other.open("common/");
        for (var name : List.of("Shown", "Bare", "Tools", "Fields")) {
            tab(name);
            AccessibilityBrowserIT.assertNoFindings(page);
        }
    }
}
