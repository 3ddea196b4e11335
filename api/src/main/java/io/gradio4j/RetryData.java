package io.gradio4j;

import jakarta.json.JsonValue;

/**
 * What a {@code retry} event carries.
 *
 * @param target the block that fired
 * @param index the position of the message that wants another answer
 * @param value its content: a string, or another JSON value for what is no text
 */
public record RetryData(Block target, int index, JsonValue value) {

    /**
     * Reads the event's payload.
     *
     * @param event the raw event
     * @return the event, typed
     * @throws ValidationException if the payload has no index
     */
    public static RetryData from(EventData event) {
        var data = EventFields.of(event, "retry");
        return new RetryData(event.target(), data.index(), data.value("value"));
    }
}
