package io.gradio4j.war.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The layouts of {@code PlacesApp}: what they show, what they take room for, and their events. */
@ExtendWith(Browsing.class)
class PlacesBrowserIT {

    private Window window;
    private Page page;

    @BeforeEach
    void open(Window window) {
        this.window = window;
        window.options().setBypassCSP(true).setReducedMotion(ReducedMotion.REDUCE);
        page = window.open("places/");
    }

    @Test
    void axeFindsNothing() {
        window.press("To the end");
        assertThat(page.getByText("step three")).isVisible();
        window.press("Open");
        assertThat(page.getByText("aside")).isVisible();
        AccessibilityBrowserIT.assertNoFindings(page);
    }

    @Test
    void itemsAreDraggedToEachOthersPlaces() {
        assertThat(page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Draggable items container"))).isVisible();
        order("First", "Second", "third", "Fourth");
        assertThat(item("First")).hasAttribute("data-index", "0");
        drag("third", "Fourth");
        order("First", "Second", "Fourth", "third");
        assertThat(item("third")).hasAttribute("data-index", "3");
        drag("third", "First");
        order("third", "Second", "Fourth", "First");
    }

    @Test
    void itemsAreMovedByKeysAndStayWhereTheyAreAcrossUpdates() {
        handle("First").focus();
        page.keyboard().press("ArrowUp");
        order("First", "Second", "third", "Fourth");
        page.keyboard().press("ArrowDown");
        page.keyboard().press("ArrowRight");
        order("Second", "third", "First", "Fourth");
        assertThat(handle("First")).isFocused();
        assertThat(handle("First")).hasAttribute("aria-label", "Move item 3 of 4");
        assertThat(page.locator("gr-draggable [aria-live]")).hasText("Item 3 of 4");
        window.press("Change");
        order("Second", "changed", "Changed", "Fourth");
        assertThat(window.field("Changed")).hasValue("1");
        page.evaluate("document.documentElement.dir = 'rtl'");
        handle("Fourth").focus();
        page.keyboard().press("ArrowRight");
        order("Second", "changed", "Fourth", "Changed");
        page.keyboard().press("ArrowLeft");
        order("Second", "changed", "Changed", "Fourth");
    }

    @Test
    void theAppGoesOnAndAPersonGoesBack() {
        assertThat(step("Begin")).hasAttribute("aria-selected", "true");
        assertThat(step("Begin")).hasClass(Pattern.compile("\\bactive\\b"));
        assertThat(step("Middle")).isDisabled();
        assertThat(page.getByText("step two")).hasCount(0);
        window.press("Go on");
        assertThat(page.getByText("step two")).isVisible();
        assertThat(page.getByText("step one")).isHidden();
        logged("steps change", "two select {\"value\":\"Middle\",\"index\":1}");
        assertThat(step("Begin")).hasClass(Pattern.compile("\\bcompleted\\b"));
        assertThat(step("End")).isDisabled();
        step("Middle").focus();
        page.keyboard().press("ArrowLeft");
        assertThat(step("Begin")).isFocused();
        page.keyboard().press("Enter");
        assertThat(page.getByText("step one")).isVisible();
        logged("steps select {\"value\":\"Begin\",\"index\":0,\"id\":1,\"component_id\":");
        assertThat(step("Middle")).isDisabled();
    }

    @Test
    void stepsWithoutRoomShowATitle() {
        page.setViewportSize(150, 800);
        assertThat(page.locator("#steps")).hasClass(Pattern.compile("\\bcompact\\b"));
        assertThat(page.locator("#steps .step-title")).hasText("Step 1/3: Begin");
        page.setViewportSize(1280, 900);
        assertThat(page.locator("#steps .step-title")).hasCount(0);
        assertThat(page.locator("#steps .step-label.visible")).hasCount(3);
    }

    @Test
    void whatIsTooLongForAPhoneIsCutOrStandsAboveTheSteps() {
        page.setViewportSize(390, 844);
        window.press("Go on");
        assertThat(page.locator("#steps .step-title")).hasCount(0);
        window.press("Lengthen");
        assertThat(page.locator("#steps .step-title")).hasText("Step 2/3: A step with more to say than a phone has room for");
        assertThat(step("A step with more to say than a phone has room for")).hasAttribute("aria-selected", "true");
        var tab = step("A page with more to say than a phone has room for").boundingBox();
        var more = window.button("More tabs").boundingBox();
        org.assertj.core.api.Assertions.assertThat(tab.x + tab.width).isLessThanOrEqualTo(more.x);
        window.press("To the end");
        assertThat(page.locator("#steps .step-title")).hasCount(0);
    }

    @Test
    void aPageThatWasNotThereWhenItWasSelectedDoesNotComeByItself() {
        assertThat(step("Lazy")).hasAttribute("aria-selected", "true");
        window.press("Select what is gone");
        window.press("Bring it back");
        assertThat(step("Back")).hasAttribute("aria-selected", "false");
        assertThat(page.getByText("lazy", new Page.GetByTextOptions().setExact(true))).isVisible();
        assertThat(window.field("Log")).not().hasValue(Pattern.compile("tabs change"));
    }

    @Test
    void anOpenSidebarCoversAPhoneAndCanBeClosed() {
        page.setViewportSize(390, 844);
        window.press("Open");
        for (var region : List.of("Sidebar", "Other side")) {
            var panel = page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName(region));
            var toggle = panel.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Toggle Sidebar"));
            if (region.equals("Other side")) {
                toggle.click();
            }
            assertThat(panel).isInViewport(new LocatorAssertions.IsInViewportOptions().setRatio(1));
            org.assertj.core.api.Assertions.assertThat(panel.boundingBox().width).isEqualTo(390);
            toggle.click();
            assertThat(panel.locator(".sidebar-content")).isHidden();
        }
        logged("side collapse");
    }

