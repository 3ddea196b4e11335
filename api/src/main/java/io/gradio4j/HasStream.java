package io.gradio4j;

/**
 * A block with the event {@code stream}: while it records, a new piece of its value comes every {@link Options#streamEvery} seconds. The
 * pieces belong to one event as long as it runs: the handler is called again for each, and what piled up meanwhile is skipped but for the
 * newest.
 *
 * {@snippet :
 * camera.onStream().inputs(camera).outputs(seen).timeLimit(Duration.ofSeconds(30)).streamEvery(Duration.ofMillis(100)).run(model::describe);
 * }
 */
public interface HasStream {

    /**
     * Starts a listener that runs for each piece.
     *
     * @return the listener's chain
     */
    default Event onStream() {
        return Event.of(this, "stream");
    }
}
