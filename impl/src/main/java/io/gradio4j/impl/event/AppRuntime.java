package io.gradio4j.impl.event;

import io.gradio4j.impl.app.App;
import io.gradio4j.impl.app.Dependency;
import io.gradio4j.impl.app.Plugins;
import io.gradio4j.impl.app.Settings;
import io.gradio4j.impl.message.Message;
import io.gradio4j.impl.session.Session;
import io.gradio4j.impl.session.Sessions;
import io.gradio4j.Request;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** A running app: its sessions, its queue and its clock. Safe for use by many threads. */
public final class AppRuntime implements AutoCloseable {

    private final App app;
    private final Plugins plugins;
    private final Settings settings;
    private final ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("gradio-clock").factory());
    private final EventQueue queue;
    private final Sessions sessions;
    private final List<Dependency> unload;

    /** Starts an app. */
    public AppRuntime(App app, Plugins plugins, Settings settings) {
        this.app = app;
        this.plugins = plugins;
        this.settings = settings;
        queue = new EventQueue(app, scheduler);
        sessions = new Sessions(settings.maxSessions(), this::drop);
        unload = app.dependencies().stream().filter(d -> d.targets().stream().anyMatch(t -> t.event().equals("unload"))).toList();
        if (app.blocks().values().stream().anyMatch(b -> b.type().equals("state"))) {
            scheduler.scheduleWithFixedDelay(() -> sessions.all().forEach(Session::expireStates), 1, 1, TimeUnit.SECONDS);
        }
        app.files().deletion().ifPresent(rule -> {
            var millis = Math.max(1, rule.frequency().toMillis());
            scheduler.scheduleWithFixedDelay(() -> Thread.startVirtualThread(app.files()::deleteOld), millis, millis, TimeUnit.MILLISECONDS);
        });
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

    /** Its sessions. */
    public Sessions sessions() {
        return sessions;
    }

    private void drop(Session session) {
        queue.cancelAll(session);
        session.outbox().close();
    }

    /**
     * A connection that showed that the page is open has ended, and the page is gone for sure.
     *
     * @return the threads on which the listeners for it run
     */
    public List<Thread> pageClosed(Session session) {
        session.pageClosed();
        queue.cancelAll(session);
        return unload.stream().map(dependency -> Thread.ofVirtual().name("gradio-unload").start(() -> queue.direct(session, dependency,
                new Input(JsonValue.EMPTY_JSON_ARRAY, JsonValue.NULL, OptionalInt.empty(),
                        new Request(java.util.Map.of(), java.util.Map.of(), java.util.Map.of(), "", "", "", session.hash()))))).toList();
    }

    /** A connection was lost; if none comes back in the time of grace, the page counts as closed. */
    public void connectionLost(Session session) {
        scheduler.schedule(() -> {
            if (!session.isConnected()) {
                pageClosed(session);
            }
        }, settings.grace().toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Tells all pages that the server stops, and ends everything. */
    @Override
    public void close() {
        // First the reason: a client that hears of a cancelled event takes it for somebody's wish.
        for (var session : sessions.all()) {
            session.outbox().add(new Message.UnexpectedError("Server stopped unexpectedly.", false));
        }
        queue.close();
        scheduler.shutdownNow();
        app.files().close();
    }
}
