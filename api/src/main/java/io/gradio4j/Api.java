package io.gradio4j;

import jakarta.json.JsonNumber;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A parameter or result of an endpoint that has no place on the page, see {@link Blocks#api}. Its JSON schema follows from its Java type:
 * texts, numbers, booleans, enums (by their names), records, collections, maps and optionals, in each other to any depth.
 *
 * @param <T> the Java type
 */
public final class Api<T> extends Component<T, Api<T>> {

    private static final Defaults DEFAULTS = Defaults.of("value", null, "label", null);

    private final Type valueType;
    private final Schema schema;

    private Api(String name, Type type) {
        super("api");
        valueType = type;
        schema = Schema.of(type);
        label(name);
    }

    /**
     * A value of a class.
     *
     * @param name the parameter's name
     * @param type a class without type parameters
     * @param <T> the class
     * @return the value
     * @throws IllegalArgumentException if the class has no JSON schema
     */
    public static <T> Api<T> of(String name, Class<T> type) {
        return new Api<>(name, type);
    }

    /**
     * A list.
     *
     * @param name the parameter's name
     * @param type the class of its elements
     * @param <E> the class of its elements
     * @return the value
     */
    public static <E> Api<List<E>> listOf(String name, Class<E> type) {
        return new Api<>(name, new Parameterized(List.class, type));
    }

    /**
     * A map with texts as keys.
     *
     * @param name the parameter's name
     * @param type the class of its values
     * @param <V> the class of its values
     * @return the value
     */
    public static <V> Api<Map<String, V>> mapOf(String name, Class<V> type) {
        return new Api<>(name, new Parameterized(Map.class, String.class, type));
    }

    /**
     * A value that may be absent: {@code null} on the wire, which is also what it is for those who leave it out.
     *
     * @param name the parameter's name
     * @param type its class
     * @param <T> its class
     * @return the value
     */
    public static <T> Api<Optional<T>> optional(String name, Class<T> type) {
        return new Api<>(name, new Parameterized(Optional.class, type));
    }

    boolean isOptional() {
        return valueType instanceof Parameterized(Class<?> raw, Type[] arguments) && raw == Optional.class;
    }

    private record Parameterized(Class<?> raw, Type... arguments) implements ParameterizedType {
        @Override
        public Type[] getActualTypeArguments() {
            return arguments.clone();
        }

        @Override
        public Type getRawType() {
            return raw;
        }

        @Override
        public @Nullable Type getOwnerType() {
            return null;
        }

        @Override
        public String getTypeName() {
            return raw.getSimpleName() + "<" + arguments[arguments.length - 1].getTypeName() + ">";
        }
    }

    @Override
    @SuppressWarnings("unchecked")
    protected T preprocess(JsonValue payload, Conversion conversion) {
        if (valueType instanceof Parameterized(Class<?> raw, Type[] arguments) && raw == Optional.class) {
            return (T) (payload == JsonValue.NULL ? Optional.empty() : Optional.of(read(payload, arguments[0], conversion)));
        }
        return (T) read(payload, valueType, conversion);
    }

    private Object read(JsonValue payload, Type type, Conversion conversion) {
        var fits = payload != JsonValue.NULL && switch (schema.json().getString("type", "")) {
            case "string" -> payload instanceof JsonString;
            case "boolean" -> payload == JsonValue.TRUE || payload == JsonValue.FALSE;
            case "integer" -> payload instanceof JsonNumber number && number.isIntegral();
            case "number" -> payload instanceof JsonNumber;
            case "array" -> payload.getValueType() == JsonValue.ValueType.ARRAY;
            case "object" -> payload.getValueType() == JsonValue.ValueType.OBJECT;
            default -> true;
        };
        if (!fits) {
            throw expected("a value of the type " + type.getTypeName(), payload);
        }
        try {
            return conversion.fromJson(payload, type);
        } catch (ValidationException e) {
            throw expected("a value of the type " + type.getTypeName(), payload);
        }
    }

    @Override
    protected JsonValue postprocess(T value, Conversion conversion) {
        return write(value, conversion);
    }

    private static JsonValue write(@Nullable Object value, Conversion conversion) {
        return switch (value) {
            case Enum<?> constant -> conversion.toJson(constant.name());
            case Optional<?> optional -> write(optional.orElse(null), conversion);
            case Map<?, ?> map -> {
                var object = Conversion.JSON.createObjectBuilder();
                map.forEach((key, item) -> object.add(key instanceof Enum<?> constant ? constant.name() : String.valueOf(key), write(item, conversion)));
                yield object.build();
            }
            case Collection<?> items -> {
                var array = Conversion.JSON.createArrayBuilder();
                items.forEach(item -> array.add(write(item, conversion)));
                yield array.build();
            }
            case null, default -> conversion.toJson(value);
        };
    }

    @Override
    public Schema schema() {
        return schema;
    }

    @Override
    protected Defaults defaults() {
        return DEFAULTS;
    }
}
