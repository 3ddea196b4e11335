package io.gradio4j.impl.event;

import io.gradio4j.Toast;
import io.gradio4j.impl.app.App;
import io.gradio4j.impl.app.Dependency;
import io.gradio4j.impl.message.Message;
import io.gradio4j.impl.metrics.Metrics;
import io.gradio4j.impl.metrics.Outcome;
import io.gradio4j.impl.metrics.Step;
import io.gradio4j.impl.session.Session;
import java.lang.System.Logger;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The queue of an app: one lane for each concurrency id, and one ceiling for all. Nothing polls: a finished event starts the next one.
 * Handlers run on virtual threads. Safe for use by many threads.
 */
public final class EventQueue implements AutoCloseable {

    private static final Logger LOG = System.getLogger(EventQueue.class.getName());
    private static final long NEWS_MILLIS = 50;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final App app;
    private final Call call;
    private final Timings timings = new Timings();
    private final Metrics metrics;
    private final ScheduledExecutorService scheduler;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition ended = lock.newCondition();
    private final Map<String, Lane> lanes = new LinkedHashMap<>();
    private final Map<String, Job> jobs = new ConcurrentHashMap<>();
    private final Set<Thread> direct = ConcurrentHashMap.newKeySet();
    private int running;
    private volatile boolean closed;
    private boolean newsPlanned;

    /**
     * Starts the queue.
     *
     * @param app whose events it runs
     * @param scheduler runs what is to happen later
     * @param metrics counts what happens
     */
    public EventQueue(App app, ScheduledExecutorService scheduler, Metrics metrics) {
        this.app = app;
        this.scheduler = scheduler;
        this.metrics = metrics;
        call = new Call(app, timings, metrics);
    }

    /**
     * How a client follows an event.
     *
     * @param eventId the event's id, from {@link #newId}
     * @param simple whether results are whole values instead of edits
     * @param accepted runs once the event is accepted, before its first message
     */
    public record Ticket(String eventId, boolean simple, Runnable accepted) {

        /** Whole values, and nothing to do first. */
        public static Ticket whole() {
            return new Ticket(newId(), true, () -> {
            });
        }
    }

