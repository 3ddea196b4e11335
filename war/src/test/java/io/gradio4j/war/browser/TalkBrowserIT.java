package io.gradio4j.war.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The conversations of {@code TalkApp}: what a person sees and does, the events that reach the server, and what a growing answer costs. */
@ExtendWith(Browsing.class)
class TalkBrowserIT {

    private Window window;
    private Page page;
    private Locator talk;

    @BeforeEach
    void open(Window window) {
        this.window = window;
        window.options().setPermissions(List.of("clipboard-read", "clipboard-write"));
        page = window.open("talk/");
        talk = page.locator("gr-chatbot").first();
        talk.getByText("Which one?").waitFor();
    }

    private Locator button(Locator within, String name) {
        return within.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    private void logged(String... lines) {
        for (var line : lines) {
            assertThat(window.field("Log")).hasValue(Pattern.compile(line.replaceAll("[\\\\{}\\[\\]()*.^$|?+]", "\\\\$0")));
        }
    }

    @Test
    void messagesAreFormattedAndOnTheirSides() {
        var log = talk.getByRole(AriaRole.LOG, new Locator.GetByRoleOptions().setName("chatbot conversation"));
        assertThat(log).hasAttribute("aria-live", "polite");
        assertThat(talk.getByTestId("block-label")).hasText("Talk");
        assertThat(talk.getByTestId("user")).hasCount(2);
        assertThat(talk.getByTestId("user").first()).hasText("Hi there");
        assertThat(talk.getByTestId("user").first().locator("strong")).hasText("there");
        assertThat(talk).not().containsText("You are kind.");
        var answer = talk.getByTestId("bot").first();
        assertThat(answer.locator("code")).hasText("code");
        assertThat(answer).containsText("<thinking>tag</thinking>");
        assertThat(answer.locator("math")).hasCount(1);
        assertThat(answer.locator("br")).hasCount(1);
        assertThat(talk.locator(".message-row.bubble.user-row")).hasCount(2);
        assertThat(talk.locator(".message-row.bubble.bot-row.with_avatar")).hasCount(2);
        assertThat(talk.locator(".bot-row .avatar-image").first()).isVisible();
        assertThat(talk.getByTestId("bot").last()).hasClass(Pattern.compile("\\blatest\\b"));
    }

    @Test
    void thoughtsAreFoldedByClickAndKey() {
        var weather = talk.locator(".thought-group > .title").first();
        assertThat(weather).hasAttribute("aria-expanded", "true");
        assertThat(weather).hasAttribute("aria-busy", "true");
        assertThat(weather).containsText("by radio (1.5s)");
        assertThat(weather.locator("em")).hasText("weather");
        assertThat(weather.locator(".loading-spinner")).hasCount(1);
        assertThat(talk.locator(".children .title")).hasText("A station");
        assertThat(talk.getByText("Deeper")).isVisible();
        weather.click();
        assertThat(weather).hasAttribute("aria-expanded", "false");
        assertThat(talk.getByText("Deeper")).hasCount(0);
        var check = talk.locator(".thought-group > .title", new Locator.LocatorOptions().setHasText("A check"));
        assertThat(check).hasAttribute("aria-expanded", "false");
        assertThat(check).containsText("(5s)");
        check.focus();
        page.keyboard().press("Enter");
        assertThat(talk.getByText("All done")).isVisible();
        page.keyboard().press("Space");
        assertThat(talk.getByText("All done")).hasCount(0);
    }

    @Test
    void filesAndComponentsAreShown() {
        assertThat(talk.locator("img[alt='dot.png']")).hasJSProperty("naturalWidth", 1);
        var paper = talk.getByTestId("chatbot-file");
        assertThat(paper).hasAttribute("download", "paper.txt");
        assertThat(paper).containsText("TXT");
        assertThat(talk.getByRole(AriaRole.SLIDER, new Locator.GetByRoleOptions().setName("range slider for Inside"))).hasValue("5");
        assertThat(talk.getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Download"))).hasCount(2);
    }

    @Test
    void aPictureFillsTheWindowUntilItIsLeft() {
        var picture = talk.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("dot.png"));
        picture.press("Enter");
        var large = page.getByRole(AriaRole.DIALOG).getByAltText("dot.png");
        assertThat(large).isVisible();
        page.keyboard().press("Escape");
        assertThat(large).hasCount(0);
        assertThat(picture).isFocused();
        picture.click();
        page.getByRole(AriaRole.DIALOG).getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Close")).click();
        assertThat(large).hasCount(0);
    }

    @Test
    void whatIsWithinAThoughtNeedsNoHeading() {
        window.press("Think");
        assertThat(talk.locator(".thought-group .title")).hasCount(1);
        assertThat(talk.locator(".thought-group .content")).containsText("without a heading");
        assertThat(talk.getByTestId("bot").last()).hasText("Therefore");
    }

    @Test
    void aMessageIsSelected() {
        talk.getByTestId("user").first().locator(".md").click();
        logged("talk select = 9 {\"index\":1,\"value\":\"Hi **there**\"}");
        talk.getByTestId("bot").last().focus();
        page.keyboard().press("Enter");
        logged("talk select = 9 {\"index\":8,\"value\":\"Which one?\"}");
    }

    @Test
    void answersAreMarked() {
        button(talk, "Like").last().click();
        logged("talk like = 9 {\"index\":6,\"value\":[", "\"All done\",\"Which one?\"],\"liked\":true}");
        assertThat(button(talk, "Liked")).hasAttribute("aria-pressed", "true");
        button(talk, "Liked").click();
        logged("\"liked\":\"\"}");
        button(talk, "Dislike").first().click();
        logged("talk like = 9 {\"index\":2,", "\"liked\":false}");
        var menu = talk.locator("summary[aria-label='Feedback']").first();
        menu.click();
        button(talk, "Too long").press("Escape");
        assertThat(button(talk, "Too long")).isHidden();
        assertThat(menu).isFocused();
        menu.click();
        page.getByText("Which one?").click();
        assertThat(button(talk, "Too long")).isHidden();
        menu.click();
        button(talk, "Too long").click();
        logged("\"liked\":\"Too long\"}");
        assertThat(button(talk, "Like")).hasCount(2);
    }

    @Test
    void theServerMarksAnswersAndAMarkGoesWithItsAnswer() {
        window.press("Mark");
        assertThat(button(talk, "Liked")).hasCount(1);
        assertThat(button(talk, "Like")).hasCount(1);
        window.press("Unmark");
        assertThat(button(talk, "Liked")).hasCount(0);
        button(talk, "Like").first().click();
        assertThat(button(talk, "Liked")).hasCount(1);
        window.press("Think");
        assertThat(talk.getByTestId("bot").last()).hasText("Therefore");
        assertThat(button(talk, "Liked")).hasCount(0);
    }

    @Test
    void retryAndUndoNameTheLastMessageOfThePerson() {
        assertThat(button(talk, "Retry")).hasCount(1);
        button(talk, "Retry").click();
        logged("talk retry = 9 {\"index\":5,\"value\":\"Show me\"}");
        button(talk, "Undo").click();
        logged("talk undo = 9 {\"index\":5,\"value\":\"Show me\"}");
    }

    @Test
    void aMessageIsEdited() {
        button(talk, "Edit").first().click();
        var field = talk.getByRole(AriaRole.TEXTBOX, new Locator.GetByRoleOptions().setName("Message to edit"));
        assertThat(field).hasValue("Hi **there**");
        assertThat(field).isFocused();
        field.press("Escape");
        assertThat(field).hasCount(0);
        assertThat(talk.getByRole(AriaRole.LOG)).isFocused();
        button(talk, "Edit").first().click();
        button(talk, "Cancel").click();
        assertThat(field).hasCount(0);
        button(talk, "Edit").first().click();
        field.fill("Bye");
        button(talk, "Submit").click();
        assertThat(talk.getByTestId("user").first()).hasText("Bye");
        logged("talk change = 9", "talk edit = 9 {\"index\":1,\"value\":\"Bye\",\"previous_value\":\"Hi **there**\",\"_dispatch_value\":[{\"type\":\"text\",\"text\":\"Bye\"}]}");
    }

    @Test
    void anOfferedAnswerIsChosen() {
        button(talk, "The first").click();
        logged("talk option_select = 9 {\"index\":8,\"value\":\"a\"}");
    }

    @Test
    void textsAreCopied() {
        button(talk, "Copy message").first().click();
        assertThat(button(talk, "Copied message")).isVisible();
        logged("talk copy = 9 {\"value\":\"Hi **there**\"}");
        assertThat(page.evaluate("navigator.clipboard.readText()")).isEqualTo("Hi **there**\n\nby Gradio4J");
        button(talk, "Copy conversation").click();
        assertThat(button(talk, "Copied conversation")).isVisible();
        assertThat((String) page.evaluate("navigator.clipboard.readText()")).startsWith("user: Hi **there**\n\nassistant: Some `code`")
                .endsWith("assistant: Which one?\n\nby Gradio4J");
    }

    @Test
    void aConversationIsClearedAndFilledAgain() {
        button(talk, "Clear").click();
        assertThat(talk.getByTestId("bot")).hasCount(0);
        logged("talk clear = 0", "talk change = 0");
        window.press("Fill");
        assertThat(talk.getByTestId("bot")).hasText("by the server");
        logged("talk change = 2");
    }

    @Test
    void anEmptyConversationOffersExamples() {
        var empty = page.locator("gr-chatbot", new Page.LocatorOptions().setHasText("Nothing yet"));
        assertThat(empty.locator(".placeholder strong")).hasText("Nothing");
        button(empty, "Select example 1: Say hello").click();
        logged("empty example_select = 0 {\"index\":0,\"value\":{\"text\":\"Hello\",\"files\":[]}}");
        button(empty, "Select example 2: See").focus();
        page.keyboard().press("Enter");
        logged("empty example_select = 0 {\"index\":1,\"value\":{\"text\":\"See\",\"files\":[{\"path\":");
    }

    @Test
    void theServerChangesItsLook() {
        window.press("Rename");
        assertThat(talk.getByTestId("block-label")).hasText("Renamed");
        assertThat(talk.locator(".message-row.panel")).hasCount(4);
        assertThat(talk.getByTestId("bot").last()).hasAttribute("dir", "rtl");
        window.press("Vanish");
        assertThat(page.getByText("Which one?")).hasCount(0);
        window.press("Return");
        assertThat(page.getByText("Which one?")).isVisible();
    }

    /** After each single character, a text that grew must look like the same text formatted as a whole. */
    @Test
    void aTextThatGrowsLooksLikeOneThatIsWhole() {
        var text = """
                # Heading
                Para with *em* and `code`
                lazy line

                Setext
                ======
                - one
                - two

                  deeper
                - three

                1. a
                   - b

                > quote
                lazy

                | a | b |
                |---|---|
                | 1 | 2 |

                ```
                code

                more
                ```

                <div>html</div>

                $$a

                b$$

                <thinking>tag</thinking> and [link][ref]

                    indented

                    code

                [ref]: https://example.org
                end""";
        var differing = page.evaluate("""
                async text => {
                  const { html, render } = await import('gradio4j');
                  const { prose, loadFormat } = await import('gradio4j/markdown/markdown.js');
                  const format = await loadFormat();
                  const options = { latex_delimiters: [{ left: '$$', right: '$$', display: true }], sanitize_html: true, line_breaks: true, header_links: false, allow_tags: true };
                  const host = document.body.appendChild(document.createElement('div'));
                  const draw = now => render(html`<span ${prose(now, options)}></span>`, host);
                  draw('');
                  await new Promise(done => setTimeout(done, 500));
                  const look = node => {
                    const copy = node.cloneNode(true);
                    copy.querySelectorAll('.formula').forEach(formula => formula.replaceChildren());
                    const holder = document.createElement('div');
                    holder.append(...copy.childNodes);
                    return holder.innerHTML.replace(/<!--.*?-->/g, '').replace(/\\s+/g, ' ').replace(/> </g, '><').trim();
                  };
                  const differing = [];
                  for (let i = 1; i <= text.length; i += 1) {
                    draw(text.slice(0, i));
                    const [grown, whole] = [look(host.querySelector('span')), look(format(text.slice(0, i), options))];
                    if (grown !== whole) differing.push(`${i}: ${grown} instead of ${whole}`);
                  }
                  return differing;
                }""", text);

        assertThat((List<?>) differing).isEmpty();
    }

    /** The story of the page, begun with some messages. */
    private Locator story(int messages) {
        window.field("Length").fill(String.valueOf(messages));
        window.press("Begin");
        var story = page.locator("gr-chatbot").last();
        assertThat(story.getByTestId("bot")).hasCount(messages / 2, new LocatorAssertions.HasCountOptions().setTimeout(60_000));
        return story;
    }

    /**
     * Lets the last message grow and counts what happened to the nodes: in the rows of before (the one that was last is no more), in others, and how long the page was
     * busy with one frame in the middle.
     */
    private Map<?, ?> grow(Locator story) {
        story.evaluate("""
                story => {
                  const old = [...story.querySelectorAll('.message-row')].slice(0, -1);
                  const seen = { before: 0, after: 0 };
                  const observer = new MutationObserver(all => all.forEach(({ target }) => {
                    if (target.isConnected && old.some(row => row.contains(target))) seen.before += 1; else seen.after += 1;
                  }));
                  observer.observe(story.querySelector('.message-wrap'), { subtree: true, childList: true, characterData: true, attributes: true });
                  const update = story.performUpdate;
                  const spent = [];
                  story.performUpdate = function () {
                    const start = performance.now();
                    update.call(this);
                    spent.push(performance.now() - start);
                  };
                  window.growth = () => {
                    for (const { target } of observer.takeRecords()) if (old.some(row => row.contains(target))) seen.before += 1;
                    return { ...seen, spent: spent.sort((a, b) => a - b)[spent.length >> 1], frames: spent.length, same: old.every((row, i) => row === story.querySelectorAll('.message-row')[i]),
                      paragraph: [...story.querySelectorAll('.message-row')].at(-1).querySelector('p') === window.firstParagraph };
                  };
                }""");
        window.press("Grow");
        var last = story.getByTestId("bot").last();
        assertThat(last).containsText("word5");
        page.evaluate("window.firstParagraph = [...[...document.querySelectorAll('gr-chatbot')].at(-1).querySelectorAll('.message-row')].at(-1).querySelector('p')");
        assertThat(last).containsText("word99", new LocatorAssertions.ContainsTextOptions().setTimeout(60_000));
        assertThat(button(story, "Copy message").last()).isEnabled();
        return (Map<?, ?>) page.evaluate("growth()");
    }

    @Test
    void onlyTheGrowingMessageIsDrawn() {
        var growth = grow(story(50));

        assertThat(growth.get("before")).isEqualTo(0);
        assertThat(growth.get("same")).isEqualTo(true);
        assertThat(growth.get("paragraph")).as("a finished paragraph of the growing message keeps its nodes").isEqualTo(true);
        assertThat((int) growth.get("after")).isPositive();
        assertThat((int) growth.get("frames")).isGreaterThan(20);
    }

    @Test
    void aPieceCostsNoMoreAfterTwoThousandMessages() {
        var few = grow(story(50));
        var many = grow(story(2_000));

        assertThat(many.get("before")).isEqualTo(0);
        assertThat(number(many.get("spent"))).as("ms for one piece after 2,000 messages; after 50: %s", few.get("spent"))
                .isLessThan(Math.max(number(few.get("spent")), 0.5) * 4);
    }

    private static double number(Object value) {
        return ((Number) value).doubleValue();
    }

    @Test
    void theEndStaysInViewUnlessAPersonScrolledAway() {
        var story = story(50);
        var pane = story.getByRole(AriaRole.LOG);
        var atEnd = "pane => pane.scrollHeight - pane.scrollTop - pane.clientHeight < 5";
        page.waitForCondition(() -> Boolean.TRUE.equals(pane.evaluate(atEnd)));
        window.press("Grow");
        assertThat(story.getByTestId("bot").last()).containsText("word60");
        page.waitForCondition(() -> Boolean.TRUE.equals(pane.evaluate(atEnd)));
        pane.evaluate("pane => { pane.scrollTop = 0; }");
        assertThat(button(story, "Scroll down")).isVisible();
        assertThat(story.getByTestId("bot").last()).containsText("word99");
        assertThat((Number) pane.evaluate("pane => pane.scrollTop")).isEqualTo(0);
        button(story, "Scroll down").click();
        page.waitForCondition(() -> Boolean.TRUE.equals(pane.evaluate(atEnd)));
        assertThat(button(story, "Scroll down")).hasCount(0);
    }
}
