package io.gradio4j.components.apps;

import io.gradio4j.Component;
import io.gradio4j.Update;
import io.gradio4j.Updates;
import org.jspecify.annotations.Nullable;

/**
 * An answer of a chat together with changes of its {@linkplain ChatInterface#additionalOutputs additional outputs}. Immutable.
 *
 * @param answer what the chat says: text, a message, a file, a component, or a list of these
 * @param others the changes
 */
public record ChatReply(Object answer, Updates others) {

    /**
     * An answer without changes yet.
     *
     * @param answer what the chat says
     * @return the reply
     */
    public static ChatReply of(Object answer) {
        return new ChatReply(answer, Updates.none());
    }

    /**
     * The same with a new value for an additional output.
     *
     * @param output one of the additional outputs
     * @param value its new value; {@code null} empties it
     * @param <T> its type
     * @return the reply
     */
    public <T extends @Nullable Object> ChatReply and(Component<T, ?> output, T value) {
        return new ChatReply(answer, others.and(output, value));
    }

    /**
     * The same with changed properties of an additional output.
     *
     * @param update made by {@code as(…)}
     * @return the reply
     */
    public ChatReply and(Update update) {
        return new ChatReply(answer, others.and(update));
    }
}
