package io.gradio4j;

import jakarta.json.JsonValue;

/** A value of a property that knows by itself how pages get it; for what takes more than JSON-B, such as other components' values. */
@FunctionalInterface
public interface WireProperty {

    /**
     * The property's value on the wire.
     *
     * @param conversion helps with JSON and files
     * @return the JSON
     */
    JsonValue json(Conversion conversion);
}
