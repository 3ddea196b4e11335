package io.gradio4j;

/** A block with the event {@code key_up}: a person lets a key go while its field has the focus. */
public interface HasKeyUp {

    /**
     * Starts a listener that runs when a person lets a key go. It carries {@link KeyUpData}.
     *
     * @return the listener's chain
     */
    default Event onKeyUp() {
        return Event.of(this, "key_up");
    }
}
