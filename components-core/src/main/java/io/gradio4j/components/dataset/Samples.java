package io.gradio4j.components.dataset;

import io.gradio4j.BlockAccess;
import io.gradio4j.Component;
import io.gradio4j.Conversion;
import io.gradio4j.WireProperty;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows of sample values; each becomes JSON by the component of its column. */
record Samples(List<Component<?, ?>> components, List<List<@Nullable Object>> rows) implements WireProperty {

    static Samples of(List<Component<?, ?>> components, List<? extends List<? extends @Nullable Object>> rows) {
        var copy = new ArrayList<List<@Nullable Object>>();
        for (var row : rows) {
            if (!components.isEmpty() && row.size() != components.size()) {
                throw new IllegalArgumentException("A sample has a value for each of " + components.size() + " components, not " + row.size() + ": " + row);
            }
            var cells = row.toArray();
            for (var i = 0; i < components.size(); i++) {
                cells[i] = Plain.value(components.get(i), cells[i]);
            }
            copy.add(Collections.unmodifiableList(Arrays.asList(cells)));
        }
        return new Samples(components, List.copyOf(copy));
    }

    @Override
    public JsonValue json(Conversion conversion) {
        var array = Conversion.JSON.createArrayBuilder();
        for (var row : rows) {
            var cells = Conversion.JSON.createArrayBuilder();
            for (var i = 0; i < row.size(); i++) {
                cells.add(components.isEmpty() ? conversion.toJson(row.get(i)) : BlockAccess.example(components.get(i), row.get(i), conversion));
            }
            array.add(cells);
        }
        return array.build();
    }
}
