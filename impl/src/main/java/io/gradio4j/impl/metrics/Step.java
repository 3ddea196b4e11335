package io.gradio4j.impl.metrics;

import java.util.Locale;

/** A part of an event's way. */
public enum Step {
    /** From being accepted to being started. */
    QUEUE,
    /** From what the client sent to the handler's arguments. */
    PREPROCESS,
    /** In the handler, with what it waits for. */
    HANDLER,
    /** From what the handler returned to what the client gets. */
    POSTPROCESS;

    String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
