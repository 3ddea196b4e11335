package io.gradio4j.client;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;

/** What changed in a value: the edits that a streaming function's results after the first one consist of. */
final class Edits {

    private Edits() {
    }

    /**
     * Applies the edits of all outputs, in their order.
     *
     * @param values the last values
     * @param edits for each value an array of {@code [action, path, value]}
     * @return the new values
     * @throws BadAnswerException if the edits do not fit the values
     */
    static JsonArray apply(JsonArray values, JsonArray edits) {
        if (values.size() != edits.size()) {
            throw new BadAnswerException("edits for " + edits.size() + " outputs, but there are " + values.size());
        }
        var result = Jsons.array();
        for (var i = 0; i < values.size(); i++) {
            result.add(applyAll(values.get(i), edits.get(i)));
        }
        return result.build();
    }

    private static JsonValue applyAll(JsonValue value, JsonValue edits) {
        if (!(edits instanceof JsonArray all)) {
            return EditStep.misfit(edits, value);
        }
        var result = value;
        for (var edit : all) {
            if (!(edit instanceof JsonArray parts && parts.size() >= 2 && parts.get(0) instanceof JsonString action
                    && parts.get(1) instanceof JsonArray path)) {
                return EditStep.misfit(edit, value);
            }
            result = new EditStep(action.getString(), path, parts.size() > 2 ? parts.get(2) : JsonValue.NULL).at(result, 0);
        }
        return result;
    }

    /** One edit on its way down to the place that it changes; what lies beside the way is shared, not copied. */
    private record EditStep(String action, JsonArray path, JsonValue operand) {

        JsonValue at(JsonValue value, int level) {
            if (level == path.size()) {
                return changed(value);
            }
            var last = level == path.size() - 1 && !action.equals("replace") && !action.equals("append");
            return switch (value) {
                case JsonArray array when path.get(level) instanceof JsonNumber n -> inArray(array, Jsons.intOf(n), level, last);
                case JsonObject object when path.get(level) instanceof JsonString key -> inObject(object, key.getString(), level, last);
                case JsonValue other -> misfit(path, other);
            };
        }

        private JsonValue changed(JsonValue value) {
            if (action.equals("replace")) {
                return operand;
            }
            if (action.equals("append") && value instanceof JsonString text && operand instanceof JsonString suffix) {
                return Jsons.string(text.getString() + suffix.getString());
            }
            return misfit(Jsons.string(action), value);
        }

        private JsonValue inArray(JsonArray array, int index, int level, boolean last) {
            if (index < 0 || index > array.size() || index == array.size() && !(last && action.equals("add"))) {
                return misfit(path, array);
            }
            if (!last) {
                return Jsons.array(array).set(index, at(array.get(index), level + 1)).build();
            }
            return switch (action) {
                case "add" -> Jsons.array(array).add(index, operand).build();
                case "delete" -> Jsons.array(array).remove(index).build();
                default -> misfit(Jsons.string(action), array);
            };
        }

        private JsonValue inObject(JsonObject object, String key, int level, boolean last) {
            if (last && action.equals("add")) {
                return Jsons.object(object).add(key, operand).build();
            }
            var old = object.get(key);
            if (old == null) {
                return misfit(path, object);
            }
            if (!last) {
                return Jsons.object(object).add(key, at(old, level + 1)).build();
            }
            return action.equals("delete") ? Jsons.object(object).remove(key).build() : misfit(Jsons.string(action), object);
        }

        static JsonValue misfit(JsonValue edit, JsonValue value) {
            throw new BadAnswerException("the edit " + Jsons.abbreviated(edit.toString()) + " does not fit the value "
                    + Jsons.abbreviated(value.toString()));
        }
    }
}
