package io.gradio4j;

/** How a running event shows on the page. */
public enum ShowProgress {
    /** An overlay with spinner, time and progress. */
    FULL,
    /** Only the time. */
    MINIMAL,
    /** Nothing. */
    HIDDEN
}
