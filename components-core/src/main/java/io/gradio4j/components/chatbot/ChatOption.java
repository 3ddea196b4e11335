package io.gradio4j.components.chatbot;

/**
 * An answer that a message offers: a button below it.
 *
 * @param value what the event {@code option_select} carries
 * @param label the button's caption
 */
public record ChatOption(String value, String label) {

    /**
     * An answer that is shown as it is.
     *
     * @param value what the event {@code option_select} carries, and the button's caption
     */
    public ChatOption(String value) {
        this(value, value);
    }
}
