package com.example.twin;

import io.gradio4j.Component;
import io.gradio4j.Conversion;
import io.gradio4j.Schema;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;

/** A component that claims the type of one that every app has. */
public final class Twin extends Component<String, Twin> {

    /**
     * Makes one.
     *
     * @param label the text above it
     */
    public Twin(String label) {
        super("textbox");
        label(label);
    }

    @Override
    protected String preprocess(JsonValue payload, Conversion c) {
        return ((JsonString) payload).getString();
    }

    @Override
    protected JsonValue postprocess(String value, Conversion c) {
        return Conversion.JSON.createValue(value);
    }

    @Override
    public Schema schema() {
        return Schema.string();
    }
}
