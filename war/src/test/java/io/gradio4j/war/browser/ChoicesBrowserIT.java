package io.gradio4j.war.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The components of {@code ChoicesApp}: by mouse and keys, what reaches the server, and what it changes. */
@ExtendWith(Browsing.class)
class ChoicesBrowserIT {

    private Window window;
    private Page page;

    @BeforeEach
    void open(Window window) {
        this.window = window;
        window.options().setBypassCSP(true).setReducedMotion(ReducedMotion.REDUCE);
        page = window.open("choices/");
    }

    @Test
    void radioIsChosenByClickAndArrows() {
        page.getByText("zoo", new Page.GetByTextOptions().setExact(true)).click();
        logged("radio change = zoo", "radio input = zoo", "radio select = zoo {\"index\":1,\"value\":\"zoo\"}");
        assertThat(radio("zoo")).isChecked();
        assertThat(page.getByTestId("zoo-radio-label")).hasClass(Pattern.compile("\\bselected\\b"));
        page.keyboard().press("ArrowDown");
        assertThat(radio("road")).isChecked();
        assertThat(radio("zoo")).not().isChecked();
        logged("radio select = road {\"index\":2,\"value\":\"road\"}");
        assertThat(page.getByRole(AriaRole.GROUP, new Page.GetByRoleOptions().setName("Place"))).hasAccessibleDescription("Where?");
        assertThat(window.button("Shuffle")).isVisible();
    }

    @Test
    void radioOfAnEnumGivesTheConstant() {
        assertThat(radio("DAYS")).isChecked();
        radio("HOURS").check();
        logged("unit change = HOURS");
        assertThat(page.getByTestId("HOURS-radio-label")).hasCSS("direction", "rtl");
    }

    @Test
    void boxesKeepTheOrderAndOneBoxIsForAll() {
        var all = page.getByTitle("Select/Deselect All");
        assertThat(all).isChecked(new com.microsoft.playwright.assertions.LocatorAssertions.IsCheckedOptions().setIndeterminate(true));
        box("cheese").click();
        logged("group change = [olives, cheese]", "group input = [olives, cheese]",
                "group select = [olives, cheese] {\"index\":0,\"value\":\"cheese\",\"selected\":true}");
        box("olives").focus();
        page.keyboard().press("Enter");
        logged("group select = [cheese] {\"index\":1,\"value\":\"olives\",\"selected\":false}");
        page.keyboard().press("Space");
        logged("group select = [cheese, olives]");
        all.click();
        logged("group input = [cheese, olives, onions]");
        assertThat(all).isChecked();
        assertThat(box("onions")).isChecked();
        all.click();
        logged("group input = []");
        assertThat(box("onions")).not().isChecked();
    }

    @Test
    void dropdownIsChosenByMouse() {
        var animal = combobox("Animal");
        assertThat(animal).hasValue("dog");
        assertThat(animal).hasAttribute("aria-expanded", "false");
        assertThat(animal).hasAccessibleDescription("More later");
        animal.click();
        assertThat(animal).hasAttribute("aria-expanded", "true");
        assertThat(options()).hasText(new String[] {"✓ cat", "✓ dog", "✓ bird", "✓ Dodo"});
        assertThat(option("dog")).hasAttribute("aria-selected", "true");
        option("bird").click();
        assertThat(animal).hasValue("bird");
        assertThat(options()).hasCount(0);
        logged("animal focus = dog", "animal change = bird", "animal input = bird", "animal select = bird {\"index\":2,\"value\":\"bird\",\"selected\":true}");
        animal.blur();
        logged("animal blur = bird");
    }

    @Test
    void whatIsTypedTakesThePlaceOfTheName() {
        var animal = combobox("Animal");
        animal.click();
        page.keyboard().type("b");
        assertThat(animal).hasValue("b");
        assertThat(options()).hasText(new String[] {"✓ bird"});
        page.keyboard().press("Enter");
        animal.click();
        page.keyboard().type("ca");
        assertThat(options()).hasText(new String[] {"✓ cat"});
        assertThat(window.field("Animal")).hasCount(1);
    }

