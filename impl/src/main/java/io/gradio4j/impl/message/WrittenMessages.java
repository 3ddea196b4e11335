package io.gradio4j.impl.message;

import io.gradio4j.impl.json.BadJsonException;
import io.gradio4j.impl.json.Jsons;
import io.gradio4j.spi.MessageForm;
import jakarta.json.JsonObject;
import java.util.Optional;

/** Messages between nodes: as they are on the wire. Those about events are not taken apart again, because they only pass through. */
public final class WrittenMessages implements MessageForm<Message> {

    /** The one there is. */
    public static final WrittenMessages FORM = new WrittenMessages();

    private static final String NAME = "{\"msg\":\"";
    private static final String EVENT = "\",\"event_id\":\"";

    private WrittenMessages() {
    }

    @Override
    public String write(Message message) {
        var out = new StringBuilder(256);
        MessageWriter.write(message, 0, out);
        return out.toString();
    }

    @Override
    public Message read(String text) {
        var end = text.indexOf('"', NAME.length());
        if (!text.startsWith(NAME) || end < 0) {
            throw new IllegalArgumentException("Not a message: " + text);
        }
        var name = text.substring(NAME.length(), end);
        return switch (name) {
            case "joined", "rejected", "unexpected_error" -> whole(name, object(text));
            default -> {
                var id = end + EVENT.length();
                var last = text.indexOf('"', id);
                if (!text.startsWith(EVENT, end) || last < 0) {
                    throw new IllegalArgumentException("A message without an event: " + text);
                }
                yield new Message.Written(text.substring(id, last), name, text);
            }
        };
    }

    private static JsonObject object(String text) {
        try {
            return Jsons.read(text).asJsonObject();
        } catch (BadJsonException | ClassCastException e) {
            throw new IllegalArgumentException("Not a message: " + text, e);
        }
    }

    private static Message whole(String name, JsonObject message) {
        return switch (name) {
            case "joined" -> new Message.Joined(message.getString("id"), message.getString("event_id"));
            case "rejected" -> new Message.Rejected(message.getString("id"), message.getInt("status"), message.get("detail"));
            default -> new Message.UnexpectedError(message.getString("message"), message.getBoolean("session_not_found"));
        };
    }

    @Override
    public Optional<String> event(Message message) {
        return message instanceof Message.OfEvent event ? Optional.of(event.eventId()) : Optional.empty();
    }

    @Override
    public boolean ends(Message message) {
        return message.ends();
    }

    @Override
    public Optional<Message> merge(Message earlier, Message later) {
        return Merging.of(earlier, later);
    }

    @Override
    public long weight(Message message) {
        return Weight.of(message);
    }

    @Override
    public Message lost(String eventId) {
        return new Message.Failed(eventId, new Message.Failure("The server that ran this event has stopped. Please try again.",
                new Message.FailureToast("Server stopped", 10.0), true));
    }
}
