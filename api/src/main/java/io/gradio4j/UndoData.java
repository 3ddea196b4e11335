package io.gradio4j;

import jakarta.json.JsonValue;

/**
 * What an {@code undo} event carries.
 *
 * @param target the block that fired
 * @param index the position of the message that is taken back
 * @param value its content: a string, or another JSON value for what is no text
 */
public record UndoData(Block target, int index, JsonValue value) {

    /**
     * Reads the event's payload.
     *
     * @param event the raw event
     * @return the event, typed
     * @throws ValidationException if the payload has no index
     */
    public static UndoData from(EventData event) {
        var data = EventFields.of(event, "undo");
        return new UndoData(event.target(), data.index(), data.value("value"));
    }
}
