package io.gradio4j;

/** A block with the event {@code input}: a person changes its value. */
public interface HasInput {

    /**
     * Starts a listener that runs when a person changes its value.
     *
     * @return the listener's chain
     */
    default Event onInput() {
        return Event.of(this, "input");
    }
}
