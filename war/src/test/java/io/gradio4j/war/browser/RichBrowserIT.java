package io.gradio4j.war.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The components of {@code RichApp}, written in HTML: what they show, what their scripts may do, and what nobody may. */
@ExtendWith(Browsing.class)
class RichBrowserIT {

    private Window window;
    private Page page;

    @BeforeEach
    void open(Window window) {
        this.window = window;
        window.announce("/rich/x$|404|inline event handler");
        page = window.open("rich/");
    }

    @Test
    void htmlIsShownAndNothingOfItRuns() {
        assertThat(page.locator("#plain-text")).containsText("Plain text");
        assertThat(page.locator("#plain script")).hasCount(0);
        assertThat(page.locator("#plain a")).not().hasAttribute("href", Pattern.compile(".*"));
        assertThat(page).hasTitle("Rich");
        page.locator("#plain b").click();
        logged("plain click = ");
    }

    @Test
    void aTemplateIsFilledAgainAndKeepsItsNodes() {
        var buttons = page.locator("#stars button");
        assertThat(buttons).hasText(new String[] {"★", "★", "☆"});
        assertThat(buttons.first()).hasCSS("letter-spacing", "3px");
        buttons.nth(2).focus();
        page.keyboard().press("Enter");
        assertThat(buttons).hasText(new String[] {"★", "★", "★"});
        assertThat(buttons.nth(2)).isFocused();
        logged("stars change = 3");
        window.press("More");
        assertThat(buttons).hasCount(5);
        assertThat(buttons.first()).hasCSS("letter-spacing", "5px");
        assertThat(page.locator("#stars [data-watched]")).hasAttribute("data-watched", "3/5");
        window.press("One");
        assertThat(buttons.nth(1)).hasText("☆");
        assertThat(buttons).hasCount(5);
        logged("stars change = 1");
        assertThat(page.locator("#stars [data-watched]")).hasAttribute("data-watched", "1/5");
    }

    @Test
    void handlebarsLoopAndEscape() {
        assertThat(page.locator("#list li")).hasText(new String[] {"0 one", "1 <two>"});
        window.press("Empty");
        assertThat(page.locator("#list li")).hasText(new String[] {"none"});
    }

    @Test
    void whatAValueBringsIsNoTemplate() {
        assertThat(page.locator("#tricky p")).hasText("${1 + 1} {{label}} ` secret");
    }

    @Test
    void aTemplateThatFailsSaysSo() {
        assertThat(page.locator("#broken .error-container")).hasText("Error rendering HTML: nobody is not defined");
    }

    @Test
    void anEventOfOnesOwnCarriesItsData() {
        assertThat(page.locator("#keys [title='Listens']")).isVisible();
        window.field("Keys").press("b");
        assertThat(window.field("Pressed")).hasValue("b");
    }

    @Test
    void scriptsCallFunctionsOfTheServer() {
        window.announce("500|component_server");
        window.press("Ask");
        assertThat(page.locator("#server output")).hasText("ADA Not today");
    }

    @Test
    void scriptsUploadFiles() {
        assertThat(window.field("Send")).hasAttribute("title", "Listens");
        window.field("Send").setInputFiles(new FilePayload("note.txt", "text/plain", "note".getBytes(StandardCharsets.UTF_8)));
        logged("upload change = note.txt");
    }

    @Test
    void blocksStandInsideOfHtml() {
        var card = page.locator("#card");
        assertThat(card.getByLabel("Inside")).isVisible();
        var heading = card.getByText("Card").boundingBox();
        var field = card.getByLabel("Inside").boundingBox();
        Assertions.assertThat(field.y).isGreaterThan(heading.y).isLessThan(card.getByText("End").boundingBox().y);
    }

    @Test
    void theEndStaysInView() {
        assertThat(page.locator("#lines p")).hasText("line");
        window.press("Grow");
        assertThat(page.locator("#lines").getByText("line 49")).isInViewport();
    }

    @Test
    void aDialogueIsWrittenLineByLine() {
        var talk = page.locator("#talk");
        line("talk", 1).fill("Hello Bob");
        logged("talk input = [Ada] Hello Bob");
        logged("talk change = [Ada] Hello Bob");
        line("talk", 1).press("Enter");
        assertThat(line("talk", 2)).isFocused();
        page.keyboard().type("Hi");
        talk.getByLabel("Speaker of line 2").selectOption("Bob");
        logged("talk change = [Ada] Hello Bob/[Bob] Hi");
        talk.getByTestId("dialogue-add-button-0").click();
        assertThat(talk.locator(".dialogue-line")).hasCount(3);
        assertThat(talk.getByTestId("dialogue-add-button-0")).isDisabled();
        talk.getByTestId("dialogue-delete-button-1").click();
        assertThat(talk.locator(".dialogue-line")).hasCount(2);
        talk.getByTestId("dialogue-submit-button").click();
        logged("talk submit = [Ada] Hello Bob/[Bob] Hi");
    }

    @Test
    void aColonOffersTags() {
        var line = line("talk", 1);
        line.focus();
        page.keyboard().press("End");
        page.keyboard().type(" :");
        var menu = page.getByTestId("dialogue-tag-menu");
        assertThat(menu.getByRole(AriaRole.OPTION)).hasText(new String[] {"(laughs)", "(sighs)"});
        page.keyboard().press("ArrowDown");
        page.keyboard().press("Enter");
        assertThat(line).hasValue("Hello (sighs) ");
        page.keyboard().type(":lau");
        assertThat(menu.getByRole(AriaRole.OPTION)).hasText(new String[] {"(laughs)"});
        page.keyboard().press("Escape");
        assertThat(menu).hasCount(0);
    }