    @Test
    void listKeepsClearOfAKeyboardOnTheScreen() {
        page.evaluate("""
                () => Object.defineProperty(window, 'visualViewport', {
                    value: { offsetTop: 0, height: document.querySelector('gr-dropdown').getBoundingClientRect().bottom + 10, addEventListener() {}, removeEventListener() {} },
                })""");
        combobox("Animal").focus();
        assertThat(option("cat")).isVisible();
        org.assertj.core.api.Assertions.assertThat(page.getByRole(AriaRole.LISTBOX).boundingBox().y).isLessThan(combobox("Animal").boundingBox().y);
    }

    @Test
    void dropdownIsChosenByKeys() {
        var animal = combobox("Animal");
        animal.focus();
        assertThat(active(animal)).hasText("✓ dog");
        page.keyboard().press("ArrowDown");
        assertThat(active(animal)).hasText("✓ bird");
        page.keyboard().press("ArrowUp");
        page.keyboard().press("ArrowUp");
        page.keyboard().press("ArrowUp");
        assertThat(active(animal)).hasText("✓ Dodo");
        page.keyboard().press("Enter");
        assertThat(animal).hasValue("Dodo");
        logged("animal select = Dodo");
        page.keyboard().press("ArrowDown");
        assertThat(options()).hasCount(4);
        page.keyboard().press("Escape");
        assertThat(options()).hasCount(0);
        animal.fill("D");
        assertThat(options()).hasText(new String[] {"✓ dog", "✓ bird", "✓ Dodo"});
        assertThat(active(animal)).hasText("✓ dog");
        animal.fill("nothing");
        assertThat(options()).hasCount(0);
        assertThat(animal).hasAttribute("aria-expanded", "false");
        animal.blur();
        assertThat(animal).hasValue("Dodo");
        animal.focus();
        page.keyboard().press("x");
        assertThat(window.field("Typed")).hasValue(Pattern.compile("^x in .*x$"));
    }

    @Test
    void dropdownOf70000ChoicesIsInstant() {
        var number = combobox("Number");
        number.focus();
        assertThat(option("Number 0")).isVisible();
        assertThat(option("Number 0")).hasAttribute("aria-setsize", "70000");
        page.keyboard().press("ArrowUp");
        assertThat(active(number)).hasText("✓ Number 69999");
        assertThat(active(number)).isInViewport();
        assertThat(active(number)).hasAttribute("aria-posinset", "70000");
        var begun = System.nanoTime();
        number.fill("4242");
        assertThat(options()).hasText(new String[] {"✓ Number 4242", "✓ Number 14242", "✓ Number 24242", "✓ Number 34242", "✓ Number 42420",
            "✓ Number 42421", "✓ Number 42422", "✓ Number 42423", "✓ Number 42424", "✓ Number 42425", "✓ Number 42426", "✓ Number 42427",
            "✓ Number 42428", "✓ Number 42429", "✓ Number 44242", "✓ Number 54242", "✓ Number 64242"});
        org.assertj.core.api.Assertions.assertThat((System.nanoTime() - begun) / 1_000_000).as("milliseconds").isLessThan(1_000);
        option("Number 64242").click();
        logged("many change = 64242");
        number.click();
        assertThat(active(number)).hasText("✓ Number 64242");
        assertThat(active(number)).isInViewport();
    }

    @Test
    void dropdownTakesTextsOfThePersonsOwn() {
        var tag = combobox("Tag");
        assertThat(tag).hasValue("");
        tag.fill("blue");
        page.keyboard().press("Enter");
        logged("tag change = blue", "tag input = blue", "tag select = blue {\"index\":-1,\"value\":\"blue\",\"selected\":true}");
        tag.fill("red");
        tag.blur();
        logged("tag select = red {\"index\":0,\"value\":\"red\",\"selected\":true}", "tag blur = red");
        tag.fill("");
        tag.blur();
        logged("tag change = null");
        assertThat(tag).hasValue("");
    }

    @Test
    void dropdownThatIsNotTypedIntoJumpsToLetters() {
        var fixed = combobox("Fixed");
        assertThat(fixed).hasAttribute("readonly", "");
        assertThat(fixed).hasAttribute("aria-autocomplete", "none");
        fixed.focus();
        page.keyboard().press("t");
        assertThat(active(fixed)).hasText("✓ two");
        page.keyboard().press("t");
        assertThat(active(fixed)).hasText("✓ three");
        page.keyboard().press("Space");
        assertThat(fixed).hasValue("three");
        logged("fixed select = three");
    }

