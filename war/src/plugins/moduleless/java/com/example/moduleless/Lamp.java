package com.example.moduleless;

import io.gradio4j.Component;
import io.gradio4j.Conversion;
import io.gradio4j.Schema;
import jakarta.json.JsonValue;

/** A lamp, on or off, that no browser can draw: its module is not in the jar. */
public final class Lamp extends Component<Boolean, Lamp> {

    /**
     * Makes one.
     *
     * @param label the text above it
     */
    public Lamp(String label) {
        super("lamp");
        label(label);
    }

    @Override
    protected Boolean preprocess(JsonValue payload, Conversion c) {
        return payload == JsonValue.TRUE;
    }

    @Override
    protected JsonValue postprocess(Boolean value, Conversion c) {
        return value ? JsonValue.TRUE : JsonValue.FALSE;
    }

    @Override
    public Schema schema() {
        return Schema.bool();
    }
}
