package io.gradio4j;

/** A block with the event {@code focus}: it gets the focus. */
public interface HasFocus {

    /**
     * Starts a listener that runs when it gets the focus.
     *
     * @return the listener's chain
     */
    default Event onFocus() {
        return Event.of(this, "focus");
    }
}
