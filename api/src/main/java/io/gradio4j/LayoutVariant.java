package io.gradio4j;

/** How a row or column looks. */
public enum LayoutVariant {
    /** Plain. */
    DEFAULT,
    /** On a grey panel. */
    PANEL,
    /** Without inner rounding; inputs in it share no form. */
    COMPACT
}
