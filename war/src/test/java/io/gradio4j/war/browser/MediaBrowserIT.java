package io.gradio4j.war.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Sound that comes and goes piece by piece, with a component that says what it plays. */
@ExtendWith(Browsing.class)
class MediaBrowserIT {

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator status(Page page, String name) {
        return page.getByRole(AriaRole.STATUS, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    @Test
    void playlistGrowsInThePageUntilTheTuneIsOver(Window window) {
        var page = window.open("speaker/");
        button(page, "Play").click();
        assertThat(status(page, "Tune")).hasText("1 pieces, 4044 bytes");
        button(page, "Next note").click();
        assertThat(status(page, "Tune")).hasText("2 pieces, 8088 bytes");
        button(page, "Next note").click();
        assertThat(status(page, "Tune")).hasText("3 pieces, 12132 bytes");
        button(page, "Next note").click();
        assertThat(status(page, "Tune")).hasText("3 pieces, 12132 bytes, over");
    }

    @Test
    void recordingGoesToTheServerInPieces(Window window) {
        record(window.open("speaker/"), window);
    }

    @Test
    void recordingIsUploadedWhereWebSocketsAreBlocked(Window window, Machinery machinery) throws IOException {
        // Whatever is under way when the wire is cut at the end is cut, too.
        window.announce("WebSocket connection to|net::ERR_|runs/runs.js");
        try (var wire = new Wire(machinery.url())) {
            wire.blockWebSockets();
            record(window.open(wire.url(), "speaker/"), window);
        }
    }

    private static void record(Page page, Window window) {
        button(page, "Record on Microphone").click();
        assertThat(window.field("Heard")).hasValue("1000 bytes");
        button(page, "Record on Microphone").click();
        assertThat(window.field("Heard")).hasValue("2000 bytes");
        button(page, "Record on Microphone").click();
        assertThat(window.field("Heard")).hasValue("3000 bytes");
        assertThat(status(page, "Microphone")).hasText("open");
        button(page, "Stop Microphone").click();
        assertThat(status(page, "Microphone")).hasText("closed");
    }
}
