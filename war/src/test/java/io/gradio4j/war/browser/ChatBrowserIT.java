package io.gradio4j.war.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.ReducedMotion;
import io.gradio4j.war.Program;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Chats in the browser: {@code EchoApp} and {@code MultimodalApp}. */
@ExtendWith(Browsing.class)
class ChatBrowserIT {

    private static final Path AXE = Program.TARGET.resolve("../../node_modules/axe-core/axe.min.js").normalize();

    private static Locator message(Page page) {
        return page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Message").setExact(true));
    }

    @Test
    void aMessageIsAnsweredWordByWord(Window window) {
        var page = window.open("echo/");
        assertThat(page).hasTitle("Echo");
        assertThat(message(page)).isFocused();
        message(page).fill("Hi");
        page.keyboard().press("Enter");
        assertThat(page.getByTestId("bot")).hasText("You said politely: Hi");
        assertThat(page.getByTestId("user")).hasText("Hi");
        assertThat(message(page)).isEnabled();
        assertThat(message(page)).hasValue("");
        window.press("Additional inputs");
        window.field("Manner").fill("loudly");
        message(page).fill("Ho");
        window.press("Submit");
        assertThat(page.getByTestId("bot").last()).hasText("You said loudly: Ho");
    }

    @Test
    void anAnswerIsStoppedAndWhatWasSaidStays(Window window) {
        var page = window.open("echo/");
        message(page).fill("slowly");
        page.keyboard().press("Enter");
        assertThat(page.getByTestId("bot")).hasText("You");
        assertThat(message(page)).isDisabled();
        assertThat(window.button("Submit")).hasCount(0);
        window.press("Stop");
        assertThat(message(page)).isEnabled();
        assertThat(window.button("Stop")).hasCount(0);
        assertThat(page.getByTestId("bot")).containsText("You");
        assertThat(page.getByTestId("bot")).not().containsText("slowly");
    }

    @Test
    void anEmptyMessageIsRefusedAtTheField(Window window) {
        window.announce("422");
        var page = window.open("echo/");
        message(page).fill(" ");
        page.keyboard().press("Enter");
        assertThat(page.getByText("Say something")).isVisible();
        assertThat(page.getByTestId("user")).hasCount(0);
    }

    @Test
    void aPersonAsksAgainEditsAndTakesBack(Window window) {
        var page = window.open("echo/");
        window.press("Select example 2: Hola");
        assertThat(page.getByTestId("bot")).hasText("You said politely: Hola");
        assertThat(message(page)).isEnabled();
        window.press("Retry");
        assertThat(page.getByTestId("bot")).hasText("You said politely: Hola");
        assertThat(window.button("Edit")).isEnabled();
        window.press("Edit");
        window.field("Message to edit").fill("Hey");
        page.locator("gr-chatbot").getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Submit")).click();
        assertThat(page.getByTestId("bot")).hasText("You said politely: Hey");
        assertThat(window.button("Undo")).isEnabled();
        window.press("Undo");
        assertThat(page.getByTestId("user")).hasCount(0);
        assertThat(message(page)).hasValue("Hey");
    }

    @Test
    void anExampleComesWithItsInputs(Window window) {
        var page = window.open("echo/");
        var examples = page.getByRole(AriaRole.GRID, new Page.GetByRoleOptions().setName("Examples"));
        assertThat(examples.locator("thead th")).hasText(new String[] {"Message", "Manner"});
        examples.getByText("Hey").click();
        assertThat(page.getByTestId("bot")).hasText("You said loudly: Hey");
        assertThat(message(page)).isEnabled();
        window.press("Additional inputs");
        assertThat(window.field("Manner")).hasValue("loudly");
        examples.getByText("Ho", new Locator.GetByTextOptions().setExact(true)).click();
        assertThat(page.getByTestId("bot")).hasText("You said loudly: Ho");
    }

