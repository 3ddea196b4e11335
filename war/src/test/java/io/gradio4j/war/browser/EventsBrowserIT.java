package io.gradio4j.war.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a person sees of running events, in {@code FlowApp}. */
@ExtendWith(Browsing.class)
class EventsBrowserIT {

    private Window window;
    private Page page;

    @BeforeEach
    void open(Window window) {
        this.window = window;
        page = window.open("flow/");
    }

    @Test
    void typedTextIsAnsweredAfterAClick() {
        window.field("Name").fill("Ada");
        window.press("Greet");
        assertThat(window.field("Greeting")).hasValue("Hello, Ada!");
    }

    @Test
    void streamedTextGrowsAndStaysComplete() {
        window.press("Tell");
        var story = window.field("Story");
        assertThat(story).hasValue(Pattern.compile("^w1 w2 .*w\\d+ $"));
        var before = story.inputValue();
        assertThat(story).not().hasValue(before);
        org.assertj.core.api.Assertions.assertThat(story.inputValue()).startsWith(before);
        assertThat(block("Story").getByTestId("status-tracker")).hasClass(Pattern.compile("\\bgenerating\\b"));
        assertThat(story).hasValue(words(40));
        assertThat(block("Story").getByTestId("status-tracker")).hasClass(Pattern.compile("\\bhide\\b"));
    }

    @Test
    void cancelledStreamStopsWhereItIs() {
        window.press("Tell");
        assertThat(window.field("Story")).hasValue(Pattern.compile("w5 "));
        window.press("Hush");
        assertThat(block("Story").getByTestId("status-tracker")).hasClass(Pattern.compile("\\bhide\\b"));
        var told = window.field("Story").inputValue();
        page.waitForTimeout(300);
        assertThat(window.field("Story")).hasValue(told);
        org.assertj.core.api.Assertions.assertThat(told).doesNotContain("w40");
    }

    @Test
    void unexpectedExceptionMarksTheOutputAndSaysNothingOfItself() {
        window.press("Crash");
        var pill = block("Outcome").locator(".error-pill");
        assertThat(pill).hasText("Error");
        assertThat(page.getByTestId("toast-body")).hasCount(0);
        pill.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Clear")).click();
        assertThat(pill).hasCount(0);
    }

    @Test
    void exceptionForThePersonIsAToastWithItsTitle() {
        window.press("Refuse");
        var toast = page.getByTestId("toast-body");
        assertThat(toast.locator(".toast-title")).hasText("Sold out");
        assertThat(toast.getByTestId("toast-text")).hasText("None is left");
        assertThat(toast.locator("b")).hasText("left");
        assertThat(toast).hasAttribute("role", "status");
        assertThat(toast.locator(".timer")).hasCSS("animation-duration", "60s");
        assertThat(block("Outcome").locator(".error-pill")).isVisible();
        toast.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Close")).click();
        assertThat(toast).hasCount(0);
    }

    @Test
    void toastGoesAfterItsTimeAndManyOfAKindShareACard() {
        window.press("Refuse for a moment");
        assertThat(page.getByTestId("toast-text")).hasText("Soon forgotten");
        assertThat(page.getByTestId("toast-body")).hasCount(0, new LocatorAssertions.HasCountOptions().setTimeout(3000));
        window.press("Refuse");
        assertThat(page.getByTestId("toast-body")).hasCount(1);
        window.press("Refuse");
        assertThat(page.locator(".toast-title").first()).hasText("Error (2)");
        assertThat(page.locator(".toast-message")).hasText(new String[] {"Sold out None is left", "Sold out None is left"});
    }

    @Test
    void messagesOfAHandlerAreToastsByLevel() {
        window.press("Inform");
        assertThat(window.field("Outcome")).hasValue("informed");
        assertThat(page.locator(".toast-body.info .toast-title")).hasText("Info");
        assertThat(page.locator(".toast-body.warning .toast-title")).hasText("Careful");
        assertThat(page.locator(".toast-body.success [data-testid=toast-text]")).hasText("Done");
    }

    @Test
    void brokenRuleIsToldAtItsField() {
        window.field("Amount").fill("0");
        window.field("range slider for Weight").fill("10");
        window.press("Order");
        assertThat(block("Item").locator(".validation-error[role=alert]")).hasText("Name an item");
        assertThat(window.field("Item")).hasAttribute("aria-invalid", "true");
        assertThat(block("Amount").locator(".validation-error[role=alert]")).hasText("At least one");
        assertThat(block("range slider for Weight").locator(".validation-error")).hasText("Too heavy");
        assertThat(page.getByTestId("toast-body")).hasCount(0);
        window.field("Item").fill("Tea");
        assertThat(block("Item").locator(".validation-error[role=alert]")).hasCount(0);
        window.field("Amount").fill("2");
        window.field("range slider for Weight").fill("3");
        window.press("Order");
        assertThat(window.field("Receipt")).hasValue("Tea ordered");
        assertThat(page.locator("[role=alert]")).hasCount(0);
    }

