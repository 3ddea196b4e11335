package io.gradio4j.war.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The components of files of {@code PapersApp}: what goes up, what comes down, and their events. */
@ExtendWith(Browsing.class)
class PapersBrowserIT {

    private Window window;
    private Page page;

    @BeforeEach
    void open(Window window) {
        this.window = window;
        window.options().setBypassCSP(true).setReducedMotion(ReducedMotion.REDUCE);
        page = window.open("papers/");
    }

    @Test
    void axeFindsNothing() {
        choose("Many", file("a.txt", "a"), file("b.txt", "b"));
        assertThat(rows("Many")).hasCount(2);
        AccessibilityBrowserIT.assertNoFindings(page);
    }

    @Test
    void oneFileGoesUpIsReplacedAndCleared() {
        var area = block("One").getByLabel("Click to upload or drop files");
        assertThat(area).containsText("Drop File Here - or - Click to Upload");
        assertThat(block("One").getByTestId("file-upload")).hasAttribute("accept", ".txt,image/*");
        // from now on dialogs are caught, before the key is pressed
        page.onFileChooser(dialog -> { });
        var chooser = page.waitForFileChooser(() -> area.press("Enter"));
        org.assertj.core.api.Assertions.assertThat(chooser.isMultiple()).isFalse();
        chooser.setFiles(file("note.txt", "four"));
        assertThat(rows("One").getByTestId("download-link")).containsText("4.0 B");
        assertThat(rows("One").locator(".stem")).hasText("note");
        assertThat(rows("One").locator(".ext")).hasText(".txt");
        logged("one change = note.txt 4", "one upload = note.txt 4");
        block("One").getByLabel("Clear").click();
        assertThat(area).isVisible();
        assertThat(area).isFocused();
        logged("one change = none", "one clear = none");
    }

    @Test
    void anEmptyAreaIsAsLowAsAskedButShowsItsWords() {
        var area = block("Plain").locator(".upload-area").boundingBox();
        var words = block("Plain").locator(".upload-area .wrap").boundingBox();
        org.assertj.core.api.Assertions.assertThat(area.height).isBetween(60.0, 160.0);
        org.assertj.core.api.Assertions.assertThat(words.y).isGreaterThanOrEqualTo(area.y);
        org.assertj.core.api.Assertions.assertThat(words.y + words.height).isLessThanOrEqualTo(area.y + area.height);
        assertThat(block("Many").locator(".upload-area")).hasCSS("height", "240px");
    }

    @Test
    void aFolderGoesUpWithoutWhatIsOfAnotherKind(@TempDir Path folder) throws IOException {
        Files.createDirectories(folder.resolve("deep/deeper"));
        for (var name : List.of("top.txt", "deep/deeper/low.txt", "deep/read.md")) {
            Files.writeString(folder.resolve(name), name);
        }
        block("Folder").getByTestId("file-upload").setInputFiles(folder);
        assertThat(page.getByTestId("toast-text")).hasText("Invalid file type only .txt allowed.");
        assertThat(rows("Folder")).hasCount(2);
        assertThat(window.field("Log")).hasValue(Pattern.compile("folder upload = (top.txt 7, low.txt 19|low.txt 19, top.txt 7)"));
    }

    @Test
    void tooLargeFilesAreNotSent() {
        page.route("**/papers/", route -> {
            var answer = route.fetch();
            route.fulfill(new Route.FulfillOptions().setResponse(answer).setBody(answer.text().replace("\"max_file_size\":null", "\"max_file_size\":2048")));
        });
        page.reload();
        choose("Many", file("small.txt", "s"), file("big.txt", "b".repeat(2049)), file("huge.txt", "h".repeat(5000)));
        assertThat(page.getByTestId("toast-text")).containsText("2.0 Kb");
        assertThat(page.getByTestId("toast-text")).containsText("big.txt, huge.txt");
        assertThat(rows("Many")).hasCount(0);
        org.assertj.core.api.Assertions.assertThat(window.requests()).noneMatch(url -> url.contains("gradio_api/upload"));
    }

    @Test
    void aFailedUploadSaysWhyAndMayBeTriedAgain() {
        window.announce("507");
        page.route("**/gradio_api/upload*", route -> route.fulfill(new Route.FulfillOptions().setStatus(507).setBody("{\"detail\":\"There is no room.\"}")));
        choose("One", file("note.txt", "four"));
        assertThat(page.getByTestId("toast-text")).containsText("There is no room.");
        page.unroute("**/gradio_api/upload*");
        choose("One", file("note.txt", "four"));
        logged("one upload = note.txt 4");
    }

