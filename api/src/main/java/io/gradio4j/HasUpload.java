package io.gradio4j;

/** A block with the event {@code upload}: it has got files that a person uploaded. */
public interface HasUpload {

    /**
     * Starts a listener that runs when it has got files that a person uploaded.
     *
     * @return the listener's chain
     */
    default Event onUpload() {
        return Event.of(this, "upload");
    }
}
