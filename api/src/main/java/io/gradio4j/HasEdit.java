package io.gradio4j;

/** A block with the event {@code edit}: a person changes a message. */
public interface HasEdit {

    /**
     * Starts a listener that runs when a person has changed a message; see {@link EditData}.
     *
     * @return the listener's chain
     */
    default Event onEdit() {
        return Event.of(this, "edit");
    }
}
