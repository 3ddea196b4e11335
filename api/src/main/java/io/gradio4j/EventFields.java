package io.gradio4j;

import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;

/**
 * The fields of an event's payload, which is an object.
 *
 * @param event the event's name, for messages
 * @param data the payload
 */
record EventFields(String event, JsonObject data) {

    static EventFields of(EventData event, String name) {
        if (!(event.data() instanceof JsonObject data)) {
            throw new ValidationException("The event " + name + " carries an object, not " + event.data());
        }
        return new EventFields(name, data);
    }

    JsonValue value(String field) {
        return data.getOrDefault(field, JsonValue.NULL);
    }

    int index() {
        if (value("index") instanceof JsonNumber index && index.isIntegral() && index.intValue() >= 0) {
            return index.intValue();
        }
        throw wrong("a position as \"index\"");
    }

    String text(String field) {
        if (value(field) instanceof JsonString text) {
            return text.getString();
        }
        throw wrong("a text as \"" + field + "\"");
    }

    ValidationException wrong(String expected) {
        return new ValidationException("The event " + event + " carries " + expected + ", not " + data);
    }
}
