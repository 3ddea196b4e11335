package io.gradio4j;

/** A block with the event {@code select}: a person selects something in it. */
public interface HasSelect {

    /**
     * Starts a listener that runs when a person selects something in it.
     *
     * @return the listener's chain
     */
    default Event onSelect() {
        return Event.of(this, "select");
    }
}
