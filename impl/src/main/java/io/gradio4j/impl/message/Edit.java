package io.gradio4j.impl.message;

import jakarta.json.JsonValue;
import java.util.List;

/**
 * One change within a value: what to do, where, and with which value.
 *
 * @param action what to do
 * @param path object keys (strings) and array indices (integers) from the value's root
 * @param value the new value; null for a deletion
 */
public record Edit(Action action, List<Object> path, JsonValue value) {

    /** What an edit does. */
    public enum Action {
        /** Sets the value at the path. */
        REPLACE,
        /** Adds to the end of a string. */
        APPEND,
        /** Inserts into an array or adds a key. */
        ADD,
        /** Removes from an array or object. */
        DELETE
    }
}
