package io.gradio4j.components.chatbot;

/** How messages are arranged. */
public enum ChatLayout {
    /** In rows of the full width. */
    PANEL,
    /** In bubbles: the person's at the right, the app's at the left. */
    BUBBLE
}
