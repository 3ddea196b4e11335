package io.gradio4j;

/** A side of the window. */
public enum Position {
    /** The left. */
    LEFT,
    /** The right. */
    RIGHT
}
