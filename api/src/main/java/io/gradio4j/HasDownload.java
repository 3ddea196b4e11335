package io.gradio4j;

/** A block with the event {@code download}: a person downloads something of it. */
public interface HasDownload {

    /**
     * Starts a listener that runs when a person downloads something of it; see {@link DownloadData}.
     *
     * @return the listener's chain
     */
    default Event onDownload() {
        return Event.of(this, "download");
    }
}
