package io.gradio4j.impl.web;

import io.gradio4j.impl.event.AppRuntime;
import io.gradio4j.impl.json.JsonText;
import io.gradio4j.impl.message.Message;
import io.gradio4j.impl.message.MessageWriter;
import io.gradio4j.impl.session.Session;
import io.gradio4j.spi.Mailbox;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.lang.System.Logger;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The routes that push: server-sent events of a session, of a call, and the heartbeat. Each stream has a virtual thread. */
final class EventStreams {

    private static final Logger LOG = System.getLogger(EventStreams.class.getName());

    private final AppRuntime runtime;

    EventStreams(AppRuntime runtime) {
        this.runtime = runtime;
    }

    /** What writes a stream. */
    interface Body {
        void write() throws IOException, InterruptedException;
    }

    /** Answers a request on a virtual thread, so that none of the server's own threads waits. */
    static void onVirtualThread(Exchange exchange, Runnable answer) {
        if (Thread.currentThread().isVirtual()) {
            answer.run();
            return;
        }
        var async = exchange.request().startAsync();
        async.setTimeout(0);
        Thread.ofVirtual().name("gradio-http").start(() -> {
            try {
                exchange.answer(answer);
            } finally {
                async.complete();
            }
        });
    }

    /** Answers with server-sent events, on a virtual thread. */
    static void stream(Exchange exchange, Body body) {
        exchange.response().setContentType("text/event-stream");
        exchange.response().setCharacterEncoding("UTF-8");
        exchange.response().setHeader("Cache-Control", "no-cache");
        exchange.response().setHeader("X-Accel-Buffering", "no");
        onVirtualThread(exchange, () -> {
            try {
                body.write();
            } catch (IOException e) {
                LOG.log(Logger.Level.DEBUG, "The client went away", e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    /** Sends some events at once. */
    static void send(Exchange exchange, CharSequence text) throws IOException {
        write(exchange, text);
        exchange.response().flushBuffer();
    }

    private static void write(Exchange exchange, CharSequence text) throws IOException {
        exchange.response().getOutputStream().write(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** {@code GET queue/data}: a session's messages. With {@code last_seq} they are numbered, and the stream stays open. */
    void data(Exchange exchange) {
        exchange.requireMayChange();
        var hash = exchange.query("session_hash").orElseThrow(() -> HttpException.invalid("missing", "query", "session_hash",
                "Field required", JsonValue.NULL));
        var numbered = exchange.query("last_seq").map(EventStreams::sequence);
        var session = numbered.isPresent() ? Optional.of(runtime.sessions().open(Events.Sessions.checked(hash)))
                : runtime.sessions().find(hash);
        if (session.isEmpty()) {
            stream(exchange, () -> send(exchange, frame(new Message.UnexpectedError("404: Not Found", true), 0)));
            return;
        }
        Events.Sessions.own(session.get(), exchange.caller());
        var stays = numbered.isPresent();
        follow(exchange, session.get(), numbered.orElse(-1L), (entry, out) -> {
            if (stays || !(entry.message() instanceof Message.Joined) && !(entry.message() instanceof Message.Rejected)) {
                out.append(frame(entry.message(), stays ? entry.sequence() : 0));
            }
        }, stays, frame(new Message.Heartbeat(), 0), frame(new Message.CloseStream(), 0));
    }

    private static long sequence(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new HttpException(400, "last_seq must be a number, not '" + (text.length() > 40 ? text.substring(0, 40) : text) + "'.");
        }
    }

    /** Writes one message. */
    private interface Format {
        void append(Mailbox.Entry<Message> entry, StringBuilder out);
    }

    private void follow(Exchange exchange, Session session, long last, Format format, boolean stays, String heartbeat, String end) {
        stream(exchange, () -> {
            var reader = session.outbox().read();
            session.connected();
            if (last >= 0) {
                reader.seek(last);
            }
            var lost = true;
            try {
                lost = !deliver(exchange, session, reader, format, stays, heartbeat, end);
            } finally {
                var current = reader.leave();
                if (session.disconnected() && lost && current) {
                    runtime.connectionLost(session);
                }
            }
        });
    }

    /** Delivers until the end: true when it came as it should. */
    private boolean deliver(Exchange exchange, Session session, Mailbox.Reader<Message> reader, Format format, boolean stays, String heartbeat,
            String end) throws IOException, InterruptedException {
        if (stays) {
            send(exchange, heartbeat);
        }
        while (true) {
            var batch = reader.take(runtime.settings().heartbeat());
            if (batch.isEmpty()) {
                return true;
            }
            if (batch.get().isEmpty()) {
                if (!exchange.isStillWelcome()) {
                    return true;
                }
                send(exchange, heartbeat);
                continue;
            }
            var out = new StringBuilder();
            var ended = false;
            for (var entry : batch.get()) {
                format.append(entry, out);
                ended |= entry.message() instanceof Message.UnexpectedError;
                if (entry.message().ends() && entry.message() instanceof Message.OfEvent last) {
                    ended |= session.outbox().delivered(last.eventId()) && !stays;
                }
            }
            if (ended) {
                // Not flushed: the end of the response follows at once, and goes out in the same write.
                write(exchange, out.append(end));
            } else {
                send(exchange, out);
            }
            if (!stays) {
                reader.acknowledge();
            }
            if (ended) {
                return true;
            }
        }
    }

    private static String frame(Message message, long sequence) {
        var out = new StringBuilder(160).append("data: ");
        MessageWriter.write(message, sequence, out);
        return out.append("\n\n").toString();
    }

    /** {@code GET call/<name>/<event id>}: the results of a call, with names of events and whole values. */
    void call(Exchange exchange, String eventId) {
        exchange.requireMayChange();
        var session = runtime.queue().session(eventId).or(() -> runtime.sessions().find(eventId)).or(() -> runtime.nodes().session(eventId));
        if (session.isEmpty()) {
            stream(exchange, () -> send(exchange, "event: error\ndata: \"404: Not Found\"\n\n"));
            return;
        }
        Events.Sessions.own(session.get(), exchange.caller());
        follow(exchange, session.get(), -1, (entry, out) -> callFrame(entry.message(), out), false, "event: heartbeat\ndata: null\n\n", "");
    }

    private void callFrame(Message message, StringBuilder out) {
        switch (message) {
            case Message.ProcessGenerating m -> {
                out.append("event: generating\ndata: ");
                MessageWriter.data(m.output().data(), new JsonText(out));
                out.append("\n\n");
            }
            case Message.ProcessStreaming m -> {
                out.append("event: generating\ndata: ");
                MessageWriter.data(m.output().data(), new JsonText(out));
                out.append("\n\n");
            }
            case Message.Succeeded m -> {
                out.append("event: complete\ndata: ");
                MessageWriter.data(m.output().data(), new JsonText(out));
                out.append("\n\n");
                forget(m.eventId());
            }
            case Message.Failed m -> {
                out.append("event: error\ndata: ");
                MessageWriter.failure(m.failure(), new JsonText(out));
                out.append("\n\n");
                forget(m.eventId());
            }
            case Message.Cancelled m -> {
                out.append("event: complete\ndata: null\n\n");
                forget(m.eventId());
            }
            case Message.Written m -> CallFrames.append(m, out, this::forget);
            case Message.UnexpectedError m -> {
                out.append("event: error\ndata: ");
                new JsonText(out).string(m.text());
                out.append("\n\n");
            }
            case Message.Estimation m -> {
            }
            case Message.ProcessStarts m -> {
            }
            case Message.ProgressReport m -> {
            }
            case Message.Log m -> {
            }
            case Message.Joined m -> {
            }
            case Message.Rejected m -> {
            }
            case Message.Heartbeat m -> {
            }
            case Message.CloseStream m -> {
            }
        }
    }

    /** A session that was made for one call is not needed after it. */
    private void forget(String eventId) {
        runtime.sessions().remove(eventId);
    }

    /** {@code GET heartbeat/<session>}: as long as it is open, so is the page. */
    void heartbeat(Exchange exchange, String hash) {
        exchange.requireMayChange();
        var session = Events.Sessions.own(runtime.sessions().open(Events.Sessions.checked(hash)), exchange.caller());
        stream(exchange, () -> {
            session.connected();
            try {
                while (exchange.isStillWelcome()) {
                    send(exchange, "data: ALIVE\n\n");
                    Thread.sleep(runtime.settings().heartbeat());
                }
            } finally {
                if (session.disconnected()) {
                    runtime.connectionLost(session);
                }
            }
        });
    }
}