    @Test
    void anAnswerStaysInItsConversation(Window window) {
        var page = window.open("echo/");
        var history = conversations(page);
        message(page).fill("First");
        page.keyboard().press("Enter");
        assertThat(history.locator("tbody tr")).hasText(new String[] {"First"});
        window.press("New chat");
        message(page).fill("slowly");
        page.keyboard().press("Enter");
        assertThat(page.getByTestId("bot")).containsText("You");
        history.getByText("First").click();
        assertThat(page.getByTestId("bot")).hasText("You said politely: First");
        assertThat(message(page)).isEnabled();
        assertThat(history.locator("tbody tr")).hasText(new String[] {"slowly", "First"});
        message(page).fill("More");
        page.keyboard().press("Enter");
        assertThat(page.getByTestId("bot").last()).hasText("You said politely: More");
        assertThat(history.locator("tbody tr")).hasText(new String[] {"slowly", "First"});
        history.getByText("slowly").click();
        assertThat(page.getByTestId("user")).hasText(new String[] {"slowly"});
        assertThat(page.getByTestId("bot")).containsText("You");
        assertThat(page.getByTestId("bot")).not().containsText("slowly");
        window.press("Undo");
        assertThat(page.getByTestId("bot")).hasCount(0);
        assertThat(message(page)).hasValue("slowly");
        message(page).press("Enter");
        assertThat(page.getByTestId("bot")).containsText("You");
        window.press("Clear");
        assertThat(page.getByTestId("bot")).hasCount(0);
        assertThat(message(page)).isEnabled();
        assertThat(history.locator("tbody tr")).hasText(new String[] {"First"});
        assertThat(page.getByTestId("bot")).hasCount(0);
    }

    private static Locator conversations(Page page) {
        return page.getByRole(AriaRole.GRID, new Page.GetByRoleOptions().setName("Conversations"));
    }

    @Test
    void whatIsSaidStaysWhenItsAnswerFails(Window window) {
        var page = window.open("echo/");
        message(page).fill("broken");
        page.keyboard().press("Enter");
        assertThat(page.getByText("No echo today")).isVisible();
        assertThat(conversations(page).locator("tbody tr")).hasText(new String[] {"broken"});

        page.reload();
        conversations(page).getByText("broken").click();
        assertThat(page.getByTestId("user")).hasText("broken");
    }

    @Test
    void conversationsStayInTheBrowser(Window window) {
        var page = window.open("echo/");
        message(page).fill("First");
        page.keyboard().press("Enter");
        assertThat(page.getByTestId("bot")).hasText("You said politely: First");
        var history = conversations(page);
        assertThat(history).containsText("First");
        window.press("New chat");
        assertThat(page.getByTestId("bot")).hasCount(0);
        message(page).fill("Second");
        page.keyboard().press("Enter");
        assertThat(page.getByTestId("bot")).hasText("You said politely: Second");
        assertThat(history.locator("tbody tr")).hasText(new String[] {"Second", "First"});

        page.reload();
        assertThat(page.getByTestId("bot")).hasCount(0);
        assertThat(history.locator("tbody tr")).hasText(new String[] {"Second", "First"});
        history.getByText("First").click();
        assertThat(page.getByTestId("bot")).hasText("You said politely: First");
        message(page).fill("More");
        page.keyboard().press("Enter");
        assertThat(page.getByTestId("bot").last()).hasText("You said politely: More");
        assertThat(history.locator("tbody tr")).hasCount(2);
        window.press("Clear");
        assertThat(history.locator("tbody tr")).hasText(new String[] {"Second"});
        assertThat((String) page.evaluate("JSON.stringify(localStorage)")).contains("_saved_conversations_chat").doesNotContain("Second");
    }

    @Test
    void theEndpointRemembersItsSession(Window window) {
        var page = window.open("echo/");
        var call = """
                async message => {
                  const started = await fetch('gradio_api/call/chat', { method: 'POST', headers: { 'Content-Type': 'application/json' },
                    body: JSON.stringify({ data: [message, 'by post'], session_hash: 'caller' }) });
                  const { event_id } = await started.json();
                  const text = await (await fetch(`gradio_api/call/chat/${event_id}`)).text();
                  return text.slice(text.lastIndexOf('event: complete'));
                }""";
        assertThat((String) page.evaluate(call, "Hi")).contains("You said by post: Hi");
        assertThat((String) page.evaluate("async () => JSON.stringify((await (await fetch('gradio_api/info')).json()).named_endpoints['/chat'].parameters.map(p => p.parameter_name))"))
                .isEqualTo("[\"message\",\"manner\"]");
    }

