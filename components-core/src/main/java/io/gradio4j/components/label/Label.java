package io.gradio4j.components.label;

import io.gradio4j.Component;
import io.gradio4j.Conversion;
import io.gradio4j.Defaults;
import io.gradio4j.HasChange;
import io.gradio4j.HasSelect;
import io.gradio4j.Schema;
import io.gradio4j.ToolbarItem;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The result of a classification: the best class in big letters, below it all classes with a bar for their confidence.
 *
 * <p>The value has a confidence from 0 to 1 for each class; the best ones come first on the page, whatever the map's order. A result
 * without confidences is {@link #of}. The event {@code select} carries the class that was clicked on.
 *
 * {@snippet :
 * var label = new Label("Animal").numTopClasses(3);
 * classify.onClick().inputs(picture).outputs(label).run(p -> Map.of("cat", 0.9, "dog", 0.1));
 * }
 */
public final class Label extends Component<Map<String, Double>, Label> implements HasChange, HasSelect {

    private static final Defaults DEFAULTS = Defaults.of("value", Map.of(), "num_top_classes", null, "label", null, "show_label", true,
            "container", true, "scale", null, "min_width", 160, "visible", true, "elem_id", null, "elem_classes", List.of(), "key",
            null, "preserved_by_key", List.of("value"), "color", null, "show_heading", true, "buttons", List.of());

    /** Makes a result without a label of its own: it says "Label". */
    public Label() {
        super("label");
    }

    /**
     * Makes a result.
     *
     * @param label the text above it
     */
    public Label(String label) {
        this();
        label(label);
    }

    /**
     * A class without a confidence, as a value.
     *
     * @param className what is shown
     * @return a map with the class, whose confidence is {@link Double#NaN}
     */
    public static Map<String, Double> of(String className) {
        return Map.of(className, Double.NaN);
    }

    @Override
    protected Map<String, Double> preprocess(JsonValue payload, Conversion conversion) {
        if (payload == JsonValue.NULL) {
            return Map.of();
        }
        if (!(payload instanceof JsonObject object)) {
            throw expected("an object with label and confidences", payload);
        }
        if (object.getOrDefault("confidences", JsonValue.NULL) instanceof JsonArray confidences) {
            var classes = new LinkedHashMap<String, Double>();
            confidences.forEach(c -> addTo(classes, c));
            return classes;
        }
        var label = object.getOrDefault("label", JsonValue.NULL);
        return label == JsonValue.NULL ? Map.of() : of(text(label));
    }

    private void addTo(Map<String, Double> classes, JsonValue entry) {
        if (!(entry instanceof JsonObject object) || !object.containsKey("label")) {
            throw expected("confidences that are objects with a label", entry);
        }
        var confidence = object.getOrDefault("confidence", JsonValue.NULL);
        if (!(confidence instanceof JsonNumber) && confidence != JsonValue.NULL) {
            throw expected("confidences that are numbers", confidence);
        }
        classes.put(text(object.get("label")), confidence instanceof JsonNumber n ? n.doubleValue() : Double.NaN);
    }

    private String text(JsonValue label) {
        return switch (label) {
            case JsonString s -> s.getString();
            case JsonNumber n -> n.toString();
            default -> throw expected("a label that is a string or a number", label);
        };
    }

    @Override
    protected JsonValue postprocess(Map<String, Double> value, Conversion conversion) {
        if (value.isEmpty()) {
            return JsonValue.EMPTY_JSON_OBJECT;
        }
        if (value.values().stream().allMatch(c -> c.isNaN())) {
            return Conversion.JSON.createObjectBuilder().add("label", value.keySet().iterator().next()).addNull("confidences").build();
        }
        var confidences = Conversion.JSON.createArrayBuilder();
        var best = value.entrySet().stream().sorted(Comparator.comparing(e -> e.getValue().isNaN() ? 0 : -e.getValue())).toList();
        var most = property("num_top_classes").orElse(null) instanceof Integer n ? n : best.size();
        best.stream().limit(most).forEach(e -> confidences.add(confidence(e)));
        return Conversion.JSON.createObjectBuilder().add("label", best.getFirst().getKey()).add("confidences", confidences).build();
    }

    private static JsonObject confidence(Map.Entry<String, Double> entry) {
        var json = Conversion.JSON.createObjectBuilder().add("label", entry.getKey());
        return (Double.isFinite(entry.getValue()) ? json.add("confidence", entry.getValue()) : json.addNull("confidence")).build();
    }

    @Override
    public JsonValue emptyPayload() {
        return JsonValue.EMPTY_JSON_OBJECT;
    }

    @Override
    public Schema schema() {
        return LabelSchema.SCHEMA;
    }

    @Override
    protected Defaults defaults() {
        return DEFAULTS;
    }

    /**
     * How many of the best classes are shown.
     *
     * @param classes 1 or more; default: all
     * @return this component
     * @throws IllegalArgumentException if less than 1
     */
    public Label numTopClasses(int classes) {
        if (classes < 1) {
            throw new IllegalArgumentException(describe() + ": numTopClasses must be 1 or more, not " + classes);
        }
        return set("num_top_classes", classes);
    }

    /**
     * The background of the heading.
     *
     * @param color any CSS colour; default: none
     * @return this component
     */
    public Label color(String color) {
        return set("color", color);
    }

    /**
     * Whether the best class is shown in big letters above the bars.
     *
     * @param show default: true
     * @return this component
     */
    public Label showHeading(boolean show) {
        return set("show_heading", show);
    }

    /**
     * The toolbar: buttons of the app's own.
     *
     * @param buttons default: none
     * @return this component
     */
    public Label buttons(ToolbarItem... buttons) {
        return set("buttons", ToolbarItem.toProperty(buttons));
    }
}
