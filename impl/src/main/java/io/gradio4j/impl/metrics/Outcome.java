package io.gradio4j.impl.metrics;

import java.util.Locale;

/** How an event ended. */
public enum Outcome {
    /** Its handler gave its last result. */
    SUCCEEDED,
    /** Its handler, or the conversion of its values, threw. */
    FAILED,
    /** Somebody gave it up, or its page was closed. */
    CANCELLED,
    /** It was never accepted: wrong values, a missing role, or a queue that takes no more. */
    REFUSED;

    String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
