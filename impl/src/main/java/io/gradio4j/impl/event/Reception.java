package io.gradio4j.impl.event;

import io.gradio4j.ApiVisibility;
import io.gradio4j.impl.app.App;
import io.gradio4j.impl.app.Dependency;
import io.gradio4j.impl.message.Message;
import io.gradio4j.impl.session.Session;
import io.gradio4j.impl.session.Sessions;
import java.util.Optional;

/**
 * Takes what pages and clients want, and knows where it is done. That is here, but for a page of which another node has drawn parts: functions
 * cannot travel, so from the first drawing on one node does all for the page, until it stops. Safe for use by many threads.
 */
public final class Reception {

    private final App app;
    private final EventQueue queue;
    private final Sessions sessions;
    private final Nodes nodes;
    private final Errands errands;
    private final ServerCalls calls;

    Reception(App app, EventQueue queue, Sessions sessions, Nodes nodes, Errands errands) {
        this.app = app;
        this.queue = queue;
        this.sessions = sessions;
        this.nodes = nodes;
        this.errands = errands;
        calls = new ServerCalls(app);
    }

    /**
     * The session that a call is for; a new one only for a listener that every page has. Who calls what there is not leaves no session behind.
     *
     * @param hash its name
     * @throws RefusedException if there is no such listener, or it is not for the caller
     */
    public Session session(String hash, Wanted wanted) {
        var listener = dependency(wanted);
        if (listener.isPresent()) {
            requirePermission(listener.get(), wanted);
        } else if (sessions.find(hash).isEmpty()) {
            throw new RefusedException(500, unknown(wanted));
        }
        return sessions.open(hash);
    }

    /** Where the events of a listener run. */
    public Destination to(Session session, Wanted wanted) {
        return drawer(session, dependency(wanted).filter(d -> d.renderId().isPresent()).isPresent())
                .<Destination>map(node -> new There(node, session, wanted)).orElseGet(() -> new Here(session, wanted));
    }

    /**
     * Calls a function of a component, past the queue.
     *
     * @return the value as JSON
     * @throws RefusedException if there is none, or it fails
     */
    public Answer call(Session session, ServerCall call) {
        return drawer(session, false).map(node -> errands.ask(node, new Errand.Function(session.hash(), call)))
                .orElseGet(() -> calls.call(session, call));
    }

    /**
     * The other node that has drawn parts of a page; empty if that is this one, or nobody yet.
     *
     * @param draws whether somebody is going to now: then it is this one
     */
    private Optional<String> drawer(Session session, boolean draws) {
        if (nodes.areOne() || app.renders().isEmpty() || session.hash().isEmpty()) {
            return Optional.empty();
        }
        var known = session.drawer();
        if (known.isEmpty() ? draws : !nodes.work(known.get())) {
            known = Optional.of(session.drawnBy(nodes.name(), known));
        }
        return known.filter(node -> !node.equals(nodes.name()));
    }

    /** Does what another node wants. */
    Answer perform(Errand errand) {
        var session = sessions.open(errand.session());
        return switch (errand) {
            case Errand.Join join -> {
                new Here(session, join.wanted()).join(join.sent().input(), new EventQueue.Ticket(join.eventId(), join.simple(),
                        join.clientId().map(id -> new Message.Joined(id, join.eventId()))));
                yield Answer.NOTHING;
            }
            case Errand.Run run -> new Here(session, run.wanted()).call(run.sent().input());
            case Errand.Function function -> calls.call(session, function.call());
        };
    }

    /** A listener of the app itself. */
    private Optional<Dependency> dependency(Wanted wanted) {
        return wanted.number().isPresent() ? app.dependency(wanted.number().get()) : app.endpoint(wanted.name());
    }

    private Optional<Dependency> drawn(Session session, Wanted wanted) {
        var parts = session.parts();
        return wanted.number().isPresent() ? parts.dependency(wanted.number().get())
                : parts.dependencies().stream().filter(d -> d.apiName().equals(wanted.name())).findFirst();
    }

    private Dependency listener(Session session, Wanted wanted) {
        var found = dependency(wanted).or(() -> drawn(session, wanted)).orElseThrow(() -> new RefusedException(500, unknown(wanted)));
        requirePermission(found, wanted);
        return found;
    }

    private static void requirePermission(Dependency listener, Wanted wanted) {
        if (listener.visibility() == ApiVisibility.PRIVATE && !wanted.own()) {
            throw new RefusedException(403, "The endpoint '" + listener.apiName() + "' is private.");
        }
    }

    private String unknown(Wanted wanted) {
        if (wanted.number().isEmpty()) {
            return "There is no endpoint named '" + wanted.name() + "'.";
        }
        var number = wanted.number().get();
        return number >= app.dependencies().size() && app.renders().isPresent()
                ? "The function with fn_index " + number + " is not on this page any more: what it belongs to has been drawn anew"
                        + (nodes.areOne() ? "." : ", or the server that has drawn it has stopped. Please reload the page.")
                : "There is no function with fn_index " + number + ".";
    }

    /** This node. */
    private final class Here implements Destination {

        private final Session session;
        private final Wanted wanted;

        Here(Session session, Wanted wanted) {
            this.session = session;
            this.wanted = wanted;
        }

        private Dependency found() {
            return Reception.this.listener(session, wanted);
        }

        @Override
        public Optional<Dependency> listener() {
            return Optional.of(found());
        }

        @Override
        public String newId() {
            return nodes.newId();
        }

        @Override
        public void join(Input input, EventQueue.Ticket ticket) {
            queue.join(session, found(), input, ticket);
        }

        @Override
        public Answer call(Input input) {
            var found = found();
            if (found.queue() && !app.limits().apiOpen()) {
                throw new RefusedException(404, "This API endpoint does not accept direct HTTP POST requests. Please join the queue to use this API.");
            }
            return Answer.of(queue.direct(session, found, input));
        }
    }

    /** The node that has drawn parts of the page. */
    private final class There implements Destination {

        private final String node;
        private final Session session;
        private final Wanted wanted;

        There(String node, Session session, Wanted wanted) {
            this.node = node;
            this.session = session;
            this.wanted = wanted;
        }

        @Override
        public Optional<Dependency> listener() {
            return dependency(wanted);
        }

        @Override
        public String newId() {
            return nodes.newId(node);
        }

        @Override
        public void join(Input input, EventQueue.Ticket ticket) {
            errands.ask(node, new Errand.Join(session.hash(), wanted, Errand.Sent.of(input), ticket.eventId(), ticket.simple(),
                    ticket.joined().map(Message.Joined::clientId)));
        }

        @Override
        public Answer call(Input input) {
            return errands.ask(node, new Errand.Run(session.hash(), wanted, Errand.Sent.of(input)));
        }
    }
}
