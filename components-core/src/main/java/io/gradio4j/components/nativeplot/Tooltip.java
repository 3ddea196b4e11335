package io.gradio4j.components.nativeplot;

/** What is shown when the pointer stands on a bar, a line or a point. */
public enum Tooltip {
    /** The columns of x, y and colour. */
    AXIS,
    /** All columns. */
    ALL,
    /** Nothing. */
    NONE
}
