package io.gradio4j;

import jakarta.json.JsonObject;

/**
 * What a {@code copy} event carries.
 *
 * @param target the block that fired
 * @param value the copied text
 */
public record CopyData(Block target, String value) {

    /**
     * Reads the event's payload.
     *
     * @param event the raw event
     * @return the event as a copy
     * @throws ValidationException if the payload has no text
     */
    public static CopyData from(EventData event) {
        if (!(event.data() instanceof JsonObject data) || !(data.get("value") instanceof jakarta.json.JsonString text)) {
            throw new ValidationException("A copy event carries an object with the text as \"value\", not " + event.data());
        }
        return new CopyData(event.target(), text.getString());
    }
}