    /** A new event's id: 32 hexadecimal digits that nobody can guess. */
    public static String newId() {
        var bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /**
     * Accepts an event: it waits for its turn, and its messages go to the session's outbox.
     *
     * @param session whose event it is
     * @param dependency the listener
     * @param input what the client sent
     * @param ticket how the client follows the event
     * @throws RefusedException if the queue is stopped, there is no function, the caller has no role that is allowed, or a value breaks one
     *         of the listener's rules
     */
    public void join(Session session, Dependency dependency, Input input, Ticket ticket) {
        try {
            accept(session, dependency, input, ticket);
        } catch (RefusedException e) {
            metrics.endpoint(dependency.apiName()).ended(Outcome.REFUSED);
            throw e;
        }
    }

    private void accept(Session session, Dependency dependency, Input input, Ticket ticket) {
        requireRole(dependency, input);
        validate(session, dependency, input);
        var job = new Job(ticket.eventId(), session, dependency, input, ticket.simple());
        lock.lock();
        try {
            if (closed) {
                throw new RefusedException(503, "Queue is stopped.");
            }
            session.unfinished().add(job.id());
            jobs.put(job.id(), job);
            ticket.accepted().run();
            if (dependency.queue()) {
                lane(dependency).add(job);
                startWaiting();
            } else {
                session.outbox().add(new Message.Estimation(job.id(), 0, 1, timings.event(dependency.id())));
                start(job);
            }
        } finally {
            lock.unlock();
        }
    }

    private static void requireRole(Dependency dependency, Input input) {
        var allowed = dependency.definition().rolesAllowed();
        if (!input.caller().hasOneOf(allowed)) {
            throw new RefusedException(403, "The endpoint '" + dependency.apiName() + "' is only for users with the role "
                    + String.join(" or ", allowed.stream().sorted().map(role -> "'" + role + "'").toList()) + ".");
        }
    }

    private void validate(Session session, Dependency dependency, Input input) {
        if (dependency.handler().isEmpty()) {
            throw new RefusedException(400, "The event '" + dependency.apiName() + "' has no function on the server.");
        }
        try {
            call.arguments().check(session, dependency, input);
        } catch (RefusedException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new RefusedException(400, String.valueOf(e.getMessage()));
        }
    }

    private Lane lane(Dependency dependency) {
        return lanes.computeIfAbsent(dependency.lane(), l -> new Lane(dependency.limit(), timings));
    }

    /** Starts as many waiting events as the limits allow, lane by lane in turn. */
    private void startWaiting() {
        var started = true;
        while (started && !closed) {
            started = false;
            for (var lane : lanes.values()) {
                var job = running < app.maxThreads() ? lane.next() : null;
                if (job != null) {
                    running++;
                    start(job);
                    started = true;
                }
            }
        }
        planNews();
    }

    /** Waiting events hear that they moved up at most every 50 ms, however fast the lane is. */
    private void planNews() {
        if (!newsPlanned && !closed && lanes.values().stream().anyMatch(Lane::hasNews)) {
            newsPlanned = true;
            scheduler.schedule(this::tellNews, NEWS_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    private void tellNews() {
        lock.lock();
        try {
            newsPlanned = false;
            lanes.values().stream().filter(Lane::hasNews).forEach(Lane::tell);
        } finally {
            lock.unlock();
        }
    }

    private void start(Job job) {
        var thread = Thread.ofVirtual().name("gradio-event-", 0).unstarted(() -> work(job));
        // Said while it still waits: from its start on, it may be cancelled at any time.
        job.session().outbox().add(new Message.ProcessStarts(job.id(), timings.event(job.dependency().id())));
        if (!job.start(thread)) {
            throw new IllegalStateException("The event " + job.id() + " left the queue without being removed from it");
        }
        thread.start();
    }

    private void work(Job job) {
        if (job.running().isEmpty()) {
            return;
        }
        var outbox = job.session().outbox();
        var started = System.nanoTime();
        var watch = metrics.endpoint(job.dependency().apiName());
        watch.took(Step.QUEUE, started - job.since());
        Message last;
        try {
            var output = call.run(job.session(), job.dependency(), job.input(), job.simple(), ears(job));
            last = new Message.Succeeded(job.id(), output);
        } catch (Throwable e) {
            if (job.running().isEmpty()) {
                LOG.log(Logger.Level.DEBUG, "A cancelled handler ended", e);
                return;
            }
            last = new Message.Failed(job.id(), call.failure(job.session(), job.id(), job.dependency(), e));
        }
        if (job.end()) {
            var nanos = System.nanoTime() - started;
            timings.event(job.dependency().id(), nanos / 1e9);
            watch.ended(last instanceof Message.Succeeded ? Outcome.SUCCEEDED : Outcome.FAILED, nanos);
            outbox.add(last);
            finished(job);
        }
    }

    private Call.Ears ears(Job job) {
        var outbox = job.session().outbox();
        var reports = new Reports(job, scheduler);
        return new Call.Ears(output -> {
            job.ensureWanted();
            try {
                outbox.awaitRoom();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CancellationException("The event was cancelled");
            }
            job.tell(new Message.ProcessGenerating(job.id(), output));
        }, reports::report, toast -> toast(job, toast), job::holds);
    }

    private static void toast(Job job, Toast toast) {
        if (job.running().isPresent()) {
            job.tell(new Message.Log(job.id(), toast.message(), toast.level().name().toLowerCase(java.util.Locale.ROOT),
                    Call.seconds(toast.duration()), toast.visible(), toast.title()));
        }
    }

    /** Gives the place of an event that has ended to the next one. */
    private void finished(Job job) {
        jobs.remove(job.id());
        tellEnded();
        if (!job.dependency().queue()) {
            return;
        }
        lock.lock();
        try {
            var lane = lane(job.dependency());
            lane.remove(job);
            if (lane.isIdle()) {
                lanes.remove(job.dependency().lane());
            }
            running--;
            startWaiting();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Cancels an event: it leaves the queue, or its thread is interrupted and its stream closed. Its page hears that it is over. An event
     * that is unknown, of another session or over already is left alone.
     *
     * @param session whose event it is
     * @param eventId the event
     */
    public void cancel(Session session, String eventId) {
        var job = jobs.get(eventId);
        if (job != null && job.session() == session) {
            cancel(job);
        }
    }

    /** Cancels all events of a session. */
    public void cancelAll(Session session) {
        jobs.values().stream().filter(job -> job.session() == session).forEach(this::cancel);
    }

    private void cancel(Job job) {
        if (giveUp(job)) {
            jobs.remove(job.id());
            metrics.endpoint(job.dependency().apiName()).ended(Outcome.CANCELLED);
            job.session().outbox().add(new Message.Cancelled(job.id()));
            return;
        }
        var running = job.running();
        if (running.isPresent() && job.end()) {
            metrics.endpoint(job.dependency().apiName()).ended(Outcome.CANCELLED, System.nanoTime() - running.get().since());
            job.session().outbox().add(new Message.Cancelled(job.id()));
            running.get().thread().interrupt();
            job.held().ifPresent(EventQueue::closeQuietly);
            finished(job);
        }
    }

    private boolean giveUp(Job job) {
        lock.lock();
        try {
            if (!job.giveUp()) {
                return false;
            }
            lane(job.dependency()).remove(job);
            planNews();
            return true;
        } finally {
            lock.unlock();
        }
    }

    private static void closeQuietly(AutoCloseable resource) {
        try {
            resource.close();
        } catch (Exception e) {
            LOG.log(Logger.Level.DEBUG, "Closing the stream of a cancelled handler failed", e);
        }
    }

    /**
     * What a call without a queue gives.
     *
     * @param output the result, or empty when it failed
     * @param failure why it failed
     */
    public record Direct(Optional<Message.Output> output, Optional<Message.Failure> failure) {
    }

    private static final class FirstResult extends CancellationException {
        private final transient Message.Output output;

        FirstResult(Message.Output output) {
            super("Only the first result is wanted");
            this.output = output;
        }
    }

    /**
     * Calls a handler at once, on this thread, past the queue. Of several results only the first one is taken; progress is lost, toasts
     * go to the log.
     *
     * @param session whose state it uses
     * @param dependency the listener
     * @param input what the client sent
     * @return the result or the failure
     * @throws RefusedException if there is no function, or the caller has no role that is allowed
     */
    public Direct direct(Session session, Dependency dependency, Input input) {
        requireRole(dependency, input);
        if (dependency.handler().isEmpty()) {
            throw new RefusedException(400, "The event '" + dependency.apiName() + "' has no function on the server.");
        }
        var started = System.nanoTime();
        var outcome = Outcome.SUCCEEDED;
        direct.add(Thread.currentThread());
        try {
            return new Direct(Optional.of(call.run(session, dependency, input, true, new Call.Ears(output -> {
                throw new FirstResult(output);
            }, units -> {
            }, toast -> LOG.log(Logger.Level.INFO, "{0}: {1}", toast.title(), toast.message()), resource -> {
            }))), Optional.empty());
        } catch (FirstResult first) {
            return new Direct(Optional.of(first.output), Optional.empty());
        } catch (Exception e) {
            outcome = Outcome.FAILED;
            return new Direct(Optional.empty(), Optional.of(call.failure(session, "none", dependency, e)));
        } finally {
            metrics.endpoint(dependency.apiName()).ended(outcome, System.nanoTime() - started);
            direct.remove(Thread.currentThread());
            tellEnded();
        }
    }

    /** The session of an event that is waiting or running. */
    public Optional<Session> session(String eventId) {
        return Optional.ofNullable(jobs.get(eventId)).map(Job::session);
    }

    /** How many events wait. */
    public int waiting() {
        lock.lock();
        try {
            return lanes.values().stream().mapToInt(Lane::waiting).sum();
        } finally {
            lock.unlock();
        }
    }

    /** How many events run, those that need no queue included. */
    public int running() {
        return Math.max(0, jobs.size() - waiting()) + direct.size();
    }

    /** Whether events are accepted. */
    public boolean isOpen() {
        return !closed;
    }

    /** Accepts no more events and starts none. */
    public void refuse() {
        lock.lock();
        try {
            closed = true;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits until no handler runs.
     *
     * @param patience how long at most
     */
    public void awaitEnd(Duration patience) {
        var left = patience.toNanos();
        lock.lock();
        try {
            while (left > 0 && (!direct.isEmpty() || jobs.values().stream().anyMatch(job -> job.running().isPresent()))) {
                left = ended.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }

    private void tellEnded() {
        if (closed) {
            lock.lock();
            try {
                ended.signalAll();
            } finally {
                lock.unlock();
            }
        }
    }

    /** Accepts no more events, cancels all there are, and interrupts all handlers. */
    @Override
    public void close() {
        refuse();
        direct.forEach(Thread::interrupt);
        List.copyOf(new HashMap<>(jobs).values()).forEach(this::cancel);
    }
}
