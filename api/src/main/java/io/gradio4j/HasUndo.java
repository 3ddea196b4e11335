package io.gradio4j;

/** A block with the event {@code undo}: a person takes their last message back. */
public interface HasUndo {

    /**
     * Starts a listener that runs when a person takes their last message back; see {@link UndoData}.
     *
     * @return the listener's chain
     */
    default Event onUndo() {
        return Event.of(this, "undo");
    }
}
