package io.gradio4j;

/** A block with the event {@code copy}: a person copies its content with the copy button. */
public interface HasCopy {

    /**
     * Starts a listener that runs when a person copies its content with the copy button.
     *
     * @return the listener's chain
     */
    default Event onCopy() {
        return Event.of(this, "copy");
    }
}
