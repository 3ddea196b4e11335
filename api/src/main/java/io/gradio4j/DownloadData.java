package io.gradio4j;

/**
 * What a {@code download} event carries.
 *
 * @param target the block that fired
 * @param file the file that was downloaded, as the page knows it: what to call it and where the page loads it from
 */
public record DownloadData(Block target, FileData file) {

    /**
     * Reads the event's payload, which is the file object itself.
     *
     * @param event the raw event
     * @return the event with its file
     * @throws ValidationException if the payload is no file
     */
    public static DownloadData from(EventData event) {
        return new DownloadData(event.target(), FileData.from(event.data()));
    }
}