    @Test
    void dropdownCanGivePositions() {
        combobox("Index").focus();
        page.keyboard().press("ArrowDown");
        page.keyboard().press("Enter");
        logged("index select = 1 {\"index\":1,\"value\":\"second\",\"selected\":true}");
    }

    @Test
    void severalChoicesStandInTheField() {
        var skills = combobox("Skills");
        skills.click();
        option("java").click();
        logged("skills change = [css, java]", "skills input = [css, java]", "skills select = [css, java] {\"index\":0,\"value\":\"java\",\"selected\":true}");
        assertThat(options()).hasCount(0);
        page.keyboard().press("ArrowDown");
        option("html").click();
        option("css").click();
        logged("skills select = [java] {\"index\":2,\"value\":\"css\",\"selected\":false}");
        page.keyboard().press("Escape");
        window.press("Remove java");
        logged("skills select = [] {\"index\":0,\"value\":\"java\",\"selected\":false}");
        assertThat(skills).isFocused();
        skills.fill("ht");
        page.keyboard().press("Enter");
        logged("skills select = [html]");
        assertThat(skills).hasValue("");
        page.keyboard().press("Backspace");
        logged("skills select = [] {\"index\":1,\"value\":\"html\",\"selected\":false}");
    }

    @Test
    void severalTextsOfThePersonsOwnAreClearedAtOnce() {
        var tags = combobox("Tags");
        tags.focus();
        page.keyboard().type("new");
        page.keyboard().press("Enter");
        logged("tags change = [new]", "tags select = [new] {\"index\":-1,\"value\":\"new\",\"selected\":true}");
        page.keyboard().type("red");
        page.keyboard().press("Enter");
        logged("tags change = [new, red]", "tags select = [new, red] {\"index\":0,\"value\":\"red\",\"selected\":true}");
        page.keyboard().type("new");
        page.keyboard().press("Enter");
        page.keyboard().type("last");
        tags.blur();
        logged("tags change = [new, red, last]");
        page.locator("gr-dropdown .remove-all").last().click();
        logged("tags input = []");
        assertThat(tags).not().isFocused();
        assertThat(options()).hasCount(0);
    }

    @Test
    void theServerChoosesReplacesAndDisables() {
        window.press("Choose");
        assertThat(radio("zoo")).isChecked();
        assertThat(box("onions")).isChecked();
        assertThat(box("olives")).not().isChecked();
        assertThat(combobox("Animal")).hasValue("cat");
        assertThat(window.button("Remove html")).isVisible();
        logged("radio change = zoo", "group change = [onions]", "animal change = cat", "skills change = [java, html]");
        window.press("Replace");
        radio("sea").check();
        box("ham").check();
        assertThat(combobox("Animal")).hasValue("pig");
        combobox("Animal").focus();
        assertThat(options()).hasText(new String[] {"✓ cow", "✓ pig"});
        option("cow").click();
        logged("group change = [ham]", "radio select = sea", "animal select = cow", "skills change = [go]");
        window.press("Disable");
        for (var control : new Locator[] {radio("sea"), box("ham"), combobox("Animal"), combobox("Skills")}) {
            assertThat(control).isDisabled();
        }
        assertThat(window.button("Remove go")).hasCount(0);
    }

    @Test
    void axeFindsNothing() {
        AccessibilityBrowserIT.assertNoFindings(page);
        combobox("Skills").focus();
        option("css").waitFor();
        AccessibilityBrowserIT.assertNoFindings(page);
        combobox("Number").focus();
        option("Number 0").waitFor();
        AccessibilityBrowserIT.assertNoFindings(page);
        window.press("Disable");
        AccessibilityBrowserIT.assertNoFindings(page);
    }

    private Locator radio(String name) {
        return page.getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private Locator box(String name) {
        return page.getByRole(AriaRole.CHECKBOX, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private Locator combobox(String name) {
        return page.getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private Locator options() {
        return page.getByTestId("dropdown-option");
    }

    private Locator option(String name) {
        return page.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    /** The option that a combobox points to. */
    private Locator active(Locator combobox) {
        assertThat(combobox).hasAttribute("aria-activedescendant", Pattern.compile(".+"));
        return page.locator(".item.active");
    }

    private void logged(String... lines) {
        for (var line : lines) {
            assertThat(window.field("Log")).hasValue(Pattern.compile("(^|\\n)" + line.replaceAll("[\\\\{}\\[\\]()*.^$|?+]", "\\\\$0")));
        }
    }
}