    @Test
    void anOpenSidebarLeavesTheLinksToOtherPagesInView() {
        assertThat(links()).hasText(new String[] {"Home", "Elsewhere"});
        assertThat(links().first()).hasClass("active");
        var before = links().first().boundingBox().x;
        window.press("Open");
        page.waitForCondition(() -> links().first().boundingBox().x > before + 200);
        links().nth(1).click();
        assertThat(links().nth(1)).hasClass("active");
    }

    @Test
    void theBarSaysWhatItIsTold() {
        links().last().click();
        assertThat(links()).hasText(new String[] {"Start", "Elsewhere", "Java", "More"});
        assertThat(links().nth(1)).hasAttribute("aria-current", "page");
        assertThat(links().nth(2)).hasAttribute("href", "https://dev.java/");
        assertThat(links().nth(2)).hasAttribute("target", "_blank");
        assertThat(links().nth(2)).hasAttribute("rel", "noopener noreferrer");
        assertThat(links().nth(3)).hasAttribute("href", Pattern.compile("/places/more$"));
        assertThat(links().nth(3)).hasAttribute("target", "_self");
        window.press("Hide");
        assertThat(links().first()).isHidden();
        window.press("Show");
        assertThat(links()).hasText(new String[] {"Elsewhere", "Other"});
        logged("bar change = [Link[name=Other, target=other]]");
        assertThat(page.locator("gr-navbar > div")).isHidden();
        AccessibilityBrowserIT.assertNoFindings(page);
    }

    private Locator links() {
        return page.locator(".nav-holder a");
    }

    @Test
    void aGroupOfWhatIsNotSeenIsNotSeen() {
        assertThat(page.locator("#group")).isVisible();
        window.press("Empty");
        assertThat(page.locator("#group")).isHidden();
    }

