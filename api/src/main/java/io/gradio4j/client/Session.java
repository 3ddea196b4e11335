package io.gradio4j.client;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.lang.System.Logger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A client's calls, which all have their messages on one stream. The stream is open while calls are; a virtual thread reads it. Messages
 * may be there before the answer that tells their call's id: they wait for it. Safe for use by many threads.
 *
 * <p>The session's lock is taken before a job's, never after it.
 */
final class Session implements AutoCloseable {

    private static final Logger LOG = System.getLogger(Session.class.getName());

    /** How often a stream may end without a single message for the calls that wait for one. */
    private static final int MOST_FRUITLESS = 3;

    private final String hash = UUID.randomUUID().toString();
    private final Http http;
    private final AppConfig config;
    private final ClientOptions options;
    private final Downloads downloads;

    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, Job> jobs = new HashMap<>();
    private final Map<String, List<Early>> early = new HashMap<>();
    private long earlySize;
    private int joining;
    private boolean reading;
    private boolean closed;
    private @Nullable EventSource source;

    /** A message for a call whose id is not known yet. */
    private record Early(Message message, int size) {
    }

    /** Why a call is made: a page's component to which something happened, and what the event carries. */
    record Cause(JsonValue trigger, JsonValue data) {

        /** A program's own will. */
        static final Cause NONE = new Cause(JsonValue.NULL, JsonValue.NULL);

        Cause(int trigger, JsonValue data) {
            this(Jsons.number(trigger), data);
        }
    }

    Session(Http http, AppConfig config, ClientOptions options, Downloads downloads) {
        this.http = http;
        this.config = config;
        this.options = options;
        this.downloads = downloads;
    }

    String hash() {
        return hash;
    }

    /**
     * Starts a call.
     *
     * @param keepsSteps whether somebody may walk over the results
     * @throws ClientException if the server does not accept it
     */
    Job submit(AppConfig.Function function, JsonArray data, Cause cause, boolean keepsSteps) {
        enter();
        Job job = null;
        try {
            job = new Job(this, downloads, function, join(function, data, cause), keepsSteps);
            return job;
        } finally {
            leave(job);
        }
    }

    private String join(AppConfig.Function function, JsonArray data, Cause cause) {
        var body = Jsons.object().add("data", data).add("event_data", cause.data()).add("fn_index", function.index())
                .add("trigger_id", cause.trigger()).add("session_hash", hash).build();
        var answer = http.postJson(function.endpoint(), config.api("queue/join"), body.toString());
        if (!answer.succeeded()) {
            throw Refusals.ofJoin(function.endpoint(), answer);
        }
        try {
            var id = Jsons.textAt(Jsons.readObject(answer.body()), "event_id");
            if (id.isEmpty()) {
                throw new BadAnswerException("expected an event_id, got " + Jsons.abbreviated(answer.body()));
            }
            return id;
        } catch (BadAnswerException e) {
            throw e.at(function.endpoint());
        }
    }

    private void enter() {
        lock.lock();
        try {
            if (closed) {
                throw new IllegalStateException("the client is closed");
            }
            joining++;
        } finally {
            lock.unlock();
        }
    }

    private void leave(@Nullable Job job) {
        lock.lock();
        try {
            joining--;
            if (job != null) {
                register(job);
            }
            if (joining == 0) {
                early.clear();
                earlySize = 0;
            }
        } finally {
            lock.unlock();
        }
    }

    private void register(Job job) {
        if (closed) {
            job.fail(Status.Stage.CANCELLED, () -> new ClientException.Cancelled(job.function().endpoint(), "the client was closed"));
            return;
        }
        for (var message : early.getOrDefault(job.eventId(), List.of())) {
            if (job.accept(message.message(), message.size())) {
                return;
            }
        }
        jobs.put(job.eventId(), job);
        if (!reading) {
            reading = true;
            Thread.ofVirtual().name("gradio-client-" + hash).start(this::read);
        }
    }

    /** Reads streams one after the other, as long as there are open calls. */
    private void read() {
        var fruitless = 0;
        try {
            do {
                fruitless = follow() ? 0 : fruitless + 1;
                if (fruitless == MOST_FRUITLESS) {
                    throw new BadAnswerException("the server closes the stream, but has not finished the call");
                }
            } while (goesOn());
        } catch (IOException e) {
            failAll(endpoint -> new ClientException.ConnectionLost(endpoint, "the connection was lost: " + Http.reason(e), e));
        } catch (BadAnswerException e) {
            failAll(e::at);
        } catch (ClientException e) {
            failAll(endpoint -> again(e, endpoint));
        } catch (RuntimeException e) {
            LOG.log(Logger.Level.ERROR, "The stream of a client could not be read", e);
            failAll(endpoint -> new ClientException.Protocol(endpoint, String.valueOf(e.getMessage()), e));
        }
    }

