package io.gradio4j;

/** A block with the event {@code expand}: it is opened. */
public interface HasExpand {

    /**
     * Starts a listener that runs when it is opened.
     *
     * @return the listener's chain
     */
    default Event onExpand() {
        return Event.of(this, "expand");
    }
}
