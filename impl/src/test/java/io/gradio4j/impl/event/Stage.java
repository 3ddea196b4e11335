package io.gradio4j.impl.event;

import io.gradio4j.Blocks;
import io.gradio4j.Request;
import io.gradio4j.impl.app.App;
import io.gradio4j.impl.app.Dependency;
import io.gradio4j.impl.app.Settings;
import io.gradio4j.impl.fixtures.Apps;
import io.gradio4j.impl.json.JsonText;
import io.gradio4j.impl.json.Jsons;
import io.gradio4j.impl.message.Message;
import io.gradio4j.impl.message.MessageWriter;
import io.gradio4j.impl.metrics.Metrics;
import io.gradio4j.impl.session.Session;
import io.gradio4j.spi.Mailbox;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Delayed;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** An app's queue with one session, and a clock that only the test moves. */
final class Stage implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    final App app;
    final EventQueue queue;
    final Session session = new Session("page");
    private final Clock clock = new Clock();
    private final Mailbox.Reader<Message> reader = session.outbox().read();
    private final List<Message> heard = new ArrayList<>();

    Stage(Blocks page) {
        this(page, Settings.defaults());
    }

    Stage(Blocks page, Settings settings) {
        app = Apps.of(page, settings);
        queue = new EventQueue(app, clock, new Metrics(100));
    }

    /** What is to happen later happens when the test says so. */
    private static final class Clock extends ScheduledThreadPoolExecutor {
        private final Deque<Runnable> later = new ArrayDeque<>();

        Clock() {
            super(1);
        }

        @Override
        public synchronized ScheduledFuture<?> schedule(Runnable command, long delay, TimeUnit unit) {
            later.add(command);
            return new Never();
        }

        synchronized Deque<Runnable> due() {
            var due = new ArrayDeque<>(later);
            later.clear();
            return due;
        }
    }

    private static final class Never extends FutureTask<Object> implements ScheduledFuture<Object> {
        Never() {
            super(() -> Boolean.TRUE);
        }

        @Override
        public long getDelay(TimeUnit unit) {
            return 0;
        }

        @Override
        public int compareTo(Delayed other) {
            return 0;
        }
    }

    /** Does what was planned for later. */
    void passTime() {
        clock.due().forEach(Runnable::run);
    }

    Dependency endpoint(String apiName) {
        return app.endpoint(apiName).orElseThrow();
    }

    static Input input(String json) {
        return new Input(Jsons.read(json).asJsonArray(), JsonValue.NULL, OptionalInt.empty(), Request.NONE);
    }

    /** Joins for edits; the event's id. */
    String join(String apiName, String json) {
        return join(session, apiName, input(json), false);
    }

    String join(Session whose, String apiName, Input input, boolean simple) {
        var id = EventQueue.newId();
        queue.join(whose, endpoint(apiName), input, new EventQueue.Ticket(id, simple, Optional.empty()));
        return id;
    }

    /** Joins and waits for the end; the event's messages. */
    List<Message> run(String apiName, String json) {
        return until(join(apiName, json));
    }

    /** Waits for an event's last message; all its messages. */
    List<Message> until(String eventId) {
        while (of(eventId).stream().noneMatch(Message::ends)) {
            listen(PATIENCE);
        }
        return of(eventId);
    }

    /** All messages of an event so far. */
    List<Message> of(String eventId) {
        return heard.stream().filter(m -> m instanceof Message.OfEvent of && of.eventId().equals(eventId)).toList();
    }

    /** All messages so far, without waiting. */
    List<Message> heard() {
        listen(Duration.ZERO);
        return List.copyOf(heard);
    }

    private void listen(Duration patience) {
        try {
            var batch = reader.take(patience).orElseThrow(() -> new IllegalStateException("the outbox was closed"));
            if (batch.isEmpty() && !patience.isZero()) {
                throw new AssertionError("no message within " + patience + " after " + names(heard));
            }
            batch.forEach(entry -> heard.add(entry.message()));
            reader.acknowledge();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static List<String> names(List<Message> messages) {
        return messages.stream().map(m -> m.getClass().getSimpleName()).toList();
    }

    /** The data of each result, as it stands on the wire. */
    static List<String> data(List<Message> messages) {
        return messages.stream().flatMap(m -> switch (m) {
            case Message.ProcessGenerating g -> java.util.stream.Stream.of(g.output());
            case Message.Succeeded s -> java.util.stream.Stream.of(s.output());
            default -> java.util.stream.Stream.<Message.Output>empty();
        }).map(Stage::data).toList();
    }

    static String data(Message.Output output) {
        var out = new StringBuilder();
        MessageWriter.data(output.data(), new JsonText(out));
        return out.toString();
    }

    static Message.Output result(List<Message> messages) {
        return messages.getLast() instanceof Message.Succeeded succeeded ? succeeded.output() : fail(messages);
    }

    private static Message.Output fail(List<Message> messages) {
        throw new AssertionError("no success but " + messages.getLast());
    }

    /** Why the event failed, as it stands on the wire. */
    static String failure(List<Message> messages) {
        if (!(messages.getLast() instanceof Message.Failed failed)) {
            throw new AssertionError("no failure but " + messages.getLast());
        }
        var out = new StringBuilder();
        MessageWriter.failure(failed.failure(), new JsonText(out));
        return out.toString();
    }

    @Override
    public void close() {
        queue.close();
        app.files().close();
        clock.shutdownNow();
    }
}
