package io.gradio4j;

import jakarta.json.Json;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;

/** A text field as small as a component can be. */
final class Field extends Component<String, Field> implements HasChange, HasClick, HasSubmit {

    Field(String label) {
        super("field");
        label(label);
    }

    Field lines(int lines) {
        return set("lines", lines);
    }

    @Override
    protected String preprocess(JsonValue payload, Conversion conversion) {
        if (payload instanceof JsonString text) {
            return text.getString();
        }
        throw expected("a string", payload);
    }

    @Override
    protected JsonValue postprocess(String value, Conversion conversion) {
        return Json.createValue(value);
    }

    @Override
    public Schema schema() {
        return Schema.string();
    }
}
