package io.gradio4j;

/**
 * What a {@code delete} event carries.
 *
 * @param target the block that fired
 * @param file the file that was taken away, as the page knows it: what to call it and where the page loads it from
 */
public record DeletedFileData(Block target, FileData file) {

    /**
     * Reads the event's payload, which is the file object itself.
     *
     * @param event the raw event
     * @return the event with its file
     * @throws ValidationException if the payload is no file
     */
    public static DeletedFileData from(EventData event) {
        return new DeletedFileData(event.target(), FileData.from(event.data()));
    }
}
