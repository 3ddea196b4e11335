package io.gradio4j;

import jakarta.json.JsonValue;
import java.util.List;
import java.util.Optional;

/** A component whose value is no text but has one at its end, to which a handler may add, see {@link Sink#append}. */
public interface HasGrowingText {

    /**
     * Where in a value the text stands that grows.
     *
     * @param value the value on the wire
     * @return object keys (strings) and array indices (integers) from the value's root to a string; empty when the value has none
     */
    Optional<List<Object>> growingText(JsonValue value);
}
