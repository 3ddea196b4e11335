package io.gradio4j.impl.event;

import io.gradio4j.impl.json.Jsons;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;

/** Values within a value, by their path of object keys (strings) and array indices (integers). */
final class Within {

    private Within() {
    }

    /** The value at the path. */
    static JsonValue get(JsonValue value, List<Object> path) {
        var found = value;
        for (var step : path) {
            found = step instanceof Integer index ? found.asJsonArray().get(index) : found.asJsonObject().get(step);
        }
        return found;
    }

    /** The same value with another one at the path; what lies beside the path is shared. */
    static JsonValue put(JsonValue value, List<Object> path, JsonValue replacement) {
        if (path.isEmpty()) {
            return replacement;
        }
        var rest = path.subList(1, path.size());
        return path.getFirst() instanceof Integer index ? within(value.asJsonArray(), index, rest, replacement)
                : within(value.asJsonObject(), (String) path.getFirst(), rest, replacement);
    }

    private static JsonValue within(JsonArray array, int index, List<Object> rest, JsonValue replacement) {
        var copy = Jsons.array();
        for (var i = 0; i < array.size(); i++) {
            copy.add(i == index ? put(array.get(i), rest, replacement) : array.get(i));
        }
        return copy.build();
    }

    private static JsonValue within(JsonObject object, String key, List<Object> rest, JsonValue replacement) {
        return Jsons.object(object).add(key, put(object.get(key), rest, replacement)).build();
    }
}