    private static void logged(Window window, String... lines) {
        for (var line : lines) {
            assertThat(window.field("Log")).hasValue(Pattern.compile(line.replaceAll("[\\\\{}\\[\\]()*.^$|?+]", "\\\\$0")));
        }
    }

    @Test
    void theFieldTellsOfTextFilesAndKeys(Window window) {
        var page = window.open("multimodal/");
        var post = page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Post").setExact(true));
        assertThat(post).hasAccessibleDescription("Text and pictures");
        post.focus();
        page.keyboard().type("ab");
        logged(window, "post focus = []", "post input = a[]", "post change = ab[]");
        page.keyboard().press("Control+A");
        logged(window, "post select = ab[] {\"value\":\"ab\",\"index\":[0,2]}");
        page.getByTestId("file-upload").first().setInputFiles(new FilePayload[] {
            new FilePayload("dot.png", "image/png", new byte[] {1, 2, 3}), new FilePayload("notes.txt", "text/plain", "n".getBytes(StandardCharsets.UTF_8)),
            new FilePayload("bad.exe", "application/x-msdownload", new byte[] {1})});
        assertThat(page.getByTestId("toast-text")).hasText("1 file(s) were rejected. Accepted formats: image, audio, .txt");
        logged(window, "post change = ab[dot.png, notes.txt]");
        assertThat(page.getByTestId("container_el").getByRole(AriaRole.LISTITEM)).hasCount(3);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Remove file")).first().click();
        logged(window, "post change = ab[notes.txt]");
        post.press("Enter");
        logged(window, "post submit = ab[notes.txt]");
        post.blur();
        logged(window, "post blur = ab[notes.txt]");
        window.press("Halt");
        logged(window, "post stop = ab[notes.txt]");
        window.press("Disable");
        assertThat(post).isDisabled();
        assertThat(page.locator(".thumbnail-name").first()).hasText("notes.txt");
        assertThat(window.button("Remove file")).hasCount(0);
        window.press("Fill");
        assertThat(post).hasValue("filled");
        assertThat(page.getByTestId("upload-button").first()).isDisabled();
    }

    @Test
    void anExampleShowsItsFilesAndFillsTheField(Window window) {
        var page = window.open("multimodal/");
        var cells = page.getByRole(AriaRole.GRID, new Page.GetByRoleOptions().setName("Examples")).locator("tbody td");
        assertThat(cells.first().getByAltText("dot.png")).hasJSProperty("naturalWidth", 1);
        assertThat(cells.first()).containsText("Look");
        assertThat(cells.first()).containsText("paper.txt");
        assertThat(cells.nth(1)).hasText("A bold word");
        cells.first().click();
        assertThat(page.getByTestId("markdown").locator("strong")).hasText("bold");
        logged(window, "post change = Look[dot.png, paper.txt]");
        var more = page.locator(".scroll-fade");
        assertThat(more).hasCSS("opacity", "0");
        cells.nth(2).click();
        assertThat(more).hasCSS("opacity", "1");
        more.evaluate("fade => { const box = fade.closest('.block'); box.scrollTop = box.scrollHeight; }");
        assertThat(more).hasCSS("opacity", "0");
    }

    @Test
    void whoeverSubmitsAgainWhileFilesAreOnTheirWaySubmitsOnce(Window window) {
        var page = window.open("multimodal/");
        var held = new ArrayList<Route>();
        page.route("**/upload*", held::add);
        page.getByTestId("file-upload").first().setInputFiles(new FilePayload("notes.txt", "text/plain", "n".getBytes(StandardCharsets.UTF_8)));
        var post = page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Post").setExact(true));
        post.press("Enter");
        post.press("Enter");
        page.waitForCondition(() -> !held.isEmpty());
        held.getFirst().resume();
        logged(window, "post submit = [notes.txt]");
        post.blur();
        logged(window, "post blur");
        assertThat(window.field("Log").inputValue().split("post submit")).hasSize(2);
    }

