package io.gradio4j;

/** A block with the event {@code tick}: its time has passed. */
public interface HasTick {

    /**
     * Starts a listener that runs when its time has passed.
     *
     * @return the listener's chain
     */
    default Event onTick() {
        return Event.of(this, "tick");
    }
}