    /** The same failure for another call. */
    private static ClientException again(ClientException failure, String endpoint) {
        return switch (failure) {
            case ClientException.Unauthorized e -> new ClientException.Unauthorized(endpoint, e.text());
            case ClientException.Refused e -> new ClientException.Refused(endpoint, e.text(), e.status());
            case ClientException.Unexpected e -> new ClientException.Unexpected(endpoint, e.text(), e.sessionLost());
            case ClientException.Protocol e -> new ClientException.Protocol(endpoint, e.text(), e);
            case ClientException.Failed e -> new ClientException.Failed(endpoint, e.text(), e.title(), e.duration(), e.visible());
            case ClientException.Invalid e -> new ClientException.Invalid(endpoint, e.text(), e.messages());
            case ClientException.QueueFull e -> new ClientException.QueueFull(endpoint, e.text());
            case ClientException.Cancelled e -> new ClientException.Cancelled(endpoint, e.text());
            case ClientException.TimedOut e -> new ClientException.ConnectionLost(endpoint, e.text(), e);
            case ClientException.ConnectionLost e -> new ClientException.ConnectionLost(endpoint, e.text(), e);
            case ClientException.Interrupted e -> new ClientException.ConnectionLost(endpoint, e.text(), e);
        };
    }

    /**
     * Reads one stream to its end.
     *
     * @return whether a call got a message
     * @throws IOException if it ended without saying so
     */
    private boolean follow() throws IOException {
        var fruitful = false;
        try (var stream = opened()) {
            while (true) {
                var data = stream.next();
                if (data.isEmpty()) {
                    throw new IOException("the server ended the stream");
                }
                var json = Jsons.readObject(data.get());
                var message = Message.of(json);
                if (message instanceof Message.Closed) {
                    return fruitful;
                }
                var event = Message.event(json);
                if (event.isPresent()) {
                    fruitful |= deliver(event.get(), message, data.get().length());
                } else if (message instanceof Message.Unexpected m) {
                    throw new ClientException.Unexpected("", m.text(), m.sessionLost());
                } else if (message instanceof Message.Garbled m) {
                    throw m.why();
                }
            }
        }
    }

    private EventSource opened() throws IOException {
        var opened = EventSource.open(http, "", config.api("queue/data?session_hash=" + hash), options);
        lock.lock();
        try {
            if (closed) {
                opened.close();
                throw new IOException("the client was closed");
            }
            source = opened;
            return opened;
        } finally {
            lock.unlock();
        }
    }

    private boolean deliver(String eventId, Message message, int size) {
        lock.lock();
        try {
            var job = jobs.get(eventId);
            if (job == null) {
                keep(eventId, message, size);
                return false;
            }
            if (job.accept(message, size)) {
                jobs.remove(eventId);
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** Only a call that is being started can still ask for it. */
    private void keep(String eventId, Message message, int size) {
        if (joining > 0 && (earlySize += size) <= options.maxMessage()) {
            early.computeIfAbsent(eventId, id -> new ArrayList<>()).add(new Early(message, size));
        }
    }

    private boolean goesOn() {
        lock.lock();
        try {
            reading = !jobs.isEmpty() && !closed;
            source = null;
            return reading;
        } finally {
            lock.unlock();
        }
    }

    private void failAll(Function<String, ClientException> why) {
        lock.lock();
        try {
            for (var job : jobs.values()) {
                job.fail(Status.Stage.FAILED, () -> why.apply(job.function().endpoint()));
            }
            jobs.clear();
            early.clear();
            reading = false;
            source = null;
        } finally {
            lock.unlock();
        }
    }

    /** Tells the server that nobody wants the result any more. That it may not hear it changes nothing here. */
    void cancel(Job job) {
        lock.lock();
        try {
            jobs.remove(job.eventId());
        } finally {
            lock.unlock();
        }
        var interrupted = Thread.interrupted();
        try {
            tell(job);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private boolean tell(Job job) {
        var endpoint = job.function().endpoint();
        var event = Jsons.object().add("event_id", job.eventId()).build();
        JsonObject call = Jsons.object(event).add("session_hash", hash).add("fn_index", job.function().index()).build();
        try {
            http.postJson(endpoint, config.api("cancel"), call.toString());
            http.postJson(endpoint, config.api("reset"), event.toString());
            return true;
        } catch (ClientException e) {
            LOG.log(Logger.Level.DEBUG, "The server was not told that a call was cancelled", e);
            return false;
        }
    }

    /** Cancels what is open and ends the stream. */
    @Override
    public void close() {
        lock.lock();
        List<Job> open;
        EventSource stream;
        try {
            if (closed) {
                return;
            }
            closed = true;
            open = List.copyOf(jobs.values());
            stream = source;
        } finally {
            lock.unlock();
        }
        // A server that does not answer is asked once, not once for each call.
        var reachable = true;
        for (var job : open) {
            reachable = !job.giveUp() ? reachable : reachable && tell(job);
        }
        if (stream != null) {
            stream.close();
        }
    }
}
