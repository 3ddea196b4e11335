package io.gradio4j.war.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A page whose way to the server breaks. */
@ExtendWith(Browsing.class)
class ConnectionBrowserIT {

    private static final String BROKEN = "WebSocket connection to|net::ERR_(INCOMPLETE_CHUNKED_ENCODING|EMPTY_RESPONSE|CONNECTION_RESET)";

    @Test
    void droppedSocketInMidStreamLosesAndDoublesNothing(Window window, Machinery machinery) throws IOException {
        window.announce(BROKEN);
        try (var wire = new Wire(machinery.url())) {
            window.open(wire.url(), "flow/");
            window.press("Tell");
            for (int word : new int[] {5, 20}) {
                assertThat(window.field("Story")).hasValue(Pattern.compile("w" + word + " "));
                wire.cut();
            }
            assertThat(window.field("Story")).hasValue(EventsBrowserIT.words(40));
            assertThat(window.page().getByTestId("toast-body")).hasCount(0);
        }
    }

    @Test
    void longerBreakIsToldAndWhatWasClickedMeanwhileIsDone(Window window, Machinery machinery) throws IOException {
        window.announce(BROKEN);
        try (var wire = new Wire(machinery.url())) {
            window.open(wire.url(), "flow/");
            window.press("Tell");
            assertThat(window.field("Story")).hasValue(Pattern.compile("w5 "));
            wire.breakDown();
            var banner = window.page().getByText("Connection lost. Reconnecting…");
            assertThat(banner).isVisible();
            window.field("Name").fill("Ada");
            window.press("Greet");
            wire.mend();
            assertThat(window.field("Greeting")).hasValue("Hello, Ada!");
            assertThat(window.field("Story")).hasValue(EventsBrowserIT.words(40));
            assertThat(banner).hasCount(0);
        }
    }

    @Test
    void blockedWebSocketsAreReplacedByEventStreams(Window window, Machinery machinery) throws IOException {
        window.announce(BROKEN);
        try (var wire = new Wire(machinery.url())) {
            wire.blockWebSockets();
            window.open(wire.url(), "flow/");
            window.field("Name").fill("Ada");
            window.press("Greet");
            assertThat(window.field("Greeting")).hasValue("Hello, Ada!");
            window.press("Tell");
            assertThat(window.field("Story")).hasValue(EventsBrowserIT.words(40));
            org.assertj.core.api.Assertions.assertThat(window.requests()).anyMatch(url -> url.contains("queue/data?"));
        }
    }

    @Test
    void webSocketsAreUsedAgainWhenTheyWork(Window window, Machinery machinery) throws IOException {
        window.announce(BROKEN);
        // The page hangs up the stream that the socket takes the place of.
        window.announce("failed: .*/queue/data.*ERR_ABORTED");
        try (var wire = new Wire(machinery.url())) {
            wire.blockWebSockets();
            window.open(wire.url(), "flow/");
            window.press("Greet");
            assertThat(window.field("Greeting")).hasValue("Hello, !");
            var socket = window.page().waitForWebSocket(wire::letWebSockets);
            socket.waitForFrameReceived(() -> { });
            socket.waitForFrameSent(() -> window.press("Tell"));
            assertThat(window.field("Story")).hasValue(EventsBrowserIT.words(40));
            org.assertj.core.api.Assertions.assertThat(socket.isClosed()).isFalse();
        }
    }

    @Test
    void restartedServerIsToldAndAReloadHelps(Window window, Machinery machinery) throws IOException {
        window.announce(BROKEN);
        try (var wire = new Wire(machinery.url()); var other = Machinery.server(Map.of())) {
            window.open(wire.url(), "flow/");
            window.press("Greet");
            assertThat(window.field("Greeting")).hasValue("Hello, !");
            wire.leadTo(other.url());
            var toast = window.page().getByTestId("toast-body");
            assertThat(toast).containsText("The server no longer knows this session");
            toast.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Reload")).click();
            assertThat(toast).hasCount(0);
            window.press("Greet");
            assertThat(window.field("Greeting")).hasValue("Hello, !");
        }
    }
}
