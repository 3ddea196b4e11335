package io.gradio4j;

/** A block with the event {@code collapse}: it is closed. */
public interface HasCollapse {

    /**
     * Starts a listener that runs when it is closed.
     *
     * @return the listener's chain
     */
    default Event onCollapse() {
        return Event.of(this, "collapse");
    }
}
