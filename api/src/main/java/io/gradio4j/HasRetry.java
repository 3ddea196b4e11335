package io.gradio4j;

/** A block with the event {@code retry}: a person wants another answer. */
public interface HasRetry {

    /**
     * Starts a listener that runs when a person wants another answer to their last message; see {@link RetryData}.
     *
     * @return the listener's chain
     */
    default Event onRetry() {
        return Event.of(this, "retry");
    }
}
