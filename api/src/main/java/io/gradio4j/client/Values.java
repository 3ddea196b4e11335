package io.gradio4j.client;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbException;
import java.io.File;
import java.io.InputStream;
import java.lang.reflect.Array;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Java values as JSON and back. Plain values are converted here; everything else by JSON-B, which starts when first needed. */
final class Values {

    private static final class Holder {
        static final Jsonb JSONB = JsonbBuilder.create();
    }

    private Values() {
    }

    /** Says what stands for a file. */
    interface Files {
        JsonValue value(Upload file);
    }

    static JsonValue toJson(@Nullable Object value, Files files) {
        return switch (value) {
            case null -> JsonValue.NULL;
            case JsonValue json -> json;
            case String text -> Jsons.string(text);
            case Boolean truth -> truth ? JsonValue.TRUE : JsonValue.FALSE;
            case Number number -> Jsons.number(number);
            case Enum<?> constant -> Jsons.string(constant.name().toLowerCase(Locale.ROOT));
            case RemoteFile file -> file.json();
            case Upload file -> files.value(file);
            case Path file -> files.value(Upload.of(file));
            case File file -> files.value(Upload.of(file.toPath()));
            case InputStream content -> files.value(Upload.nameless(content));
            case byte[] content -> files.value(Upload.nameless(content));
            case Map<?, ?> map -> {
                var object = Jsons.object();
                map.forEach((k, v) -> object.add(String.valueOf(k), toJson(v, files)));
                yield object.build();
            }
            case Collection<?> items -> {
                var array = Jsons.array();
                items.forEach(item -> array.add(toJson(item, files)));
                yield array.build();
            }
            case Object items when items.getClass().isArray() -> {
                var array = Jsons.array();
                for (var i = 0; i < Array.getLength(items); i++) {
                    array.add(toJson(Array.get(items, i), files));
                }
                yield array.build();
            }
            default -> Jsons.read(Holder.JSONB.toJson(value));
        };
    }

    /**
     * A value in Java.
     *
     * @throws IllegalArgumentException if it does not fit the type
     */
    static @Nullable Object fromJson(JsonValue json, Type type) {
        if (type instanceof Class<?> plain && JsonValue.class.isAssignableFrom(plain) && plain.isInstance(json)) {
            return json;
        }
        return switch (json) {
            case JsonValue v when v == JsonValue.NULL -> null;
            case JsonString text when type == String.class || type == Object.class || type == CharSequence.class -> text.getString();
            case JsonNumber number when type == Double.class -> number.doubleValue();
            case JsonNumber number when type == Integer.class || type == Long.class -> whole(number, type);
            case JsonValue v when (v == JsonValue.TRUE || v == JsonValue.FALSE) && (type == Boolean.class || type == Object.class) ->
                    v == JsonValue.TRUE;
            case JsonNumber number when type != String.class -> bound(number, type);
            case JsonObject object when type != String.class -> bound(object, type);
            case JsonArray array when type != String.class -> bound(array, type);
            case JsonString text -> bound(text, type);
            default -> throw mismatch(json, type, null);
        };
    }

    /** JSON-B would cut off what is behind the point. */
    private static Number whole(JsonNumber number, Type type) {
        try {
            var value = number.bigDecimalValue();
            return type == Integer.class ? (Number) value.intValueExact() : value.longValueExact();
        } catch (ArithmeticException e) {
            throw mismatch(number, type, e);
        }
    }

    private static Object bound(JsonValue json, Type type) {
        try {
            return Holder.JSONB.fromJson(json.toString(), type);
        } catch (JsonbException | ClassCastException e) {
            throw mismatch(json, type, e);
        }
    }

    private static IllegalArgumentException mismatch(JsonValue json, Type type, @Nullable Exception cause) {
        return new IllegalArgumentException("the result is no " + type.getTypeName() + ": " + Jsons.abbreviated(json.toString()), cause);
    }
}
