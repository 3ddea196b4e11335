package io.gradio4j.client;

import jakarta.json.JsonArray;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * A running call. Walking over it gives each result as it comes, once: a function that streams has several, any other one. Waiting for
 * {@link #result()} gives the last one.
 *
 * {@snippet :
 * try (var job = client.submit("/ask", "why?")) {
 *     job.onLog(log -> System.out.println(log.text()));
 *     for (var part : job) {
 *         System.out.println(part.as(String.class));
 *     }
 * }
 * }
 *
 * <p>Results that nobody has taken yet are kept; when they fill 16 million characters the older ones are dropped, so that a slow
 * reader goes on with the newest. Waiting ends with {@link ClientException.Interrupted} when the thread is interrupted; the call goes
 * on then. Closing a job cancels it unless it has ended. Safe for use by many threads.
 */
public final class Job implements Iterable<Result>, AutoCloseable {

    private static final long MOST_UNREAD = 16_000_000;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final ArrayDeque<Step> unread = new ArrayDeque<>();
    private final Feed<Status> statuses = new Feed<>();
    private final Feed<LogMessage> logs = new Feed<>();
    private final Session session;
    private final Downloads downloads;
    private final AppConfig.Function function;
    private final String eventId;
    private final boolean keepsSteps;

    private long unreadSize;
    private boolean generated;
    private @Nullable JsonArray current;
    private Status status = Status.of(Status.Stage.WAITING);
    private @Nullable Result last;
    private Supplier<? extends ClientException> failure = () -> new ClientException.Cancelled("", "");

    /** Results on their way to whoever walks over them: edits are applied only when somebody does. */
    private record Step(JsonArray data, boolean whole, boolean last, int size) {
    }

    /**
     * Follows a call.
     *
     * @param keepsSteps whether somebody may walk over the results
     */
    Job(Session session, Downloads downloads, AppConfig.Function function, String eventId, boolean keepsSteps) {
        this.session = session;
        this.downloads = downloads;
        this.function = function;
        this.eventId = eventId;
        this.keepsSteps = keepsSteps;
    }

    AppConfig.Function function() {
        return function;
    }

    String eventId() {
        return eventId;
    }

    /**
     * Takes a message of the stream.
     *
     * @param size the message's length
     * @return whether it was the last one
     */
    boolean accept(Message message, int size) {
        lock.lock();
        try {
            if (status.stage().isLast()) {
                return true;
            }
            switch (message) {
                case Message.Waiting m -> become(m.status());
                case Message.Started m -> become(m.status());
                case Message.Progressed m -> become(status.withProgress(m.units()));
                case Message.Logged m -> logs.add(m.log());
                case Message.Generated m -> step(new Step(m.data(), !generated || m.whole() || function.streamed(), false, size));
                case Message.Completed m -> complete(m.data(), size);
                case Message.Failed m -> end(Status.Stage.FAILED, () -> new ClientException.Failed(function.endpoint(), m.text(), m.title(),
                        m.duration(), m.visible()));
                case Message.Cancelled m -> end(Status.Stage.CANCELLED, () -> new ClientException.Cancelled(function.endpoint(),
                        "the call was cancelled at the server"));
                case Message.Unexpected m -> end(Status.Stage.FAILED, () -> new ClientException.Unexpected(function.endpoint(), m.text(),
                        m.sessionLost()));
                case Message.Garbled m -> garbled(m.why());
                case Message.Closed m -> {
                }
                case Message.Other m -> {
                }
            }
            changed.signalAll();
        } catch (BadAnswerException e) {
            garbled(e);
        } finally {
            lock.unlock();
        }
        return status().stage().isLast();
    }

    private void garbled(BadAnswerException why) {
        end(Status.Stage.FAILED, () -> why.at(function.endpoint()));
    }

    private void become(Status next) {
        status = next;
        statuses.add(next);
    }

    private void step(Step step) {
        generated = true;
        if (!keepsSteps) {
            return;
        }
        unread.add(step);
        unreadSize += step.size();
        if (unreadSize > MOST_UNREAD) {
            var value = current;
            for (var each : unread) {
                value = next(value, each);
            }
            unread.clear();
            unread.add(new Step(value == null ? step.data() : value, true, step.last(), 0));
            unreadSize = 0;
        }
    }

    private static JsonArray next(@Nullable JsonArray value, Step step) {
        return step.whole() || value == null ? step.data() : Edits.apply(value, step.data());
    }

    private void complete(JsonArray data, int size) {
        step(new Step(data, true, true, size));
        last = new Result(function, data, downloads);
        end(Status.Stage.DONE, failure);
    }

    private void end(Status.Stage stage, Supplier<? extends ClientException> why) {
        failure = why;
        become(Status.of(stage));
        statuses.close();
        logs.close();
        changed.signalAll();
    }

    /** Ends the call without a result, unless it has ended. */
    boolean fail(Status.Stage stage, Supplier<? extends ClientException> why) {
        lock.lock();
        try {
            if (status.stage().isLast()) {
                return false;
            }
            end(stage, why);
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** How far the call is. */
    public Status status() {
        lock.lock();
        try {
            return status;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Follows how far the call is.
     *
     * @param listener gets every status so far and from now on, in order, on a virtual thread of its own; the last one says how the call
     *        ended
     * @return this job
     */
    public Job onStatus(Consumer<? super Status> listener) {
        statuses.follow(listener);
        return this;
    }

    /** What the function has told the person so far, the newest thousand messages. */
    public List<LogMessage> logs() {
        return logs.all();
    }

    /**
     * Follows what the function tells the person.
     *
     * @param listener gets every message so far and from now on, in order, on a virtual thread of its own
     * @return this job
     */
    public Job onLog(Consumer<? super LogMessage> listener) {
        logs.follow(listener);
        return this;
    }

    /**
     * Waits for the end.
     *
     * @return the last result
     * @throws ClientException if there is none
     */
    public Result result() {
        return await(Optional.empty());
    }

    /**
     * Waits for the end, but not for ever. The call goes on when the time is over.
     *
     * @param patience how long to wait
     * @return the last result
     * @throws ClientException.TimedOut if it did not come in time
     * @throws ClientException if there is none
     */
    public Result result(Duration patience) {
        return await(Optional.of(patience));
    }

    private Result await(Optional<Duration> patience) {
        lock.lock();
        try {
            var left = patience.map(Duration::toNanos).orElse(Long.MAX_VALUE);
            while (!status.stage().isLast()) {
                if (left <= 0) {
                    throw new ClientException.TimedOut(function.endpoint(), "no result within " + patience.orElseThrow().toMillis() + " ms");
                }
                left = changed.awaitNanos(left);
            }
            if (last == null) {
                throw failure.get();
            }
            return last;
        } catch (InterruptedException e) {
            throw interrupted(e);
        } finally {
            lock.unlock();
        }
    }

    private ClientException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new ClientException.Interrupted(function.endpoint(), e);
    }

    /**
     * Walks over the results as they come. The walk ends with the exception that {@link #result()} throws if the call fails. All walks
     * over a job share its results: each is seen once.
     */
    @Override
    public Iterator<Result> iterator() {
        return new Walk();
    }

    /** The results as they come, see {@link #iterator()}. Closing the stream closes the job. */
    public Stream<Result> stream() {
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(iterator(), Spliterator.ORDERED | Spliterator.NONNULL), false)
                .onClose(this::close);
    }

    private final class Walk implements Iterator<Result> {

        private @Nullable Result next;

        @Override
        public boolean hasNext() {
            if (next == null) {
                next = take().orElse(null);
            }
            return next != null;
        }

        @Override
        public Result next() {
            if (!hasNext() || next == null) {
                throw new NoSuchElementException();
            }
            var result = next;
            next = null;
            return result;
        }
    }

    /** Waits for the next result; empty after the last one. */
    private Optional<Result> take() {
        lock.lock();
        try {
            while (true) {
                var step = unread.poll();
                if (step != null) {
                    unreadSize -= step.size();
                    var before = current;
                    current = next(before, step);
                    // A streaming function's completion repeats its last result.
                    if (!step.last() || !current.equals(before)) {
                        return Optional.of(new Result(function, current, downloads));
                    }
                } else if (status.stage() == Status.Stage.DONE) {
                    return Optional.empty();
                } else if (status.stage().isLast()) {
                    throw failure.get();
                } else {
                    changed.await();
                }
            }
        } catch (InterruptedException e) {
            throw interrupted(e);
        } catch (BadAnswerException e) {
            throw e.at(function.endpoint());
        } finally {
            lock.unlock();
        }
    }

    /**
     * Gives the call up, here at once and at the server as soon as it can. Nothing happens if it has ended.
     *
     * @implNote Gradio's own servers cancel all running calls of the same function and session with it, and never end those others.
     */
    public void cancel() {
        if (giveUp()) {
            session.cancel(this);
        }
    }

    /** Ends the call here, unless it has ended. */
    boolean giveUp() {
        return fail(Status.Stage.CANCELLED, () -> new ClientException.Cancelled(function.endpoint(), "the call was cancelled"));
    }

    /** Cancels the call unless it has ended. */
    @Override
    public void close() {
        cancel();
    }
}
