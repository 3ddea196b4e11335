package io.gradio4j.impl.json;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whole numbers are read as they are, or not at all: JSON-B cuts off what does not fit, so that 4294967297 would become 1, and 1.5 too. */
final class WholeNumbers {

    private WholeNumbers() {
    }

    /**
     * Looks at all numbers for which a type wants whole ones, within lists, maps and records too.
     *
     * @throws ArithmeticException if one has a fraction or does not fit
     */
    static void requireIn(JsonValue json, Type type) {
        switch (json) {
            case JsonNumber number -> require(number, type);
            case JsonArray array when item(type) instanceof Type item -> array.forEach(value -> requireIn(value, item));
            case JsonObject object when type instanceof ParameterizedType p && p.getRawType() instanceof Class<?> raw && Map.class.isAssignableFrom(raw)
                    && p.getActualTypeArguments().length == 2 -> object.values().forEach(value -> requireIn(value, p.getActualTypeArguments()[1]));
            case JsonObject object when type instanceof Class<?> c && c.isRecord() -> {
                for (var component : c.getRecordComponents()) {
                    requireIn(object.getOrDefault(component.getName(), JsonValue.NULL), component.getGenericType());
                }
            }
            default -> {
            }
        }
    }

    private static void require(JsonNumber number, Type type) {
        if (type == int.class || type == Integer.class) {
            number.bigDecimalValue().intValueExact();
        } else if (type == long.class || type == Long.class) {
            number.bigDecimalValue().longValueExact();
        } else if (type == short.class || type == Short.class) {
            number.bigDecimalValue().shortValueExact();
        } else if (type == byte.class || type == Byte.class) {
            number.bigDecimalValue().byteValueExact();
        } else if (type instanceof ParameterizedType p && p.getRawType() == Optional.class) {
            require(number, p.getActualTypeArguments()[0]);
        }
    }

    /** What a list of this type has in it; null if it is none. */
    private static @Nullable Type item(Type type) {
        return switch (type) {
            case Class<?> c when c.isArray() -> c.getComponentType();
            case ParameterizedType p when p.getRawType() instanceof Class<?> raw && Collection.class.isAssignableFrom(raw) -> p.getActualTypeArguments()[0];
            default -> null;
        };
    }
}
