package io.gradio4j;

/** A block with the event {@code stop}: a person presses its stop button. */
public interface HasStop {

    /**
     * Starts a listener that runs when a person presses its stop button.
     *
     * @return the listener's chain
     */
    default Event onStop() {
        return Event.of(this, "stop");
    }
}
