package io.gradio4j.components.remote;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads documents of others: what is not as expected counts as absent. */
final class RemoteJson {

    private RemoteJson() {
    }

    static JsonObject object(JsonObject parent, String name) {
        return parent.get(name) instanceof JsonObject object ? object : JsonValue.EMPTY_JSON_OBJECT;
    }

    /** All objects of an array. */
    static List<JsonObject> objects(JsonObject parent, String name) {
        return items(parent, name).stream().filter(JsonObject.class::isInstance).map(JsonObject.class::cast).toList();
    }

    static JsonArray items(JsonObject parent, String name) {
        return parent.get(name) instanceof JsonArray array ? array : JsonValue.EMPTY_JSON_ARRAY;
    }

    static Optional<String> text(JsonObject parent, String name) {
        return parent.get(name) instanceof JsonString text ? Optional.of(text.getString()) : Optional.empty();
    }

    /** A text that is a name: letters, digits, underscores. */
    static Optional<String> word(JsonObject parent, String name) {
        return text(parent, name).filter(text -> text.matches("\\w{1,60}"));
    }

    static boolean isTrue(JsonObject parent, String name) {
        return JsonValue.TRUE.equals(parent.get(name));
    }

    static OptionalInt number(JsonObject parent, String name) {
        return number(parent.getOrDefault(name, JsonValue.NULL));
    }

    static OptionalInt number(JsonValue value) {
        return value instanceof JsonNumber number && number.isIntegral() && number.bigIntegerValue().bitLength() < 32
                ? OptionalInt.of(number.intValue()) : OptionalInt.empty();
    }

    /** All numbers of an array; -1 for what is none. */
    static List<Integer> numbers(JsonObject parent, String name) {
        return items(parent, name).stream().map(item -> number(item).orElse(-1)).toList();
    }

    /** One of an enum's constants, by its name in lower case. */
    static <E extends Enum<E>> Optional<E> constant(JsonObject parent, String name, E[] constants) {
        return text(parent, name).flatMap(text -> Arrays.stream(constants).filter(c -> c.name().toLowerCase(Locale.ROOT).equals(text)).findFirst());
    }
}