    @Test
    void aTabIsMadeWhenItIsShownUnlessItSaysAtOnce() {
        assertThat(window.field("Made early")).isHidden();
        assertThat(window.field("Made early")).hasCount(1);
        assertThat(page.getByText("not there")).hasCount(0);
        assertThat(step("Back")).hasCount(0);
        window.press("Select");
        assertThat(window.field("Made early")).isVisible();
        assertThat(step("Back")).isVisible();
        logged("tabs change");
        step("Back").click();
        logged("tabs select {\"value\":\"Back\",\"index\":2,\"id\":3,");
    }

    @Test
    void theServerOpensAnAccordionAndASidebar() {
        window.press("Open");
        assertThat(window.button("Opened")).hasAttribute("aria-expanded", "true");
        assertThat(page.getByText("aside")).isVisible();
        logged("folded expand");
        window.button("Opened").click();
        logged("folded collapse");
        window.press("Open");
        assertThat(page.getByText("unfolded")).isVisible();
        assertThat(window.field("Log")).not().hasValue(Pattern.compile("side expand"));
    }

    @Test
    void layoutsAreHiddenRemovedAndShown() {
        var ids = List.of("#row", "#column", "#group", "#folded", "#drag", "#steps");
        window.press("Hide");
        for (var id : ids) {
            assertThat(page.locator(id).first()).isHidden();
            assertThat(page.locator(id).first()).hasClass(Pattern.compile("\\bhidden\\b"));
        }
        assertThat(step("Lazy")).isHidden();
        window.press("Remove");
        for (var id : ids) {
            assertThat(page.locator(id)).hasCount(0);
        }
        window.press("Show");
        for (var id : ids) {
            assertThat(page.locator(id).first()).isVisible();
        }
        assertThat(step("Lazy")).isVisible();
        assertThat(handle("First")).hasCount(1);
    }

    @Test
    void widthsAndHeightsFollowTheProperties() {
        var narrow = page.locator("#row .block").first().boundingBox().width;
        var wide = page.locator("#row .block").last().boundingBox().width;
        org.assertj.core.api.Assertions.assertThat(wide / narrow).isBetween(2.5, 3.1);
        org.assertj.core.api.Assertions.assertThat(page.locator("#panel").boundingBox().height).isEqualTo(90);
        assertThat(page.locator("#panel")).hasClass(Pattern.compile("panel.*stretch"));
        assertThat(page.locator("#panel")).hasAttribute("tabindex", "0");
        assertThat(page.locator("#column")).hasCSS("min-width", "min(200px, 100%)");
        assertThat(page.locator(".gr-root")).hasCSS("flex-grow", "1");
        org.assertj.core.api.Assertions.assertThat(page.locator("main.contain").boundingBox().width).isGreaterThan(1150);
        var bottom = page.locator("footer").boundingBox();
        org.assertj.core.api.Assertions.assertThat(bottom.y + bottom.height).isGreaterThan(860);
    }

    /** The items from above to below, by a text of each. */
    private void order(String... texts) {
        var items = page.locator("#drag .draggable-item");
        assertThat(items).containsText(texts);
        var tops = items.evaluateAll("items => items.map(item => item.getBoundingClientRect().top)");
        org.assertj.core.api.Assertions.assertThat((List<?>) tops).extracting(top -> ((Number) top).doubleValue()).isSorted();
    }

    private void drag(String from, String to) {
        item(from).hover();
        handle(from).dragTo(item(to));
    }

    private Locator item(String text) {
        return page.locator("#drag .draggable-item", new Page.LocatorOptions().setHasText(text));
    }

    private Locator handle(String text) {
        return item(text).locator(".drag-handle");
    }

    private Locator step(String name) {
        return page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    /** Waits until the server has got something. */
    private void logged(String... lines) {
        for (var line : lines) {
            assertThat(window.field("Log")).hasValue(Pattern.compile(line.replaceAll("[\\\\{}\\[\\]()*.^$|?+]", "\\\\$0")));
        }
    }
}
