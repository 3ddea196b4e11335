package io.gradio4j.impl.event;

import io.gradio4j.impl.app.App;
import io.gradio4j.impl.app.Plugins;
import io.gradio4j.impl.app.Settings;
import io.gradio4j.impl.json.JavaText;
import io.gradio4j.impl.message.Message;
import io.gradio4j.impl.message.WrittenMessages;
import io.gradio4j.impl.metrics.Exposition;
import io.gradio4j.impl.metrics.Metrics;
import io.gradio4j.impl.session.LocalCluster;
import io.gradio4j.impl.session.Session;
import io.gradio4j.impl.session.Sessions;
import io.gradio4j.spi.Cluster;
import io.gradio4j.spi.EventBus;
import io.gradio4j.spi.SessionStore;
import io.gradio4j.spi.UnreachableException;
import java.lang.System.Logger;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** A running app: its sessions, its queue and its clock. Safe for use by many threads. */
public final class AppRuntime implements AutoCloseable {

    private static final Logger LOG = System.getLogger(AppRuntime.class.getName());
    private static final Duration HOUSEKEEPING = Duration.ofSeconds(1);

    private final App app;
    private final Plugins plugins;
    private final Settings settings;
    private final ScheduledExecutorService scheduler = clock();
    private final Metrics metrics;
    private final EventQueue queue;
    private final EventBus<Message> bus;
    private final Sessions sessions;
    private final Nodes nodes;
    private final Reception reception;
    private final Cluster cluster;
    private final SessionStore store;
    private final Set<Session> told = ConcurrentHashMap.newKeySet();
    private final Thread housekeeping;

    /** Starts an app on a server that is alone. */
    public AppRuntime(App app, Plugins plugins, Settings settings) {
        this(app, plugins, settings, new LocalCluster());
    }

    /**
     * Starts an app.
     *
     * @param cluster the nodes that serve it; it stays open
     */
    public AppRuntime(App app, Plugins plugins, Settings settings, Cluster cluster) {
        this.cluster = cluster;
        this.app = app;
        this.plugins = plugins;
        this.settings = settings;
        metrics = new Metrics(settings.operation().monitoring() ? settings.operation().remembered() : 0);
        queue = new EventQueue(app, scheduler, metrics);
        bus = cluster.join(app.key(), WrittenMessages.FORM);
        store = cluster.sessions(app.key());
        sessions = new Sessions(settings.maxSessions(), store, bus, new JavaText(plugins.loader()), this::ended);
        var errands = new Errands(bus, this::perform);
        nodes = new Nodes(queue, sessions, bus, errands);
        reception = new Reception(app, queue, sessions, nodes, errands);
        housekeeping = Thread.ofVirtual().name("gradio-housekeeping").start(this::keepHouse);
        app.files().deletion().ifPresent(rule -> {
            var millis = Math.max(1, rule.frequency().toMillis());
            scheduler.scheduleWithFixedDelay(() -> Thread.startVirtualThread(app.files()::deleteOld), millis, millis, TimeUnit.MILLISECONDS);
        });
        bus.listen(new Others());
    }

    private Answer perform(Errand errand) {
        return reception.perform(errand);
    }

    private static ScheduledExecutorService clock() {
        var clock = new ScheduledThreadPoolExecutor(1, Thread.ofPlatform().daemon().name("gradio-clock").factory());
        clock.setRemoveOnCancelPolicy(true);
        return clock;
    }

    /** What runs. */
    public App app() {
        return app;
    }

    /** What the jars provide. */
    public Plugins plugins() {
        return plugins;
    }

    /** What the operator decided. */
    public Settings settings() {
        return settings;
    }

    /** Its queue. */
    public EventQueue queue() {
        return queue;
    }

    /** What was counted. */
    public Metrics metrics() {
        return metrics;
    }

    /** What it shares with other nodes. */
    public Cluster cluster() {
        return cluster;
    }

    /** Where its events begin. */
    public Reception reception() {
        return reception;
    }

    /** Where its sessions are. */
    public SessionStore store() {
        return store;
    }

    /** The nodes that run its events. */
    public Nodes nodes() {
        return nodes;
    }

    /** Its sessions. */
    public Sessions sessions() {
        return sessions;
    }

