package io.gradio4j.impl.web;

import io.gradio4j.impl.json.JsonText;
import io.gradio4j.impl.json.Jsons;
import io.gradio4j.impl.message.Message;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.function.Consumer;

/** The events of a call as {@code GET call/…} gives them, of messages that another node has written. */
final class CallFrames {

    private CallFrames() {
    }

    /**
     * Writes one message.
     *
     * @param out gets the event; nothing for messages that calls do not have
     * @param ended gets the event's id when this is its last message
     */
    static void append(Message.Written message, StringBuilder out, Consumer<String> ended) {
        switch (message.name()) {
            case "process_generating", "process_streaming" -> frame("generating", data(whole(message)), out);
            case "process_completed" -> {
                var completed = whole(message);
                if (completed.getBoolean("cancelled", false)) {
                    frame("complete", JsonValue.NULL, out);
                } else if (completed.getBoolean("success")) {
                    frame("complete", data(completed), out);
                } else {
                    frame("error", completed.get("output"), out);
                }
                ended.accept(message.eventId());
            }
            default -> {
            }
        }
    }

    private static JsonObject whole(Message.Written message) {
        return Jsons.read(message.text()).asJsonObject();
    }

    private static JsonValue data(JsonObject message) {
        return message.getJsonObject("output").get("data");
    }

    private static void frame(String name, JsonValue data, StringBuilder out) {
        new JsonText(out.append("event: ").append(name).append("\ndata: ")).value(data);
        out.append("\n\n");
    }
}
