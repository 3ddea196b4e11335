package io.gradio4j;

/** A block with the event {@code change}: its value differs from the last one, whoever changed it. */
public interface HasChange {

    /**
     * Starts a listener that runs when its value differs from the last one, whoever changed it.
     *
     * @return the listener's chain
     */
    default Event onChange() {
        return Event.of(this, "change");
    }
}
