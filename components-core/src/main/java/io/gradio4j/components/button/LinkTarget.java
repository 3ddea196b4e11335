package io.gradio4j.components.button;

/** Where a link opens. */
public enum LinkTarget {
    /** In the page's own place. */
    SELF,
    /** In a new tab. */
    BLANK,
    /** In the frame around this one. */
    PARENT,
    /** In the whole window. */
    TOP
}
