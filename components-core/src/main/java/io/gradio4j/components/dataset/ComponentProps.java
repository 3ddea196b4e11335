package io.gradio4j.components.dataset;

import io.gradio4j.Block;
import io.gradio4j.BlockAccess;
import io.gradio4j.Component;
import io.gradio4j.Conversion;
import io.gradio4j.WireProperty;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.LinkedHashSet;
import java.util.List;

/** The properties of a dataset's components, but for their values: how samples are drawn depends on them. */
record ComponentProps(List<Component<?, ?>> components) implements WireProperty {

    @Override
    public JsonValue json(Conversion conversion) {
        return Conversion.JSON.createArrayBuilder(components.stream().map(c -> json(c, conversion)).toList()).build();
    }

    private static JsonObject json(Component<?, ?> component, Conversion conversion) {
        var json = Conversion.JSON.createObjectBuilder();
        var names = new LinkedHashSet<>(BlockAccess.defaults(component).names());
        names.addAll(component.properties().keySet());
        names.remove("value");
        for (var name : names) {
            var value = component.property(name).orElse(null);
            json.add(name, conversion.toJson(value instanceof List<?> items && !(value instanceof JsonValue)
                    ? items.stream().filter(i -> !(i instanceof Block)).toList() : value));
        }
        return json.build();
    }
}
