package io.gradio4j;

import jakarta.json.Json;
import jakarta.json.JsonNumber;
import jakarta.json.JsonValue;

/** A number field as small as a component can be. */
final class Amount extends Component<Double, Amount> implements HasChange {

    Amount(String label) {
        super("amount");
        label(label);
    }

    @Override
    protected Double preprocess(JsonValue payload, Conversion conversion) {
        if (payload instanceof JsonNumber number) {
            return number.doubleValue();
        }
        throw expected("a number", payload);
    }

    @Override
    protected JsonValue postprocess(Double value, Conversion conversion) {
        return Json.createValue(value);
    }

    @Override
    public Schema schema() {
        return Schema.number();
    }
}
