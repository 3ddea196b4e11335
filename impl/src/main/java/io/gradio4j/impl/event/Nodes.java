package io.gradio4j.impl.event;

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
import java.util.Optional;

/**
 * Finds the node that runs an event: what a page wants of the event is done here or there. A server that is alone runs them all. Safe for
 * use by many threads.
 */
public final class Nodes {

    private static final Logger LOG = System.getLogger(Nodes.class.getName());

    private final EventQueue queue;
    private final Sessions sessions;
    private final EventBus<Message> bus;

    Nodes(EventQueue queue, Sessions sessions, EventBus<Message> bus) {
        this.queue = queue;
        this.sessions = sessions;
        this.bus = bus;
    }

    /** Whether there is no other node. */
    public boolean areOne() {
        return bus.node().isEmpty();
    }

    /** A new event's id: 32 hexadecimal digits that nobody can guess. Where there are several nodes it begins with this one's name. */
    public String newId() {
        return bus.node() + EventQueue.newId().substring(bus.node().length());
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

    /** A page is closed: whatever runs for it ends, wherever that is. */
    void pageClosed(Session session) {
        closed(session);
        bus.broadcast(JsonText.of(command("closed").add("session", session.hash()).build()));
    }

    private void closed(Session session) {
        session.pageClosed();
        queue.cancelAll(session);
        queue.forget(session);
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
                case "closed" -> sessions.known(command.getString("session")).ifPresent(this::closed);
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
