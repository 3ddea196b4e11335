package io.gradio4j.impl.event;

import io.gradio4j.GradioException;
import io.gradio4j.impl.app.App;
import io.gradio4j.impl.app.Dependency;
import io.gradio4j.impl.file.MediaRun;
import io.gradio4j.impl.message.Message;
import io.gradio4j.impl.metrics.Metrics;
import io.gradio4j.impl.metrics.Outcome;
import io.gradio4j.impl.session.Session;
import jakarta.json.JsonArray;
import jakarta.json.JsonValue;
import java.lang.System.Logger;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/**
 * The queue of an app: one lane for each concurrency id, and one ceiling for all. Nothing polls: a finished event starts the next one.
 * Handlers run on virtual threads. Safe for use by many threads.
 */
public final class EventQueue implements AutoCloseable {

    private static final Logger LOG = System.getLogger(EventQueue.class.getName());
    private static final long NEWS_MILLIS = 50;
    private static final Duration LAST_PIECE = Duration.ofSeconds(5);
    private static final SecureRandom RANDOM = new SecureRandom();

    private final App app;
    private final Call call;
    private final Worker worker;
    private final Timings timings = new Timings();
    private final Metrics metrics;
    private final ScheduledExecutorService scheduler;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition ended = lock.newCondition();
    private final Admission admission;
    private final Lanes lanes;
    private final Map<String, Job> jobs = new ConcurrentHashMap<>();
    private final Lingering lingering;
    private final Set<Thread> direct = ConcurrentHashMap.newKeySet();
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
        lingering = new Lingering(scheduler);
        call = new Call(app, timings, metrics);
        admission = new Admission(call.arguments());
        lanes = new Lanes(app.limits(), timings);
        worker = new Worker(call, timings, metrics, scheduler, this::settle);
    }

    /**
     * How a client follows an event.
     *
     * @param eventId the event's id, from {@link #newId}
     * @param simple whether results are whole values instead of edits
     * @param joined what the page hears once the event is accepted, before the event's first message; empty for a client that is told otherwise
     */
    public record Ticket(String eventId, boolean simple, Optional<Message.Joined> joined) {

        /** Whole values, and nothing to hear first. */
        public static Ticket whole(String eventId) {
            return new Ticket(eventId, true, Optional.empty());
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
            metrics.endpoint(dependency.countedAs()).ended(Outcome.REFUSED);
            throw e;
        }
    }

    private void accept(Session session, Dependency dependency, Input input, Ticket ticket) {
        admission.requireEvent(session, dependency, input);
        var asked = System.nanoTime();
        if (recall(session, dependency, input, ticket, asked)) {
            return;
        }
        requireRoom(session, dependency);
        var job = new Job(ticket.eventId(), session, dependency, input, ticket.simple());
        if (dependency.playsMedia()) {
            job.playsTo(app.files().streams().run(session.hash()));
        }
        session.outbox().begin(job.id());
        try {
            start(job, ticket);
        } catch (RefusedException e) {
            session.outbox().delivered(job.id());
            throw e;
        }
    }

    private void start(Job job, Ticket ticket) {
        var dependency = job.dependency();
        lock.lock();
        try {
            requireRoom(job.session(), dependency);
            jobs.put(job.id(), job);
            ticket.joined().ifPresent(job.session().outbox()::add);
            if (dependency.queue()) {
                lanes.add(job);
                startWaiting();
            } else {
                job.session().outbox().add(new Message.Estimation(job.id(), 0, 1, timings.event(dependency.timedAs())));
                start(new Turn(List.of(job)));
            }
        } finally {
            lock.unlock();
        }
    }

    private void requireRoom(Session session, Dependency dependency) {
        if (closed) {
            throw new RefusedException(503, "Queue is stopped.");
        }
        if (session.outbox().isFull()) {
            throw new RefusedException(429, "The session has too many messages that nobody has taken.");
        }
        var most = app.limits().maxWaiting();
        if (dependency.queue() && waiting() >= most) {
            throw new RefusedException(503, "Queue is full. Max size is " + most + " and size is " + waiting() + ".");
        }
    }

    /** Answers from the cache, past the queue and its limits; false if nothing is remembered. */
    private boolean recall(Session session, Dependency dependency, Input input, Ticket ticket, long asked) {
        var results = new ArrayList<Message>();
        var last = call.recall(session, dependency, input, ticket.simple(),
                output -> results.add(new Message.ProcessGenerating(ticket.eventId(), output)));
        last.ifPresent(output -> {
            session.outbox().begin(ticket.eventId());
            ticket.joined().ifPresent(session.outbox()::add);
            metrics.endpoint(dependency.countedAs()).ended(Outcome.SUCCEEDED, System.nanoTime() - asked);
            results.forEach(session.outbox()::add);
            session.outbox().add(new Message.Succeeded(ticket.eventId(), output,
                    new Message.Remembered((System.nanoTime() - asked) / 1e9, timings.event(dependency.timedAs()))));
        });
        return last.isPresent();
    }

    private void startWaiting() {
        if (!closed) {
            lanes.startWaiting(this::start);
            planNews();
        }
    }

    /** Waiting events hear that they moved up at most every 50 ms, however fast the lane is; or as often as the app says. */
    private void planNews() {
        if (!newsPlanned && !closed && lanes.hasNews()) {
            newsPlanned = true;
            scheduler.schedule(this::tellNews, app.limits().newsRate().map(Duration::toMillis).orElse(NEWS_MILLIS), TimeUnit.MILLISECONDS);
        }
    }

    private void tellNews() {
        lock.lock();
        try {
            newsPlanned = false;
            lanes.tellNews();
            planNews();
        } finally {
            lock.unlock();
        }
    }

    private void start(Turn turn) {
        var thread = Thread.ofVirtual().name("gradio-event-", 0).unstarted(() -> work(turn));
        // Said while they still wait: from their start on, they may be cancelled at any time.
        var eta = timings.event(turn.dependency().timedAs());
        turn.jobs().forEach(job -> job.session().outbox().add(new Message.ProcessStarts(job.id(), eta)));
        if (!turn.start(thread)) {
            throw new IllegalStateException("An event of '" + turn.dependency().apiName() + "' left the queue without being removed from it");
        }
        var limit = turn.dependency().definition().timeLimit();
        if (limit.isPresent()) {
            // A stream ends by itself with the first piece after its time, unless its handler hangs.
            var patience = turn.dependency().streams() ? limit.get().plus(LAST_PIECE) : limit.get();
            turn.limitedBy(scheduler.schedule(() -> overtime(turn, limit.get()), patience.toMillis(), TimeUnit.MILLISECONDS));
        }
        thread.start();
    }

    private void work(Turn turn) {
        try {
            worker.work(turn);
        } finally {
            lingering.left(turn);
        }
    }

    private void overtime(Turn turn, Duration limit) {
        turn.jobs().forEach(job -> abort(job, job.failed(call.failure(job.session(), job.id(), turn.dependency(), new GradioException(
                "It took longer than the time limit of " + Call.seconds(limit) + " s.").logged(false)))));
    }

    private static Outcome outcome(Message last) {
        return last instanceof Message.Succeeded ? Outcome.SUCCEEDED : last instanceof Message.Failed ? Outcome.FAILED : Outcome.CANCELLED;
    }

    /** Ends a running event with its last message; empty when somebody else ended it before. */
    private Optional<Turn> settle(Job job, Message last) {
        var ended = job.end();
        ended.ifPresent(turn -> {
            jobs.remove(job.id());
            job.media().ifPresent(MediaRun::end);
            metrics.endpoint(job.dependency().countedAs()).ended(outcome(last), System.nanoTime() - turn.since());
            job.session().outbox().add(last);
            if (turn.leave()) {
                free(turn);
            }
            tellEnded();
        });
        return ended;
    }

    /** Ends a running event from outside. Of a batch the others go on; the last one takes the thread with it. */
    private void abort(Job job, Message last) {
        settle(job, last).filter(Turn::isOver).ifPresent(turn -> {
            turn.interrupt();
            lingering.watch(turn);
            // Not on this thread: it may be the clock's, and what the app does there may take long.
            job.held().ifPresent(held -> Thread.ofVirtual().name("gradio-close").start(() -> closeQuietly(held)));
        });
    }

    /** Gives the place of a turn that is over to the next one. */
    private void free(Turn turn) {
        if (!turn.dependency().queue()) {
            return;
        }
        lock.lock();
        try {
            lanes.remove(turn);
            startWaiting();
        } finally {
            lock.unlock();
        }
    }

    /**
     * A piece of the stream that a running event is for.
     *
     * @return false if there is no such event
     */
    public boolean piece(String eventId, JsonArray data, JsonValue eventData) {
        var job = Optional.ofNullable(jobs.get(eventId));
        var pieces = job.flatMap(Job::pieces);
        pieces.ifPresent(p -> p.offer(job.get().input().with(data, eventData)));
        return pieces.isPresent();
    }

    /**
     * No more pieces of a stream come: its event ends with the newest one.
     *
     * @return false if there is no such event
     */
    public boolean endStream(String eventId) {
        var pieces = Optional.ofNullable(jobs.get(eventId)).flatMap(Job::pieces);
        pieces.ifPresent(Pieces::end);
        return pieces.isPresent();
    }

    /**
     * Cancels an event: it leaves the queue, or its thread is interrupted and its stream closed. Its page hears that it is over. An event
     * that is unknown, of another session or over already is left alone.
     *
     * @param session the name of the session whose event it is
     * @param eventId the event
     */
    public void cancel(String session, String eventId) {
        var job = jobs.get(eventId);
        if (job != null && job.session().hash().equals(session)) {
            end(job, new Message.Cancelled(eventId));
        }
    }

    /** Cancels all events of a session. */
    public void cancelAll(Session session) {
        jobs.values().stream().filter(job -> job.session().hash().equals(session.hash())).forEach(job -> end(job, new Message.Cancelled(job.id())));
    }

    /** Fails all events that there are. */
    public void failAll(Function<String, Message> reason) {
        List.copyOf(new HashMap<>(jobs).values()).forEach(job -> end(job, reason.apply(job.id())));
    }

    /** Others have told the page already that an event is over. */
    public void drop(String eventId) {
        Optional.ofNullable(jobs.get(eventId)).ifPresent(job -> end(job, new Message.Cancelled(eventId)));
    }

    private void end(Job job, Message last) {
        if (giveUp(job)) {
            jobs.remove(job.id());
            metrics.endpoint(job.dependency().countedAs()).ended(outcome(last));
            job.session().outbox().add(last);
        } else {
            abort(job, last);
        }
    }

    private boolean giveUp(Job job) {
        lock.lock();
        try {
            if (!job.giveUp()) {
                return false;
            }
            lanes.remove(job);
            planNews();
            return true;
        } finally {
            lock.unlock();
        }
    }

    private static void closeQuietly(AutoCloseable resource) {
        try {
            resource.close();
        } catch (Exception | Error e) {
            LOG.log(Logger.Level.DEBUG, "Closing the stream of a cancelled handler failed", e);
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
        admission.requireCall(dependency, input);
        var started = System.nanoTime();
        direct.add(Thread.currentThread());
        try {
            var result = Direct.of(call, session, dependency, input);
            metrics.endpoint(dependency.countedAs()).ended(result.output().isPresent() ? Outcome.SUCCEEDED : Outcome.FAILED, System.nanoTime() - started);
            return result;
        } finally {
            direct.remove(Thread.currentThread());
            tellEnded();
        }
    }

    /** Forgets what caches keep for a page alone: it is closed. */
    public void forget(Session session) {
        call.caches().forget(session);
    }

    /** The session of an event that is waiting or running. */
    public Optional<Session> session(String eventId) {
        return Optional.ofNullable(jobs.get(eventId)).map(Job::session);
    }

    /** Whether an event of a session waits or runs. */
    public boolean isBusyFor(Session session) {
        return jobs.values().stream().anyMatch(job -> job.session().hash().equals(session.hash()));
    }

    /** How many events wait. */
    public int waiting() {
        lock.lock();
        try {
            return lanes.waiting();
        } finally {
            lock.unlock();
        }
    }

    /** How many events run, those that need no queue included. */
    public int running() {
        return Math.max(0, jobs.size() - waiting()) + direct.size();
    }

    /** How many handlers go on although their events were ended from outside. */
    public int lingering() {
        return lingering.count();
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
            while (left > 0 && (!direct.isEmpty() || jobs.values().stream().anyMatch(Job::isRunning))) {
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
        failAll(Message.Cancelled::new);
    }
}
