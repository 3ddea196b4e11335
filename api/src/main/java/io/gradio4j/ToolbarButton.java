package io.gradio4j;

/** The built-in entries of toolbars. A component ignores those it does not have. */
public enum ToolbarButton implements ToolbarItem {
    /** Copies the content to the clipboard. */
    COPY,
    /** Saves the content as a file. */
    DOWNLOAD,
    /** Saves a chart as a picture. */
    EXPORT,
    /** Fills the window with the component. */
    FULLSCREEN,
    /** Sets the initial value again. */
    RESET,
    /** Hands the content to the sharing of the person's device. */
    SHARE,
    /** Copies the whole conversation. */
    COPY_ALL
}