    @Test
    void aDialogueIsPlainTextToo() {
        var talk = page.locator("#talk");
        talk.getByRole(AriaRole.SWITCH).click();
        assertThat(talk.getByTestId("textbox")).hasValue("[Ada] Hello");
        talk.getByTestId("textbox").fill("[Ada] Hello\n[Bob] Hey");
        logged("talk input = [Ada] Hello/[Bob] Hey");
        talk.getByRole(AriaRole.SWITCH).press("Space");
        assertThat(line("talk", 2)).hasValue("Hey");
        assertThat(talk.getByLabel("Speaker of line 2")).hasValue("Bob");
        window.press("Say");
        assertThat(talk.getByTestId("textbox")).hasValue("[Bob] Bye");
    }

    @Test
    void aDialogueThatIsShownCannotBeEdited() {
        var written = page.locator("#written");
        assertThat(written.getByRole(AriaRole.BUTTON)).hasCount(0);
        line("written", 1).hover();
        assertThat(written.locator(".dialogue-line").nth(1)).hasClass(Pattern.compile("faded"));
    }

    @Test
    void filesOfTheServerAreChosen() {
        var files = page.locator("#files");
        files.getByLabel("top.txt").check();
        logged("files input = [top.txt]");
        logged("files change = [top.txt]");
        logged("files select = [top.txt] {\"index\":[\"top.txt\"],\"value\":\"top.txt\",\"selected\":true}");
        files.getByLabel("expand directory").press("Enter");
        assertThat(files.getByLabel("b.txt")).not().isChecked();
        files.getByLabel("deep", new Locator.GetByLabelOptions().setExact(true)).check();
        logged("files change = [top.txt, deep/deeper/c.txt, deep/b.txt]");
        assertThat(files.getByLabel("b.txt")).isChecked();
        files.getByLabel("b.txt").uncheck();
        logged("files change = [top.txt, deep/deeper/c.txt]");
        assertThat(files.getByLabel("deep", new Locator.GetByLabelOptions().setExact(true))).not().isChecked();
        window.press("Other pattern");
        assertThat(files.getByLabel("read.md")).isVisible();
        assertThat(files.getByLabel("top.txt")).hasCount(0);
        logged("files change = []");
        window.press("Empty folder");
        assertThat(files.getByLabel("Empty value")).isVisible();
    }

    @Test
    void aRowOfTheTreeIsChosenByMouseAndKeys() {
        var files = page.locator("#files");
        files.getByText("top.txt").press("Enter");
        logged("files select = [] {\"index\":[\"top.txt\"],\"value\":\"top.txt\",\"selected\":true}");
        files.getByLabel("top.txt").check();
        files.getByLabel("top.txt").uncheck();
        logged("files select = [] {\"index\":[\"top.txt\"],\"value\":\"top.txt\",\"selected\":false}");
        files.locator("span.wrap").first().click(new Locator.ClickOptions().setPosition(300, 10));
        logged("files select = [] {\"index\":[\"deep\"],\"value\":\"deep\",\"selected\":true}");

        // where nobody listens, a row opens its folder, or ticks its file
        var one = page.locator("#one-file");
        one.getByText("top.txt").click();
        assertThat(one.getByLabel("top.txt")).isChecked();
        one.getByText("deep", new Locator.GetByTextOptions().setExact(true)).click();
        assertThat(one.getByLabel("b.txt")).hasCount(0);
        assertThat(one.getByLabel("expand directory")).hasAttribute("aria-expanded", "false");
        one.getByLabel("expand directory").press("Space");
        assertThat(one.getByLabel("b.txt")).isVisible();
        one.getByLabel("expand directory").last().press("Enter");
        one.getByLabel("c.txt").press("Space");
        logged("one change = deep/deeper/c.txt");
    }

    @Test
    void oneFileIsChosenAtATime() {
        var one = page.locator("#one-file");
        assertThat(one.getByLabel("b.txt")).isChecked();
        assertThat(one.getByLabel("deep", new Locator.GetByLabelOptions().setExact(true))).hasCount(0);
        one.getByLabel("top.txt").check();
        assertThat(one.getByLabel("b.txt")).not().isChecked();
        logged("one change = top.txt");
    }

    @Test
    void axeFindsNothing() {
        window.options().setBypassCSP(true).setReducedMotion(ReducedMotion.REDUCE);
        page = window.open("rich/");
        assertThat(page.locator("#card").getByText("End")).isVisible();
        // an error and a picture without a text are there on purpose
        page.evaluate("document.querySelectorAll('#broken, #plain').forEach(element => element.remove())");
        AccessibilityBrowserIT.assertNoFindings(page);
    }

    /** The field for a line of a dialogue. */
    private Locator line(String dialogue, int number) {
        return page.locator("#" + dialogue).getByLabel("Line " + number, new Locator.GetByLabelOptions().setExact(true));
    }

    /** Waits until the server has got something. */
    private void logged(String line) {
        assertThat(window.field("Log")).hasValue(Pattern.compile(line.replaceAll("[\\\\{}\\[\\]()*.^$|?+]", "\\\\$0")));
    }
}
