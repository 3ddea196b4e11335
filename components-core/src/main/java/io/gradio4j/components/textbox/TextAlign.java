package io.gradio4j.components.textbox;

/** At which side text stands. */
public enum TextAlign {
    /** At the left. */
    LEFT,
    /** At the right. */
    RIGHT
}
