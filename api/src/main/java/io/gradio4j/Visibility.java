package io.gradio4j;

/** Whether a block is on the page. */
public enum Visibility {
    /** Mounted and displayed. */
    SHOWN,
    /** Mounted but not displayed: it takes no room. */
    HIDDEN,
    /** Not in the document at all. */
    REMOVED
}
