package io.gradio4j;

/** What a trigger does while an event of the same listener is running. */
public enum TriggerMode {
    /** It is ignored. */
    ONCE,
    /** It runs at the same time. */
    MULTIPLE,
    /** The last one runs when the current one is done. */
    ALWAYS_LAST
}