    @Test
    void whatIsWrongWithAFileIsSaidUntilThereIsAnother() {
        window.press("Check");
        assertThat(block("One").getByRole(AriaRole.ALERT)).containsText("Not like this");
        assertThat(page.getByTestId("toast-text")).hasText("Nor this");
        choose("One", file("other.txt", "other"));
        assertThat(rows("One")).hasCount(1);
        assertThat(block("One").getByRole(AriaRole.ALERT)).hasCount(0);
    }

    @Test
    void otherKindsOfFilesAreRefused() {
        choose("One", file("page.html", "x"));
        assertThat(page.getByTestId("toast-text")).hasText("Invalid file type only .txt,image/* allowed.");
        choose("One", file(".txt", "x"));
        assertThat(page.getByTestId("toast-text")).hasCount(2);
        assertThat(rows("One")).hasCount(0);
        choose("One", file("LOUD.TXT", "x"));
        logged("one upload = LOUD.TXT 1");
    }

    @Test
    void severalFilesAreAddedTakenAwayAndOrdered() {
        choose("Many", file("a.txt", "a"), file("b.txt", "bb"));
        logged("many upload = a.txt 1, b.txt 2");
        choose("Many", file("c.txt", "ccc"));
        logged("many change = a.txt 1, b.txt 2, c.txt 3");
        assertThat(window.button("Extra")).isVisible();
        rows("Many").nth(1).locator(".name").click();
        logged("many select = a.txt 1, b.txt 2, c.txt 3 {\"value\":\"b.txt\",\"index\":1}");
        rows("Many").first().locator(".drag-handle").focus();
        page.keyboard().press("ArrowDown");
        assertThat(rows("Many").first()).containsText("b.txt");
        assertThat(rows("Many").nth(1).locator(".drag-handle")).isFocused();
        logged("many change = b.txt 2, a.txt 1, c.txt 3");
        rows("Many").nth(2).dragTo(rows("Many").first(), new Locator.DragToOptions().setTargetPosition(40, 2));
        logged("many change = c.txt 3, b.txt 2, a.txt 1");
        rows("Many").first().getByLabel("Remove this file").click();
        logged("many change = b.txt 2, a.txt 1", "many delete = b.txt 2, a.txt 1 {\"path\":");
        assertThat(rows("Many")).hasCount(2);
        // the focus stays where there is something to press
        rows("Many").last().getByLabel("Remove this file").press("Enter");
        assertThat(rows("Many")).hasCount(1);
        assertThat(rows("Many").getByTestId("download-link")).isFocused();
        assertThat(block("Many").getByLabel("Remove this file")).hasCount(0);
        block("Many").getByLabel("Clear").click();
        logged("many clear = ");
    }

    @Test
    void filesAreDroppedAndPasted() {
        var data = page.evaluateHandle("() => { const data = new DataTransfer(); data.items.add(new File(['dropped'], 'dropped.txt', { type: 'text/plain' })); return data; }");
        var target = block("Plain");
        target.dispatchEvent("dragenter", Map.of("dataTransfer", data));
        assertThat(target).hasClass(Pattern.compile("border_focus"));
        target.dispatchEvent("drop", Map.of("dataTransfer", data));
        assertThat(rows("Plain")).containsText("dropped.txt");
        assertThat(target).not().hasClass(Pattern.compile("border_focus"));
        target.evaluate("(block, clipboardData) => block.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))", data);
        assertThat(rows("Plain")).hasCount(2);
    }

    @Test
    void shownFilesAreSelectedAndDownloaded() throws IOException {
        assertThat(block("Nothing").getByLabel("Empty value")).isVisible();
        assertThat(block("Nothing")).hasCSS("border-style", "dashed");
        assertThat(block("Given")).hasCSS("border-style", "solid");
        assertThat(rows("Given")).hasCount(2);
        assertThat(rows("Given").nth(1).locator(".ext")).hasText(".gz");
        assertThat(block("Given").getByLabel("Remove this file")).hasCount(0);
        var elsewhere = rows("Elsewhere").getByTestId("download-link");
        assertThat(elsewhere).containsText("(size unknown)");
        assertThat(elsewhere).hasAttribute("href", "https://example.org/paper.pdf");
        // another site's file may not be saved but shown: not in the page's place
        assertThat(elsewhere).hasAttribute("target", "_blank");
        assertThat(rows("Given").first().getByTestId("download-link")).not().hasAttribute("target", "_blank");
        rows("Given").first().locator(".name").focus();
        page.keyboard().press("Enter");
        logged("given select = first.txt 1, second.tar.gz 2 {\"value\":\"first.txt\",\"index\":0}");
        var link = rows("Given").nth(1).getByTestId("download-link");
        var download = page.waitForDownload(link::click);
        org.assertj.core.api.Assertions.assertThat(download.suggestedFilename()).isEqualTo("second.tar.gz");
        org.assertj.core.api.Assertions.assertThat(content(download)).isEqualTo("22");
        logged("given download = first.txt 1, second.tar.gz 2 {\"path\":");
    }

