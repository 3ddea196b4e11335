package io.gradio4j;

/** A block with the event {@code delete}: a person takes one of its files away. */
public interface HasDelete {

    /**
     * Starts a listener that runs when a person takes one of its files away; see {@link DeletedFileData}.
     *
     * @return the listener's chain
     */
    default Event onDelete() {
        return Event.of(this, "delete");
    }
}
