package io.gradio4j.gallery;

import io.gradio4j.AppPath;
import io.gradio4j.Blocks;
import io.gradio4j.GradioApp;
import io.gradio4j.components.apps.ChatInterface;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.Map;

/** The oldest of all chat programs: it asks back. */
@ApplicationScoped
@AppPath("/chat")
public class ChatApp implements GradioApp {

    private static final Map<String, String> MIRROR = Map.of("i", "you", "my", "your", "me", "you", "am", "are", "mine", "yours", "you", "I");

    @Override
    public Blocks build() {
        return ChatInterface.emitting((message, history, out) -> {
            var words = message.replaceAll("(?<![.!?])[.!?]++$", "").split("\\s+");
            out.append(history.isEmpty() ? "Tell me more: *why do you say that" : "*Why");
            for (var word : words) {
                Thread.sleep(60);
                out.append(" " + MIRROR.getOrDefault(word.toLowerCase(Locale.ROOT), word));
            }
            out.append("?*");
        }).title("Chat").description("It listens, and asks back.").examples("I like my garden", "You are a machine").saveHistory(true).blocks();
    }
}
