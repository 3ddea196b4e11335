package io.gradio4j;

/** A block with the event {@code blur}: it loses the focus. */
public interface HasBlur {

    /**
     * Starts a listener that runs when it loses the focus.
     *
     * @return the listener's chain
     */
    default Event onBlur() {
        return Event.of(this, "blur");
    }
}
