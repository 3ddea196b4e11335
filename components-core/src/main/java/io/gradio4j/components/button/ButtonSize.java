package io.gradio4j.components.button;

/** How big a button is. */
public enum ButtonSize {
    /** Small. */
    SM,
    /** Medium. */
    MD,
    /** Large. */
    LG
}
