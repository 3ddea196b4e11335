package io.gradio4j;

/** A block with the event {@code clear}: a person empties it. */
public interface HasClear {

    /**
     * Starts a listener that runs when a person empties it with the button in its toolbar.
     *
     * @return the listener's chain
     */
    default Event onClear() {
        return Event.of(this, "clear");
    }
}
