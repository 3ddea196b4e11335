package io.gradio4j;

/** A block with the event {@code release}: a person lets go of it. */
public interface HasRelease {

    /**
     * Starts a listener that runs when a person lets go of it.
     *
     * @return the listener's chain
     */
    default Event onRelease() {
        return Event.of(this, "release");
    }
}
