package io.gradio4j.war;

import static io.gradio4j.war.Caller.json;
import static io.gradio4j.war.Caller.newSession;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Events that are given up before they are over. */
interface CancelContract extends Served {

    private String fate(String name) throws Exception {
        return ((JsonString) app().run("fate", name)).getString();
    }

    private void awaitFate(String name, String fate) {
        await().atMost(Duration.ofSeconds(20)).until(() -> fate(name).equals(fate));
    }

    static void assertCancelled(JsonObject message, String id) {
        assertThat(message.getString("msg")).isEqualTo("process_completed");
        assertThat(message.getString("event_id")).isEqualTo(id);
        assertThat(message.get("output")).isEqualTo(json("{\"error\":\"The event was cancelled.\",\"visible\":false}"));
        assertThat(message.getBoolean("success")).isFalse();
        assertThat(message.getBoolean("cancelled")).isTrue();
    }

    @Test
    default void waitingEventLeavesTheQueueAndRunningOneIsInterrupted() throws Exception {
        var running = newSession();
        var waiting = newSession();
        var first = app().join(running, "hold", running);
        try (var ofFirst = app().stream(running)) {
            ofFirst.await("process_starts");
            var second = app().join(waiting, "hold", waiting);
            try (var ofSecond = app().stream(waiting)) {
                assertThat(ofSecond.next().getString("msg")).isEqualTo("estimation");
                app().cancel(waiting, "hold", second);
                assertCancelled(ofSecond.next(), second);
                assertThat(ofSecond.next().getString("msg")).isEqualTo("close_stream");
            }
            awaitFate(running, "running");
            assertThat(fate(waiting)).isEqualTo("never started");

            app().cancel(running, "hold", first);
            assertCancelled(ofFirst.next(), first);
            assertThat(ofFirst.next().getString("msg")).isEqualTo("close_stream");
        }
        awaitFate(running, "interrupted");
    }

    @Test
    default void nextEventStartsWhenTheRunningOneIsCancelled() throws Exception {
        var first = newSession();
        var second = newSession();
        var blocking = app().join(first, "hold", first);
        var next = app().join(second, "hold", second);
        app().cancel(first, "hold", blocking);
        awaitFate(second, "running");
        app().cancel(second, "hold", next);
        awaitFate(second, "interrupted");
    }

    @Test
    default void eventOfAnotherSessionIsLeftAlone() throws Exception {
        var session = newSession();
        var id = app().join(session, "hold", session);
        awaitFate(session, "running");
        app().cancel(newSession(), "hold", id);
        awaitFate(session, "running");
        app().cancel(session, "hold", id);
        awaitFate(session, "interrupted");
    }

    @Test
    default void socketCancelsToo() throws Exception {
        var session = newSession();
        try (var page = app().socket(session, "")) {
            page.join("a", "hold", session);
            var id = page.until("process_starts").getLast().getString("event_id");
            page.send("{\"type\":\"cancel\",\"event_id\":\"" + id + "\",\"fn_index\":0}");
            assertCancelled(page.next(), id);
        }
        awaitFate(session, "interrupted");
    }

    @Test
    default void closedPageEndsItsEvents() throws Exception {
        var session = newSession();
        try (var page = app().socket(session, "")) {
            page.join("a", "hold", session);
            page.until("process_starts");
            awaitFate(session, "running");
        }
        awaitFate(session, "interrupted");
    }
}
