package io.gradio4j;

/** A block with the event {@code option_select}: a person chooses an answer that a message offers. */
public interface HasOptionSelect {

    /**
     * Starts a listener that runs when a person chooses an answer that a message offers; see {@link SelectData}.
     *
     * @return the listener's chain
     */
    default Event onOptionSelect() {
        return Event.of(this, "option_select");
    }
}
