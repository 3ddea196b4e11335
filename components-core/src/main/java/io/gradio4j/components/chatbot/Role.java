package io.gradio4j.components.chatbot;

/** Who says something in a conversation. */
public enum Role {
    /** The person at the page. */
    USER,
    /** The app. */
    ASSISTANT,
    /** The app's author, to the model: it is not shown. */
    SYSTEM
}
