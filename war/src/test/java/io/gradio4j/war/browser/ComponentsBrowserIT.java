package io.gradio4j.war.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The components of {@code LabApp}: their names and keys, the events and data that reach the server, and what the server changes. */
@ExtendWith(Browsing.class)
class ComponentsBrowserIT {

    private static final Pattern SELECTED = Pattern.compile("\\bselected\\b");

    private Window window;
    private Page page;

    @BeforeEach
    void open(Window window) {
        this.window = window;
        window.options().setPermissions(List.of("clipboard-read", "clipboard-write"));
        page = window.open("lab/");
    }

    @Test
    void textboxTellsOfEditsEnterFocusAndSelection() {
        var text = page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Text").setExact(true));
        assertThat(text).hasAttribute("placeholder", "Anything");
        assertThat(text).hasAttribute("maxlength", "40");
        assertThat(text).hasAccessibleDescription("Say it here");
        assertThat(page.locator(".info-text").first()).hasText("Say it here");
        assertThat(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("here"))).hasAttribute("rel", Pattern.compile("noopener"));
        text.focus();
        page.keyboard().type("ab");
        page.keyboard().press("Backspace");
        logged("text focus", "text input = a", "text change = a");
        page.keyboard().press("Control+A");
        logged("text select = a {\"value\":\"a\",\"index\":[0,1]}");
        page.keyboard().press("Enter");
        logged("text submit = a");
        text.blur();
        logged("text blur = a");
        window.press("Submit");
        window.press("Halt");
        logged("text submit = a\ntext stop = a");
        window.button("Copy").first().click();
        logged("text copy = a {\"value\":\"a\"}");
        org.assertj.core.api.Assertions.assertThat(page.evaluate("navigator.clipboard.readText()")).isEqualTo("a");
    }

    @Test
    void areaTakesLinesAndSubmitsWithShift() {
        var lines = window.field("Lines");
        lines.focus();
        page.keyboard().type("a");
        page.keyboard().press("Enter");
        page.keyboard().type("b");
        page.keyboard().press("Shift+Enter");
        assertThat(lines).hasValue("a\nb");
        logged("lines submit = a\nb");
    }

    @Test
    void focusReturnsToTheFieldThatAsksForIt() {
        var ask = window.field("Ask");
        assertThat(ask).isFocused();
        page.keyboard().type("Why?");
        window.press("Ask it");
        assertThat(ask).hasValue("");
        assertThat(ask).isFocused();
        window.field("Number").focus();
        window.button("Rename").dispatchEvent("click");
        assertThat(window.field("New number")).isFocused();
    }

    @Test
    void textGrowsToItsMostLinesAndFollowsItsEnd() {
        var story = window.field("Story");
        org.assertj.core.api.Assertions.assertThat(height(story, 2)).isEqualTo(0);
        story.fill("1\n2\n3");
        org.assertj.core.api.Assertions.assertThat(height(story, 3)).isEqualTo(0);
        story.fill("1\n2\n3\n4\n5");
        org.assertj.core.api.Assertions.assertThat(height(story, 4)).isEqualTo(0);
        story.fill("1");
        window.button("Tell").dispatchEvent("click");
        assertThat(story).hasValue("line\n".repeat(10));
        org.assertj.core.api.Assertions.assertThat(fromEnd(story)).isEqualTo(0);
        story.evaluate("field => { field.scrollTop = 0; }");
        window.press("Tell more");
        assertThat(story).hasValue("line\n".repeat(20));
        org.assertj.core.api.Assertions.assertThat(story.evaluate("field => field.scrollTop")).isEqualTo(0);
    }

    /** By how many pixels a field is higher than some lines. */
    private static Object height(Locator field, int lines) {
        return field.evaluate("(field, lines) => Math.abs(Math.round(field.clientHeight - parseFloat(getComputedStyle(field).paddingTop) * 2 - lines * "
                + "parseFloat(getComputedStyle(field).lineHeight)))", lines);
    }

    private static Object fromEnd(Locator field) {
        return field.evaluate("field => Math.abs(Math.round(field.scrollHeight - field.clientHeight - field.scrollTop))");
    }

    @Test
    void fieldsHaveTheAttributesThatTheirAuthorsGaveThem() {
        var mail = window.field("Mail");
        assertThat(mail).hasAttribute("type", "email");
        assertThat(mail).hasAttribute("autocomplete", "email");
        assertThat(mail).hasAttribute("lang", "de");
        var right = window.field("Right");
        assertThat(right).hasAttribute("type", "text");
        assertThat(right).hasCSS("text-align", "right");
        Map.of("spellcheck", "false", "autocorrect", "off", "autocapitalize", "words", "autocomplete", "street-address", "tabindex", "0",
                "enterkeyhint", "search").forEach((name, value) -> assertThat(right).hasAttribute(name, value));
    }

    @Test
    void passwordIsNotShownAndRightToLeftTextStartsAtTheRight() {
        var secret = page.getByTestId("password");
        assertThat(secret).hasAttribute("type", "password");
        secret.fill("pw");
        logged("secret change = pw");
        assertThat(window.field("Hebrew")).hasCSS("direction", "rtl");
        window.field("Hebrew").fill("שלום");
        logged("hebrew change = שלום");
        assertThat(page.locator(".prose[dir=rtl]")).hasText("right to left");
    }

    @Test
    void numberTakesKeysAndEmptiness() {
        var number = page.getByRole(AriaRole.SPINBUTTON, new Page.GetByRoleOptions().setName("Number").setExact(true));
        assertThat(number).hasValue("4");
        assertThat(number).hasAccessibleDescription("Even ones");
        number.focus();
        page.keyboard().press("ArrowUp");
        logged("number focus = 4.0", "number input = 6.0", "number change = 6.0");
        page.keyboard().press("Enter");
        logged("number submit = 6.0");
        number.fill("");
        logged("number change = null");
        number.fill("2");
        number.blur();
        logged("number blur = 2.0");
        number.fill("-3");
        assertThat(number).hasCSS("border-color", "rgb(185, 28, 28)");
        assertThat(page.getByTestId("toast-text").first()).containsText("-3");
    }

    @Test
    void halfANumberStaysAsItIsTypedWhenTheFieldIsDrawnAgain() {
        window.field("Number").fill("");
        page.keyboard().type("1.0");
        window.button("Rename").dispatchEvent("click");
        var number = window.field("New number");
        assertThat(number).isFocused();
        page.keyboard().type("5");
        assertThat(number).hasValue("1.05");
        logged("number change = 1.05");
        window.press("Fill");
        assertThat(number).hasValue("8");
    }

    @Test
    void sliderMovesByKeysAndIsReleased() {
        var slider = page.getByRole(AriaRole.SLIDER, new Page.GetByRoleOptions().setName("range slider for Level"));
        var typed = page.getByRole(AriaRole.SPINBUTTON, new Page.GetByRoleOptions().setName("number input for Level"));
        assertThat(slider).hasValue("5");
        slider.focus();
        page.keyboard().press("ArrowRight");
        logged("slider input = 6.0", "slider change = 6.0", "slider release = 6.0 6");
        assertThat(typed).hasValue("6");
        page.keyboard().press("End");
        logged("slider release = 10.0 10");
        page.keyboard().press("Home");
        logged("slider release = 0.0 0");
        typed.fill("99");
        typed.blur();
        assertThat(typed).hasValue("10");
        assertThat(slider).hasValue("10");
        window.press("Reset to default value");
        assertThat(slider).hasValue("5");
        logged("slider release = 5.0 5");
    }

    @Test
    void checkboxTogglesByClickSpaceAndEnter() {
        var box = page.getByRole(AriaRole.CHECKBOX, new Page.GetByRoleOptions().setName("Box"));
        assertThat(box).not().isChecked();
        assertThat(box).hasAccessibleDescription("Tick it");
        page.getByText("Box", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(box).isChecked();
        logged("box change = true", "box input = true", "box select = true {\"index\":0,\"value\":true,\"selected\":true}");
        page.keyboard().press("Space");
        assertThat(box).not().isChecked();
        page.keyboard().press("Enter");
        assertThat(box).isChecked();
        logged("box select = false {\"index\":0,\"value\":false,\"selected\":false}");
    }

    @Test
    void buttonIsPressedByKeysAndALinkLeads() {
        window.button("Push").focus();
        page.keyboard().press("Enter");
        logged("push click = Push");
        page.keyboard().press("Space");
        logged("push click = Push\npush click = Push");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Index")).click();
        assertThat(page).hasTitle("Gradio4J");
    }

    @Test
    void buttonsComeInSizesAndLooks() {
        assertThat(window.button("Push")).hasClass(Pattern.compile("\\blg secondary\\b"));
        assertThat(window.button("Small")).hasClass(Pattern.compile("\\bsm stop\\b"));
        assertThat(window.button("Middle")).hasClass(Pattern.compile("\\bmd huggingface\\b"));
        var heights = Stream.of("Small", "Middle", "Fitting").map(name -> window.button(name).boundingBox().height).toList();
        org.assertj.core.api.Assertions.assertThat(heights).isSorted().doesNotHaveDuplicates();
        org.assertj.core.api.Assertions.assertThat(window.button("Fitting").boundingBox().width).isLessThan(120);
        var elsewhere = page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Other site"));
        assertThat(elsewhere).hasAttribute("target", "_blank");
        assertThat(elsewhere).hasAttribute("rel", "noopener noreferrer");
        org.assertj.core.api.Assertions.assertThat(elsewhere.boundingBox().width).isGreaterThanOrEqualTo(250);
        var nowhere = page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Shut off"));
        assertThat(nowhere).isDisabled();
        assertThat(nowhere).hasCSS("pointer-events", "none");
        assertThat(nowhere).not().hasAttribute("href", "../");
    }

    @Test
    void clearButtonEmptiesWithoutTheServer() {
        window.field("Text").fill("full");
        page.getByRole(AriaRole.CHECKBOX, new Page.GetByRoleOptions().setName("Box")).check();
        window.press("Clear");
        assertThat(window.field("Text")).hasValue("");
        assertThat(window.field("Number")).hasValue("");
        assertThat(window.field("range slider for Level")).hasValue("0");
        assertThat(page.getByRole(AriaRole.CHECKBOX, new Page.GetByRoleOptions().setName("Box"))).not().isChecked();
        logged("number change = null", "slider change = 0.0", "box change = false");
    }

    @Test
    void markdownIsFormattedAndCopied() {
        var markdown = page.locator(".prose", new Page.LocatorOptions().setHasText("Some code")).first();
        assertThat(markdown.getByRole(AriaRole.HEADING, new Locator.GetByRoleOptions().setName("Hello"))).isVisible();
        assertThat(markdown.locator("code")).hasText("code");
        assertThat(markdown.locator("td").last()).hasCSS("text-align", Pattern.compile("right$"));
        window.button("Copy").last().click();
        logged("markdown copy = ## Hello");
    }

    @Test
    void labelTellsWhichBarIsClicked() {
        assertThat(page.getByTestId("label-output-value")).hasText("cat");
        assertThat(page.getByTestId("cat-confidence-set").getByRole(AriaRole.METER)).hasAttribute("aria-valuenow", "75");
        assertThat(page.getByTestId("dog-confidence-set")).containsText("25%");
        page.getByTestId("dog-confidence-set").click();
        logged("label select = {cat=0.75, dog=0.25} {\"index\":1,\"value\":\"dog\"}");
    }

    @Test
    void tabsAreOneStopAndMoveByArrows() {
        var one = tab("One");
        var two = tab("Two");
        assertThat(one).hasAttribute("aria-selected", "true");
        assertThat(one).hasAttribute("tabindex", "0");
        assertThat(two).hasAttribute("tabindex", "-1");
        assertThat(tab("Three")).isDisabled();
        assertThat(page.getByText("Second page")).hasCount(0);
        one.focus();
        page.keyboard().press("ArrowRight");
        assertThat(two).isFocused();
        assertThat(two).hasClass(SELECTED);
        assertThat(page.getByRole(AriaRole.TABPANEL, new Page.GetByRoleOptions().setName("Two"))).hasText("Second page");
        logged("tabs change", "tabs select {\"value\":\"Two\",\"index\":1,\"id\":\"two\"", "two select {\"value\":\"Two\",\"index\":1}");
        page.keyboard().press("ArrowRight");
        assertThat(one).isFocused();
        page.keyboard().press("End");
        assertThat(two).isFocused();
        page.keyboard().press("Home");
        assertThat(one).hasAttribute("aria-selected", "true");
        assertThat(page.getByText("Second page")).isHidden();
    }

    @Test
    void tabsWithoutRoomStandInAMenu() {
        var more = window.button("More tabs");
        var menu = page.getByRole(AriaRole.MENU, new Page.GetByRoleOptions().setName("More tabs"));
        assertThat(tab("Page 1")).isVisible();
        assertThat(tab("Page 20")).hasCount(0);
        more.focus();
        page.keyboard().press("ArrowUp");
        var last = menu.getByRole(AriaRole.MENUITEMRADIO, new Locator.GetByRoleOptions().setName("Page 20"));
        assertThat(last).isFocused();
        page.keyboard().press("Enter");
        assertThat(page.getByText("Text of 20")).isVisible();
        logged("many select {\"value\":\"Page 20\",\"index\":19,\"id\":");
        assertThat(menu).isHidden();
        assertThat(more).isFocused();
        page.keyboard().press("Enter");
        assertThat(last).hasAttribute("aria-checked", "true");
        page.keyboard().press("Escape");
        assertThat(menu).isHidden();
        assertThat(more).isFocused();
    }

    @Test
    void accordionOpensByKeysAndMakesItsContentThen() {
        var more = window.button("More");
        assertThat(more).hasAttribute("aria-expanded", "false");
        assertThat(page.getByText("What was folded")).hasCount(0);
        more.focus();
        page.keyboard().press("Enter");
        assertThat(more).hasAttribute("aria-expanded", "true");
        assertThat(page.getByText("What was folded")).isVisible();
        logged("accordion expand");
        page.keyboard().press("Space");
        assertThat(page.getByText("What was folded")).isHidden();
        logged("accordion collapse");
    }

    @Test
    void sidebarSlidesInAndIsOutOfReachWhenClosed() {
        var toggle = window.button("Toggle Sidebar");
        var region = page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Notes"));
        assertThat(toggle).hasAttribute("aria-expanded", "false");
        assertThat(page.getByText("At the side")).isHidden();
        toggle.click();
        assertThat(toggle).hasAttribute("aria-expanded", "true");
        assertThat(page.getByText("At the side")).isVisible();
        assertThat(region).hasCSS("width", "250px");
        logged("sidebar expand");
        toggle.click();
        assertThat(page.getByText("At the side")).isHidden();
        logged("sidebar collapse");
        page.setViewportSize(390, 844);
        toggle.click();
        assertThat(page.getByText("At the side")).isInViewport();
        assertThat(region).hasCSS("width", "390px");
        toggle.click();
        assertThat(page.getByText("At the side")).isHidden();
    }

    @Test
    void serverChangesLabelsAndTexts() {
        window.press("Rename");
        assertThat(window.field("New text")).isVisible();
        assertThat(window.field("New text")).hasAccessibleDescription("New info");
        for (var label : List.of("New number", "range slider for New level", "New box")) {
            assertThat(window.field(label)).isVisible();
        }
        assertThat(window.button("New push")).isVisible();
        logged("push change = New push");
        assertThat(window.button("New more")).isVisible();
        assertThat(tab("New two")).isVisible();
        assertThat(page.getByTestId("block-label")).hasText("New animal");
    }

    @Test
    void serverChangesValuesAndThePageTellsSo() {
        window.press("Fill");
        assertThat(window.field("Text")).hasValue("filled");
        assertThat(window.field("Number")).hasValue("8");
        assertThat(window.field("range slider for Level")).hasValue("7");
        assertThat(window.field("Box")).isChecked();
        assertThat(page.getByTestId("label-output-value")).hasText("cow");
        assertThat(page.locator(".prose em")).hasText("filled");
        assertThat(page.getByText("Second page")).isVisible();
        assertThat(page.getByText("What was folded")).isVisible();
        logged("text change = filled", "number change = 8.0", "slider change = 7.0", "box change = true", "label change = {cow=1.0}", "tabs change", "accordion expand");
    }

    @Test
    void serverDisablesAndRemovesAndReturns() {
        window.press("Disable");
        var controls = List.of(window.field("Text"), window.field("Number"), window.field("range slider for Level"), window.field("Box"), window.button("Push"));
        for (var control : controls) {
            assertThat(control).isDisabled();
        }
        window.press("Remove");
        for (var control : controls) {
            assertThat(control).hasCount(0);
        }
        assertThat(page.getByTestId("label")).hasCount(0);
        window.press("Return");
        for (var control : controls) {
            assertThat(control).isVisible();
        }
        assertThat(page.getByTestId("label-output-value")).hasText("cat");
    }

    private Locator tab(String name) {
        return page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    /** Waits until the server has got something. */
    private void logged(String... lines) {
        for (var line : lines) {
            assertThat(window.field("Log")).hasValue(Pattern.compile(line.replaceAll("[\\\\{}\\[\\]()*.^$|?+]", "\\\\$0")));
        }
    }
}