    @Test
    void whatIsRecordedIsThrownAwayAttachedOrSent(Window window) {
        var page = window.open("multimodal/");
        var record = window.button("Record audio");
        page.evaluate("() => { navigator.mediaDevices.getUserMedia = async () => { throw new Error('No microphone') }; }");
        record.click();
        assertThat(page.getByTestId("toast-text")).hasText("No microphone");
        page.evaluate("""
                () => { navigator.mediaDevices.getUserMedia = async () => {
                  const sound = window.sound = new AudioContext();
                  const tone = sound.createOscillator();
                  const ear = sound.createMediaStreamDestination();
                  tone.connect(ear);
                  tone.start();
                  return ear.stream;
                }; }""");
        record(page, record);
        record.click();
        assertThat(record).hasAttribute("aria-pressed", "false");
        window.press("Clear audio");
        assertThat(window.button("Attach audio")).hasCount(0);
        record(page, record);
        record.click();
        window.press("Attach audio");
        assertThat(window.field("Log")).hasValue(Pattern.compile("post change = \\[audio\\.\\w+]"));
        record(page, record);
        page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Post").setExact(true)).press("Enter");
        assertThat(window.field("Log")).hasValue(Pattern.compile("post submit = \\[audio\\.\\w+, audio\\.\\w+]"));
        assertThat(record).hasAttribute("aria-pressed", "false");
    }

    /** Records a moment; the recorder goes on. */
    private static void record(Page page, Locator button) {
        page.evaluate("() => { window.sound = null; }");
        button.click();
        assertThat(button).hasAttribute("aria-pressed", "true");
        page.waitForFunction("() => window.sound.currentTime > 0.3");
    }

    @Test
    void aLongTextThatIsPastedBecomesAFile(Window window) {
        window.options().setPermissions(List.of("clipboard-read", "clipboard-write"));
        var page = window.open("multimodal/");
        page.evaluate("navigator.clipboard.writeText('x'.repeat(60))");
        window.field("Post").focus();
        page.keyboard().press("Control+V");
        logged(window, "post change = [pasted_text.txt]");
        page.evaluate("navigator.clipboard.writeText('short')");
        window.field("Post").focus();
        page.keyboard().press("Control+V");
        assertThat(window.field("Post")).hasValue("short");
    }

    @Test
    void filesAreSentWithAMessage(Window window) {
        var page = window.open("multimodal/");
        var dropped = page.evaluateHandle("""
                () => {
                  const data = new DataTransfer();
                  data.items.add(new File(['words'], 'paper.txt', { type: 'text/plain' }));
                  return data;
                }""");
        page.locator("gr-multimodaltextbox > .block").last().dispatchEvent("drop", Map.of("dataTransfer", dropped));
        assertThat(page.locator("gr-multimodaltextbox").last().locator(".thumbnail-name")).hasText("paper.txt");
        message(page).fill("Read this");
        page.keyboard().press("Enter");
        assertThat(page.getByTestId("bot")).hasText("Read this with 1 files");
        assertThat(page.getByTestId("user").getByTestId("chatbot-file")).containsText("paper.txt");
        assertThat(page.locator("gr-multimodaltextbox").last().locator(".thumbnail-name")).hasCount(0);
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void everybodyCanUseThem(ColorScheme scheme, Window window) {
        window.options().setBypassCSP(true).setReducedMotion(ReducedMotion.REDUCE).setColorScheme(scheme);
        var page = window.open("talk/");
        page.getByText("Which one?").waitFor();
        page.getByRole(AriaRole.SLIDER).waitFor();
        assertNoFindings(page);
        page.locator("summary[aria-label='Feedback']").first().click();
        window.button("Edit").first().click();
        assertNoFindings(page);
        page = window.open("echo/");
        message(page).fill("slowly");
        page.keyboard().press("Enter");
        page.getByTestId("bot").waitFor();
        assertNoFindings(page);
        page = window.open("multimodal/");
        page.getByTestId("file-upload").first().setInputFiles(new FilePayload("notes.txt", "text/plain", "n".getBytes(StandardCharsets.UTF_8)));
        page.locator("gr-multimodaltextbox .thumbnail-name").waitFor();
        assertNoFindings(page);
    }

    private static void assertNoFindings(Page page) {
        page.addScriptTag(new Page.AddScriptTagOptions().setPath(AXE));
        var findings = page.evaluate("async () => (await axe.run()).violations.map(v => `${v.id}: ${v.nodes.map(n => n.html.slice(0, 150)).join(' | ')}`)");
        assertThat((List<?>) findings).as(page.url()).isEmpty();
    }
}
