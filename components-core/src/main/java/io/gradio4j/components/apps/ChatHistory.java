package io.gradio4j.components.apps;

import static io.gradio4j.Conversion.JSON;

import io.gradio4j.components.chatbot.ChatMessage;
import io.gradio4j.components.chatbot.Role;
import io.gradio4j.components.multimodaltextbox.MultimodalValue;
import jakarta.json.JsonArray;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;

/** What an API client and the app said to each other, as text that any store of sessions can keep: pairs of role and text. */
final class ChatHistory {

    private ChatHistory() {
    }

    static List<ChatMessage> read(String json) {
        try (var reader = JSON.createReader(new StringReader(json))) {
            return reader.readArray().getValuesAs(JsonArray.class).stream()
                    .map(turn -> turn.getString(0).equals("user") ? ChatMessage.user(turn.getString(1)) : ChatMessage.assistant(turn.getString(1))).toList();
        }
    }

    static String written(List<ChatMessage> history, MultimodalValue message, List<ChatMessage> answer) {
        var all = new ArrayList<>(history);
        all.add(ChatMessage.user(message.text()));
        all.addAll(answer);
        var json = JSON.createArrayBuilder();
        all.forEach(turn -> json.add(JSON.createArrayBuilder().add(turn.role() == Role.USER ? "user" : "assistant").add(turn.text())));
        return json.build().toString();
    }
}
