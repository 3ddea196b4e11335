package io.gradio4j.impl.event;

import io.gradio4j.Request;
import io.gradio4j.impl.app.Dependency;
import io.gradio4j.impl.json.BadJsonException;
import io.gradio4j.impl.json.JsonText;
import io.gradio4j.impl.json.Jsons;
import io.gradio4j.impl.message.Message;
import io.gradio4j.impl.session.Session;
import io.gradio4j.impl.session.Sessions;
import io.gradio4j.spi.EventBus;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.lang.System.Logger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Finds the node that runs an event: what a page wants of the event is done here or there. A server that is alone runs them all. Safe for
 * use by many threads.
 */
public final class Nodes {

    private static final Logger LOG = System.getLogger(Nodes.class.getName());

    private final EventQueue queue;
    private final Sessions sessions;
    private final EventBus<Message> bus;
    private final Errands errands;
    private final Set<String> leaving = ConcurrentHashMap.newKeySet();

    Nodes(EventQueue queue, Sessions sessions, EventBus<Message> bus, Errands errands) {
        this.queue = queue;
        this.sessions = sessions;
        this.bus = bus;
        this.errands = errands;
    }

    /** Whether there is no other node. */
    public boolean areOne() {
        return bus.node().isEmpty();
    }

    /** This node's name; an empty string for one that is alone. */
    String name() {
        return bus.node();
    }

    /** Whether a node can be given something to do: it lives, and is not about to stop. */
    boolean work(String node) {
        return node.equals(name()) || !leaving.contains(node) && send(node, command("nothing"));
    }

    /** This node is about to stop: the others do without it from now on. */
    void leave() {
        bus.broadcast(JsonText.of(command("leave").add("from", name()).build()));
    }

    /** A new event's id: 32 hexadecimal digits that nobody can guess. Where there are several nodes it begins with this one's name. */
    public String newId() {
        return newId(name());
    }

    /** Likewise for an event that another node runs. */
    String newId(String node) {
        return node + EventQueue.newId().substring(node.length());
    }

    /** The other node that runs an event; empty when that is here. */
    private Optional<String> owner(String eventId) {
        return areOne() || eventId.length() < EventBus.NODE_LENGTH || eventId.startsWith(bus.node()) ? Optional.empty()
                : Optional.of(eventId.substring(0, EventBus.NODE_LENGTH));
    }

    /** The session of an event whose last message its page has not got yet. */
    public Optional<Session> session(String eventId) {
        return queue.session(eventId).or(() -> areOne()
                ? sessions.all().stream().filter(s -> s.outbox().unfinished().contains(eventId)).findFirst()
                : bus.session(eventId).flatMap(sessions::find));
    }

    /** Cancels an event. One that is unknown, of another session or over already is left alone. */
    public void cancel(Session session, String eventId) {
        owner(eventId).ifPresentOrElse(node -> send(node, command("cancel").add("session", session.hash()).add("event", eventId)),
                () -> queue.cancel(session.hash(), eventId));
    }

    /**
     * A piece of the stream that a running event is for.
     *
     * @return false if there is no such event
     */
    public boolean piece(String eventId, JsonArray data, JsonValue eventData) {
        var owner = owner(eventId);
        return owner.isEmpty() ? queue.piece(eventId, data, eventData) : bus.session(eventId).isPresent()
                && send(owner.get(), command("piece").add("event", eventId).add("data", data).add("event_data", eventData));
    }

    /**
     * No more pieces of a stream come: its event ends with the newest one.
     *
     * @return false if there is no such event
     */
    public boolean endStream(String eventId) {
        var owner = owner(eventId);
        return owner.isEmpty() ? queue.endStream(eventId)
                : bus.session(eventId).isPresent() && send(owner.get(), command("end").add("event", eventId));
    }

    /**
     * A page is closed: whatever runs for it ends, wherever that is.
     *
     * @param listeners those of the app
     * @return the threads on which the listeners for it run here
     */
    List<Thread> pageClosed(Session session, List<Dependency> listeners) {
        var threads = Stream.concat(closed(session), unload(session, listeners.stream())).toList();
        bus.broadcast(JsonText.of(command("closed").add("session", session.hash()).build()));
        return threads;
    }

    /** What this node has drawn for a page hears of its end from this node. */
    private Stream<Thread> closed(Session session) {
        session.pageClosed();
        queue.cancelAll(session);
        queue.forget(session);
        var drawn = session.parts().dependencies();
        return drawn.isEmpty() || !areOne() && !session.drawer().equals(Optional.of(name())) ? Stream.empty() : unload(session, drawn.stream());
    }

    private Stream<Thread> unload(Session session, Stream<Dependency> listeners) {
        var input = new Input(JsonValue.EMPTY_JSON_ARRAY, JsonValue.NULL, OptionalInt.empty(),
                new Request(Map.of(), Map.of(), Map.of(), "", "", session.user(), session.hash()));
        return listeners.filter(d -> d.targets().stream().anyMatch(t -> t.event().equals("unload")))
                .map(d -> Thread.ofVirtual().name("gradio-unload").start(() -> queue.direct(session, d, input)));
    }

    private static JsonObjectBuilder command(String name) {
        return Jsons.object().add("do", name);
    }

    private boolean send(String node, JsonObjectBuilder command) {
        return bus.send(node, JsonText.of(command.build()));
    }

    /** Does what another node wants. */
    void obey(String text) {
        try {
            var command = Jsons.read(text).asJsonObject();
            var event = command.getString("event", "");
            switch (command.getString("do")) {
                case "cancel" -> queue.cancel(command.getString("session"), event);
                case "piece" -> queue.piece(event, command.getJsonArray("data"), command.get("event_data"));
                case "end" -> queue.endStream(event);
                case "errand", "still", "answer" -> errands.obey(command);
                case "leave" -> leaving.add(command.getString("from"));
                case "nothing" -> {
                }
                case "closed" -> sessions.known(command.getString("session")).ifPresent(session -> closed(session).toList());
                default -> LOG.log(Logger.Level.WARNING, "Another node wants what this one does not know: {0}", name(command));
            }
        } catch (BadJsonException | ClassCastException | NullPointerException e) {
            LOG.log(Logger.Level.WARNING, "Another node wants what this one does not understand", e);
        }
    }

    private static String name(JsonObject command) {
        return command.getString("do");
    }
}