    /** A thread of its own: what an app does with deleted values may take long, and must not stop the clock. */
    private void keepHouse() {
        try {
            while (true) {
                Thread.sleep(HOUSEKEEPING);
                sessions.all().forEach(this::tidy);
                if (!nodes.areOne()) {
                    tidyStreams();
                }
            }
        } catch (InterruptedException e) {
            LOG.log(Logger.Level.TRACE, "The app ends", e);
        }
    }

    private void tidy(Session session) {
        try {
            tidyReachable(session);
        } catch (UnreachableException e) {
            LOG.log(Logger.Level.DEBUG, "Sessions are tidied up later", e);
        }
    }

    private void tidyReachable(Session session) {
        session.expireStates();
        if (!nodes.areOne()) {
            if (session.isUnusedHere() && !queue.isBusyFor(session)) {
                leave(session);
            }
            return;
        }
        if (session.isAbandoned() && !queue.isBusyFor(session)) {
            session.pageClosed();
            queue.forget(session);
        }
        sessions.removeIfOver(session);
    }

    /** What was drawn here stays as long as its page is open, to whatever node it is connected. */
    private void leave(Session session) {
        if (session.parts().blocks().isEmpty() || !session.isConnected()) {
            sessions.leave(session);
        } else {
            session.touch();
        }
    }

    /** Where there are several nodes a session may live on without this one, which has made its streams. */
    private void tidyStreams() {
        var streams = app.files().streams();
        try {
            streams.sessions().stream().filter(hash -> sessions.known(hash).isEmpty() && !bus.isPresentElsewhere(hash)).forEach(streams::forget);
        } catch (UnreachableException e) {
            LOG.log(Logger.Level.DEBUG, "Streams are tidied up later", e);
        }
    }

    private void ended(Session session) {
        queue.cancelAll(session);
        queue.forget(session);
        session.outbox().close();
        var states = session.takeStates();
        Thread.ofVirtual().name("gradio-session-end").start(() -> {
            app.files().streams().forget(session.hash());
            states.run();
        });
    }

    /** What the other nodes tell. */
    private final class Others implements EventBus.Listener {

        @Override
        public void command(String command) {
            nodes.obey(command);
        }

        @Override
        public void connectionLost(String session) {
            sessions.find(session).ifPresent(AppRuntime.this::connectionLost);
        }

        @Override
        public void eventLost(String eventId) {
            queue.drop(eventId);
        }
    }

    /**
     * A connection that showed that the page is open has ended, and the page is gone for sure.
     *
     * @return the threads on which the listeners for it run
     */
    public List<Thread> pageClosed(Session session) {
        return nodes.pageClosed(session, app.dependencies());
    }

    /** A connection was lost; if none comes back in the time of grace, the page counts as closed. */
    public void connectionLost(Session session) {
        if (scheduler.isShutdown()) {
            return;
        }
        scheduler.schedule(() -> {
            if (!session.isConnected()) {
                pageClosed(session);
            }
        }, settings.grace().toMillis(), TimeUnit.MILLISECONDS);
    }

    /** What is so at this moment. */
    public Exposition.Now now() {
        var all = sessions.all();
        var sizes = all.stream().mapToInt(s -> s.outbox().size()).summaryStatistics();
        return new Exposition.Now(queue.waiting(), queue.running(), all.size(), all.stream().filter(Session::isConnectedHere).count(), sizes.getSum(),
                Math.max(0, sizes.getMax()), all.stream().mapToLong(s -> s.outbox().held()).sum(), queue.lingering());
    }

    /** Accepts no more events, lets those that run end for a while, tells all pages that the server stops, and ends everything. */
    @Override
    public void close() {
        queue.refuse();
        nodes.leave();
        if (nodes.areOne()) {
            tellStop(session -> session.outbox().unfinished().isEmpty());
        }
        queue.awaitEnd(settings.operation().shutdownGrace());
        // First the reason: a client that hears of a cancelled event takes it for somebody's wish.
        if (nodes.areOne()) {
            tellStop(session -> true);
        } else {
            queue.failAll(WrittenMessages.FORM::lost);
        }
        queue.close();
        scheduler.shutdownNow();
        housekeeping.interrupt();
        app.files().close();
    }

    /** Each page hears it once. */
    private void tellStop(Predicate<Session> which) {
        sessions.all().stream().filter(session -> which.test(session) && told.add(session))
                .forEach(session -> session.outbox().add(new Message.UnexpectedError("Server stopped unexpectedly.", false)));
    }
}
