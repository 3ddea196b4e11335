package io.gradio4j;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Derives JSON schemas and examples from Java types. */
final class TypeSchemas {

    private static final Set<Class<?>> WHOLE = Set.of(int.class, long.class, short.class, byte.class, Integer.class, Long.class, Short.class,
            Byte.class, java.math.BigInteger.class);

    private final Deque<Class<?>> within = new ArrayDeque<>();

    /** The schema of a type; a record within itself is just an object. */
    Schema of(Type type) {
        return switch (type) {
            case Class<?> c -> ofClass(c);
            case ParameterizedType p -> ofGeneric((Class<?>) p.getRawType(), p.getActualTypeArguments());
            case GenericArrayType a -> array(of(a.getGenericComponentType()), false);
            case WildcardType w -> of(w.getUpperBounds()[0]);
            default -> any();
        };
    }

    private Schema ofClass(Class<?> type) {
        if (WHOLE.contains(type)) {
            return Schema.integer();
        }
        if (Number.class.isAssignableFrom(type) || type == double.class || type == float.class) {
            return Schema.number();
        }
        if (CharSequence.class.isAssignableFrom(type) || type == char.class || type == Character.class) {
            return Schema.string();
        }
        if (type == boolean.class || type == Boolean.class) {
            return Schema.bool();
        }
        if (type.isEnum()) {
            return choices(type);
        }
        if (type.isArray()) {
            return array(of(type.getComponentType()), false);
        }
        if (type.isRecord()) {
            return record(type);
        }
        if (Collection.class.isAssignableFrom(type) || Map.class.isAssignableFrom(type)) {
            return ofGeneric(type, new Type[] {Object.class, Object.class});
        }
        return java.time.temporal.Temporal.class.isAssignableFrom(type) ? Schema.string().example(Conversion.JSON.createValue("2026-01-31")) : any();
    }

    private Schema ofGeneric(Class<?> raw, Type[] arguments) {
        if (raw == Optional.class) {
            var some = of(arguments[0]);
            return Schema.of(object().add("oneOf", Conversion.JSON.createArrayBuilder().add(object().add("type", "null")).add(some.json())).build(),
                    some.example());
        }
        if (Map.class.isAssignableFrom(raw)) {
            var values = of(arguments[1]);
            return Schema.of(object().add("type", "object").add("additionalProperties", values.json()).build(),
                    object().add("key", values.example()).build());
        }
        return Collection.class.isAssignableFrom(raw) ? array(of(arguments[0]), Set.class.isAssignableFrom(raw)) : ofClass(raw);
    }

    private static Schema array(Schema items, boolean unique) {
        var schema = object().add("type", "array").add("items", items.json());
        if (unique) {
            schema.add("uniqueItems", true);
        }
        return Schema.of(schema.build(), Conversion.JSON.createArrayBuilder().add(items.example()).build());
    }

    private static Schema choices(Class<?> type) {
        var names = Stream.of(type.getEnumConstants()).map(c -> ((Enum<?>) c).name()).toList();
        var first = names.isEmpty() ? JsonValue.NULL : Conversion.JSON.createValue(names.getFirst());
        return Schema.of(object().add("type", "string").add("enum", Conversion.JSON.createArrayBuilder(names)).build(), first);
    }

    private Schema record(Class<?> type) {
        if (within.contains(type)) {
            return Schema.of(object().add("type", "object").build(), JsonValue.EMPTY_JSON_OBJECT);
        }
        within.push(type);
        var properties = object();
        var example = object();
        var required = Conversion.JSON.createArrayBuilder();
        for (var component : type.getRecordComponents()) {
            var schema = of(component.getGenericType());
            properties.add(component.getName(), schema.json());
            example.add(component.getName(), schema.example());
            if (component.getType() != Optional.class) {
                required.add(component.getName());
            }
        }
        within.pop();
        return Schema.of(object().add("type", "object").add("properties", properties).add("required", required).build(), example.build());
    }

    private static Schema any() {
        return Schema.of(JsonObject.EMPTY_JSON_OBJECT, JsonValue.NULL);
    }

    private static JsonObjectBuilder object() {
        return Conversion.JSON.createObjectBuilder();
    }
}