    @Test
    void theDownloadButtonSavesItsValue() throws IOException {
        var first = page.waitForDownload(() -> window.press("Save"));
        org.assertj.core.api.Assertions.assertThat(first.suggestedFilename()).isEqualTo("saved.txt");
        org.assertj.core.api.Assertions.assertThat(content(first)).isEqualTo("saved");
        logged("save click = saved.txt 5");
        window.press("Give");
        logged("save change = more.txt 4", "one change = given.txt 5", "add change = taken.txt 5");
        assertThat(window.field("Log")).not().hasValue(Pattern.compile("upload = "));
        window.button("Save more").focus();
        var second = page.waitForDownload(() -> page.keyboard().press("Enter"));
        org.assertj.core.api.Assertions.assertThat(content(second)).isEqualTo("more");
        window.press("Disable");
        assertThat(window.button("Save")).isDisabled();
        assertThat(window.button("Add")).isDisabled();
    }

    @Test
    void theUploadButtonTellsOfTheClickAndTheFiles() {
        var chooser = page.waitForFileChooser(() -> window.press("Add"));
        logged("add click = none");
        chooser.setFiles(file("up.txt", "up"));
        logged("add change = up.txt 2", "add upload = up.txt 2");
        assertThat(page.getByTestId("Add many-upload-button")).hasAttribute("multiple", "");
        page.getByTestId("Add many-upload-button").setInputFiles(new FilePayload[] {file("x.txt", "1"), file("y.txt", "22")});
        logged("add many upload = x.txt 1, y.txt 2");
        page.getByTestId("Add-upload-button").setInputFiles(file("bad.exe", "x"));
        assertThat(page.getByTestId("toast-text")).hasText("Invalid file type only .txt allowed.");
    }

    @Test
    void theUploadButtonShowsHowFarItIs() {
        var pending = new ArrayList<Route>();
        page.route("**/gradio_api/upload*", pending::add);
        var add = window.button("Add");
        page.getByTestId("Add-upload-button").setInputFiles(file("up.txt", "up"));
        assertThat(add).hasAttribute("aria-busy", "true");
        assertThat(add).hasCSS("--button-progress", Pattern.compile("\\d+%"));
        page.waitForCondition(() -> !pending.isEmpty());
        pending.forEach(Route::resume);
        logged("add upload = up.txt 2");
        assertThat(add).not().hasAttribute("aria-busy", "true");
    }

    @Test
    void anEventWaitsForAnUploadOfItsInput() {
        page.evaluate("""
                () => {
                    const send = XMLHttpRequest.prototype.send;
                    XMLHttpRequest.prototype.send = function (body) { setTimeout(() => send.call(this, body), 500); };
                }""");
        block("One").getByTestId("file-upload").setInputFiles(file("slow.txt", "slow"));
        assertThat(block("One").locator(".uploading")).hasText("Uploading 1 file...");
        window.press("Tell");
        assertThat(window.field("Size")).hasValue("slow.txt 4");
    }

    @Test
    void anIconComesFromAFileOfTheServer() {
        var icon = page.getByAltText("With icon icon");
        assertThat(icon).hasJSProperty("complete", true);
        org.assertj.core.api.Assertions.assertThat((Boolean) icon.evaluate("img => img.naturalWidth > 0")).isTrue();
    }

    private static FilePayload file(String name, String content) {
        return new FilePayload(name, name.endsWith(".txt") ? "text/plain" : "application/octet-stream", content.getBytes(StandardCharsets.UTF_8));
    }

    private static String content(Download download) throws IOException {
        return Files.readString(download.path());
    }

    private void choose(String label, FilePayload... files) {
        block(label).getByTestId("file-upload").setInputFiles(files);
    }

    /** The block with a label. */
    private Locator block(String label) {
        return page.locator(".gr-file", new Page.LocatorOptions().setHas(page.getByTestId("block-label").getByText(label, new Locator.GetByTextOptions().setExact(true))));
    }

    private Locator rows(String label) {
        return block(label).locator("tr.file");
    }

    /** Waits until the server has got something. */
    private void logged(String... lines) {
        for (var line : lines) {
            assertThat(window.field("Log")).hasValue(Pattern.compile(line.replaceAll("[\\\\{}\\[\\]()*.^$|?+]", "\\\\$0")));
        }
    }
}
