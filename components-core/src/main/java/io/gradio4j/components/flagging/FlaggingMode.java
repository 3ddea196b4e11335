package io.gradio4j.components.flagging;

/** When an Interface flags. */
public enum FlaggingMode {
    /** Never. */
    NEVER,
    /** After every successful run. */
    AUTO,
    /** When a person presses a button. */
    MANUAL
}
