package io.gradio4j.components.chatbot;

/** Which messages a person may edit. */
public enum Editable {
    /** Their own. */
    USER,
    /** Their own and the app's. */
    ALL
}
