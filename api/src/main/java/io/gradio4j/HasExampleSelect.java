package io.gradio4j;

/** A block with the event {@code example_select}: a person chooses an example. */
public interface HasExampleSelect {

    /**
     * Starts a listener that runs when a person chooses one of the examples; see {@link SelectData}.
     *
     * @return the listener's chain
     */
    default Event onExampleSelect() {
        return Event.of(this, "example_select");
    }
}
