package io.gradio4j;

/** A block with the event {@code click}: a person clicks on it. */
public interface HasClick {

    /**
     * Starts a listener that runs when a person clicks on it.
     *
     * @return the listener's chain
     */
    default Event onClick() {
        return Event.of(this, "click");
    }
}
