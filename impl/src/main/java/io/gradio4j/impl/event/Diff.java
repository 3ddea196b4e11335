package io.gradio4j.impl.event;

import io.gradio4j.impl.json.Jsons;
import io.gradio4j.impl.message.Edit;
import io.gradio4j.impl.message.Edit.Action;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;

/** The edits that turn one value into another; each sees the effect of those before it. */
final class Diff {

    private static final int MANY = 100;
    /** An edit takes about as much room as so many plain values. */
    private static final int COST = 4;

    private final List<Edit> edits = new ArrayList<>();

    private Diff() {
    }

    static List<Edit> between(JsonValue before, JsonValue after) {
        var diff = new Diff();
        diff.compare(before, after, List.of());
        return List.copyOf(diff.edits);
    }

    private void compare(JsonValue before, JsonValue after, List<Object> path) {
        if (before == after) {
            return;
        }
        switch (before) {
            case JsonString a when after instanceof JsonString b -> strings(a.getString(), b.getString(), path);
            case JsonArray a when after instanceof JsonArray b -> arrays(a, b, path);
            case JsonObject a when after instanceof JsonObject b -> objects(a, b, path);
            case JsonNumber a when after instanceof JsonNumber b && a.bigDecimalValue().compareTo(b.bigDecimalValue()) == 0 -> {
            }
            default -> {
                if (!before.equals(after)) {
                    add(Action.REPLACE, path, after);
                }
            }
        }
    }

    private void strings(String before, String after, List<Object> path) {
        if (after.startsWith(before)) {
            if (after.length() > before.length()) {
                add(Action.APPEND, path, Jsons.string(after.substring(before.length())));
            }
        } else {
            add(Action.REPLACE, path, Jsons.string(after));
        }
    }

    private void arrays(JsonArray before, JsonArray after, List<Object> path) {
        var common = Math.min(before.size(), after.size());
        var known = edits.size();
        var most = MANY;
        for (var i = 0; i < common; i++) {
            var was = before.get(i);
            var is = after.get(i);
            if (!isPlain(was) || !was.equals(is)) {
                compare(was, is, within(path, i));
            }
            if (edits.size() - known > most) {
                most = Math.max(MANY, values(after) / COST);
                if (edits.size() - known > most) {
                    edits.subList(known, edits.size()).clear();
                    add(Action.REPLACE, path, after);
                    return;
                }
            }
        }
        for (var i = common; i < before.size(); i++) {
            add(Action.DELETE, within(path, common), JsonValue.NULL);
        }
        for (var i = common; i < after.size(); i++) {
            add(Action.ADD, within(path, i), after.get(i));
        }
    }

    private static boolean isPlain(JsonValue value) {
        return !(value instanceof JsonArray) && !(value instanceof JsonObject);
    }

    /** How many plain values there are in an array, and in arrays within it. */
    private static int values(JsonArray array) {
        var count = 0L;
        for (var value : array) {
            count += value instanceof JsonArray inner ? values(inner) : 1;
        }
        return (int) Math.min(count, Integer.MAX_VALUE);
    }

    private void objects(JsonObject before, JsonObject after, List<Object> path) {
        for (var entry : before.entrySet()) {
            var now = after.get(entry.getKey());
            if (now != null) {
                compare(entry.getValue(), now, within(path, entry.getKey()));
            }
        }
        for (var key : before.keySet()) {
            if (!after.containsKey(key)) {
                add(Action.DELETE, within(path, key), JsonValue.NULL);
            }
        }
        for (var entry : after.entrySet()) {
            if (!before.containsKey(entry.getKey())) {
                add(Action.ADD, within(path, entry.getKey()), entry.getValue());
            }
        }
    }

    private void add(Action action, List<Object> path, JsonValue value) {
        edits.add(new Edit(action, path, value));
    }

    private static List<Object> within(List<Object> path, Object step) {
        var longer = new ArrayList<>(path);
        longer.add(step);
        return List.copyOf(longer);
    }
}