    @Test
    void progressOfAHandlerIsABar() {
        window.press("Pack");
        var bar = block("Result").getByRole(AriaRole.PROGRESSBAR);
        assertThat(block("Result").locator(".progress-text")).containsText("0/4 steps");
        assertThat(bar).hasAttribute("aria-valuenow", "0");
        window.press("Go on");
        assertThat(bar).hasAttribute("aria-valuenow", "25");
        window.press("Go on");
        assertThat(bar).hasAttribute("aria-valuenow", "50");
        assertThat(bar).hasAttribute("aria-label", "Packing - 50.0%");
        assertThat(block("Result").locator(".progress-bar")).hasAttribute("style", "width: 50%");
        for (int i = 2; i < 4; i++) {
            window.press("Go on");
        }
        assertThat(window.field("Result")).hasValue("packed");
        assertThat(bar).hasCount(0);
    }

    @Test
    void secondPageSeesItsPlaceInTheQueue() {
        window.press("Wait");
        assertThat(block("Waited").locator(".progress-text")).containsText("processing");
        var first = page;
        page = window.open("flow/");
        window.press("Wait");
        assertThat(block("Waited").locator(".progress-text")).containsText("queue: 1/1");
        window.press("Go on");
        assertThat(first.getByLabel("Waited")).hasValue("waited");
        assertThat(block("Waited").locator(".progress-text")).containsText("processing");
        window.press("Go on");
        assertThat(window.field("Waited")).hasValue("waited");
    }

    @Test
    void chainGoesOnByTheOutcome() {
        window.press("Start");
        assertThat(window.field("Then")).hasValue("after first");
        assertThat(window.field("On success")).hasValue("good first");
        assertThat(window.field("On failure")).hasValue("");
    }

    @Test
    void failedChainRunsWhatIsForFailuresAndWhatIsForAll() {
        window.field("It works").uncheck();
        window.press("Start");
        assertThat(window.field("On failure")).hasValue("bad");
        assertThat(window.field("Then")).hasValue("after ");
        assertThat(window.field("On success")).hasValue("");
    }

    @Test
    void functionsOfTheAppRunInThePage() {
        window.press("Double here");
        assertThat(window.field("Script text")).hasValue("abab");
        window.press("Shout");
        assertThat(window.field("Shouted")).hasValue("ABAB!");
    }

    @Test
    void failingFunctionOfTheAppIsAToast() {
        window.announce("broken on purpose");
        window.press("Break");
        assertThat(page.getByTestId("toast-text")).hasText("broken on purpose");
    }

    @Test
    void loadEventFillsThePage() {
        assertThat(window.field("Loaded")).hasValue("by the server");
    }

    @Test
    void whatIsWrongWithWhatCannotBeSeenIsAToast() {
        window.press("Check the count");
        assertThat(page.getByTestId("toast-text")).hasText("Nothing counted");
    }

    @Test
    void stateIsKeptPerPageAndItsChangeIsAnEvent() {
        window.press("Count up");
        assertThat(window.field("Count")).hasValue("1");
        window.press("Count up");
        assertThat(window.field("Count")).hasValue("2");
        assertThat(window.field("Changes")).hasValue("now 2");
        window.press("Forget");
        assertThat(window.field("Count")).hasValue("");
        assertThat(window.field("Changes")).hasValue("now 0");
        window.press("Count up");
        assertThat(window.field("Changes")).hasValue("now 1");
        window.open("flow/");
        window.press("Count up");
        assertThat(window.field("Count")).hasValue("1");
    }

    @Test
    void timerTicksWhileItIsActive() {
        assertThat(window.field("Ticks")).hasValue("0");
        window.press("Start clock");
        assertThat(window.field("Ticks")).hasValue(Pattern.compile("[3-9]|\\d\\d"));
        window.press("Stop clock");
        page.waitForTimeout(300);
        var ticks = window.field("Ticks").inputValue();
        page.waitForTimeout(400);
        assertThat(window.field("Ticks")).hasValue(ticks);
    }

    @Test
    void removedComponentLeavesThePageAndACoveredOneStays() {
        window.field("Sight").fill("typed");
        window.press("Remove");
        assertThat(window.field("Sight")).hasCount(0);
        window.press("Show");
        assertThat(window.field("Sight")).hasValue("typed");
        window.press("Cover");
        assertThat(window.field("Sight")).hasCount(1);
        assertThat(window.field("Sight")).isHidden();
        window.press("Show");
        assertThat(window.field("Sight")).isVisible();
    }

    /** The frame around a control. */
    private Locator block(String label) {
        return window.page().locator("[gr] > .block", new Page.LocatorOptions().setHas(window.field(label)));
    }

    static String words(int count) {
        var words = new StringBuilder();
        for (int i = 1; i <= count; i++) {
            words.append("w").append(i).append(' ');
        }
        return words.toString();
    }
}
