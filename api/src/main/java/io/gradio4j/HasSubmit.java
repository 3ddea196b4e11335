package io.gradio4j;

/** A block with the event {@code submit}: a person submits it, with Enter for example. */
public interface HasSubmit {

    /**
     * Starts a listener that runs when a person submits it, with Enter for example.
     *
     * @return the listener's chain
     */
    default Event onSubmit() {
        return Event.of(this, "submit");
    }
}
