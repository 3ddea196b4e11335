package io.gradio4j.samples;

import io.gradio4j.Component;
import io.gradio4j.Conversion;
import io.gradio4j.Schema;
import jakarta.json.Json;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;

/** Stands for a component that shows pictures: its value is a picture's name. */
final class Picture extends Component<String, Picture> {

    Picture(String label) {
        super("picture");
        label(label);
    }

    @Override
    protected String preprocess(JsonValue payload, Conversion conversion) {
        return payload instanceof JsonString s ? s.getString() : "";
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
