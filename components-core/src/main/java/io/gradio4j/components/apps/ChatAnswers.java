package io.gradio4j.components.apps;

import io.gradio4j.Component;
import io.gradio4j.components.chatbot.ChatMessage;
import io.gradio4j.components.chatbot.Content;
import io.gradio4j.components.chatbot.Role;
import io.gradio4j.components.multimodaltextbox.MultimodalValue;
import java.net.URI;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes messages of what a chat's function may return. */
final class ChatAnswers {

    private ChatAnswers() {
    }

    /**
     * The messages of an answer.
     *
     * @throws IllegalArgumentException if it is none; the message names its class
     */
    static List<ChatMessage> messages(@Nullable Object answer) {
        return switch (answer) {
            case null -> List.of();
            case Collection<?> several -> several.stream().flatMap(one -> messages(one).stream()).toList();
            case ChatMessage message -> List.of(message);
            case String text -> List.of(ChatMessage.assistant(text));
            case Path file -> List.of(ChatMessage.assistant(file));
            case URI file -> List.of(ChatMessage.assistant(file));
            case Component<?, ?> component -> List.of(ChatMessage.assistant(component));
            case Content content -> List.of(ChatMessage.of(Role.ASSISTANT, content));
            case MultimodalValue value -> List.of(message(Role.ASSISTANT, value));
            default -> throw new IllegalArgumentException("A chat answers with a text, a ChatMessage, a file, a component, or a list of these, not "
                    + answer.getClass().getName());
        };
    }

    /** What a person says: their files, then the text. */
    static ChatMessage message(Role role, MultimodalValue value) {
        var files = value.files().stream().map(Content::file);
        var text = value.text().isEmpty() && !value.files().isEmpty() ? Stream.<Content>empty() : Stream.of(Content.text(value.text()));
        return ChatMessage.of(role, Stream.concat(files, text).toArray(Content[]::new));
    }

    /** An answer as an API client reads it: text, or a list of texts. */
    static Object plain(@Nullable Object answer) {
        var texts = messages(answer).stream().map(ChatMessage::text).toList();
        return texts.size() == 1 ? texts.getFirst() : texts;
    }
}
