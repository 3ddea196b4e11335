package io.gradio4j;

/**
 * What an {@code edit} event carries.
 *
 * @param target the block that fired
 * @param index the position of the message that was changed
 * @param value its new text
 * @param previousValue its text before
 */
public record EditData(Block target, int index, String value, String previousValue) {

    /**
     * Reads the event's payload.
     *
     * @param event the raw event
     * @return the event as an edit
     * @throws ValidationException if the payload has no index or texts
     */
    public static EditData from(EventData event) {
        var data = EventFields.of(event, "edit");
        return new EditData(event.target(), data.index(), data.text("value"), data.text("previous_value"));
    }
}
