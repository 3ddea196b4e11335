package io.gradio4j;

import org.jspecify.annotations.Nullable;

/**
 * Where a handler in push style puts its updates, see {@link Call#emit}. Used by the handler's thread alone. Every method throws
 * {@link java.util.concurrent.CancellationException} once the event was cancelled.
 *
 * @param <R> what one update is: the output's value, or {@link Updates} for several outputs
 */
public interface Sink<R extends @Nullable Object> {

    /**
     * Shows a new state of the outputs.
     *
     * @param update the new value, or {@link Updates}
     */
    void next(R update);

    /**
     * Adds text to the end of the only output's text. Only the added text is sent, so a long text costs no more than a short one. Of a
     * {@linkplain HasGrowingText value that ends in a text} it is that text that grows.
     *
     * @param text what to add
     * @throws IllegalStateException if the listener has not exactly one output, or its value is no text
     */
    void append(String text);

    /**
     * Adds text to the end of one output's text.
     *
     * @param output one of the listener's outputs
     * @param text what to add
     * @throws IllegalArgumentException if the listener has no such output
     * @throws IllegalStateException if its value is no text
     */
    void append(Component<String, ?> output, String text);

    /**
     * Adds text to the text at the end of one output's value, such as the last message of a chat.
     *
     * @param output one of the listener's outputs
     * @param text what to add
     * @throws IllegalArgumentException if the listener has no such output
     * @throws IllegalStateException if its value has no text at its end
     */
    void append(HasGrowingText output, String text);
}
