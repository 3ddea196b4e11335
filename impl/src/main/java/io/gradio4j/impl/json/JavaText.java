package io.gradio4j.impl.json;

import io.gradio4j.FileData;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.bind.JsonbException;
import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Java values as JSON that says of each what it is, so that reading it gives an equal value: plain values, collections, records and enums,
 * one in the other. A text can make nothing but these, whoever wrote it: it names no class whose code does more than to keep values.
 */
public final class JavaText {

    private static final int DEEPEST = 60;

    private final ClassLoader loader;

    /**
     * Reads and writes.
     *
     * @param loader knows the records and enums
     */
    public JavaText(ClassLoader loader) {
        this.loader = loader;
    }

    /**
     * A value as text.
     *
     * @param value the value
     * @param beans classes whose objects JSON-B may write
     * @throws IllegalArgumentException if it has a part that cannot be written; the message names its class
     */
    public String write(@Nullable Object value, Class<?>... beans) {
        return JsonText.of(json(value, List.of(beans), 0));
    }

    private JsonValue json(@Nullable Object value, List<Class<?>> beans, int depth) {
        if (depth > DEEPEST) {
            throw new IllegalArgumentException("it is nested more than " + DEEPEST + " deep");
        }
        return switch (value) {
            case null -> JsonValue.NULL;
            case JsonValue json -> tagged("json", json);
            case String text -> Jsons.string(text);
            case Boolean bool -> Jsons.bool(bool);
            case Integer number -> Jsons.number(number);
            case byte[] bytes -> tagged("bytes", Jsons.string(Base64.getEncoder().encodeToString(bytes)));
            case FileData file -> tagged("file", file.json());
            case Enum<?> constant -> tagged("enum", items(List.of(constant.getDeclaringClass().getName(), constant.name()), beans, depth));
            case Record fields -> tagged("record", record(fields, beans, depth));
            case Optional<?> optional -> tagged("optional", items(optional.stream().toList(), beans, depth));
            case Map<?, ?> map -> tagged(JavaTypes.collection(map), entries(map, beans, depth));
            case Collection<?> items -> {
                var name = JavaTypes.collection(items);
                yield name.equals(JavaTypes.LIST) ? items(items, beans, depth) : tagged(name, items(items, beans, depth));
            }
            case Object array when array.getClass().isArray() -> tagged("array", array(array, beans, depth));
            case Object plain when JavaTypes.plain(plain).isPresent() ->
                    tagged(JavaTypes.plain(plain).get(), Jsons.string(String.valueOf(plain)));
            case Object bean when beans.contains(bean.getClass()) && !bean.getClass().getName().startsWith("java.") -> tagged("bean", bean(bean));
            default -> throw new IllegalArgumentException("it has a " + value.getClass().getName() + "; use a record, an enum, a collection or a "
                    + "plain value instead");
        };
    }

    private static JsonObject tagged(String tag, JsonValue value) {
        return Jsons.object().add(tag, value).build();
    }

    private JsonArray items(Collection<?> items, List<Class<?>> beans, int depth) {
        var array = Jsons.array();
        items.forEach(item -> array.add(json(item, beans, depth + 1)));
        return array.build();
    }

    private JsonArray entries(Map<?, ?> map, List<Class<?>> beans, int depth) {
        var array = Jsons.array();
        map.forEach((key, value) -> array.add(json(key, beans, depth + 1)).add(json(value, beans, depth + 1)));
        return array.build();
    }

    private JsonArray record(Record fields, List<Class<?>> beans, int depth) {
        var array = Jsons.array().add(fields.getClass().getName());
        for (var component : fields.getClass().getRecordComponents()) {
            try {
                var accessor = component.getAccessor();
                accessor.setAccessible(true);
                array.add(json(accessor.invoke(fields), beans, depth + 1));
            } catch (IllegalAccessException | InvocationTargetException | RuntimeException e) {
                throw new IllegalArgumentException(component + " of " + fields.getClass().getName() + " cannot be read: " + e.getMessage(), e);
            }
        }
        return array.build();
    }

    private JsonArray array(Object values, List<Class<?>> beans, int depth) {
        var type = JavaTypes.element(values.getClass().getComponentType());
        var array = Jsons.array().add(type);
        for (var i = 0; i < Array.getLength(values); i++) {
            array.add(json(Array.get(values, i), beans, depth + 1));
        }
        return array.build();
    }

    private static JsonArray bean(Object bean) {
        try {
            return Jsons.array().add(bean.getClass().getName()).add(Jsons.read(JsonbConversion.Holder.JSONB.toJson(bean))).build();
        } catch (JsonbException | BadJsonException e) {
            throw new IllegalArgumentException("JSON-B cannot write its " + bean.getClass().getName() + ": " + e.getMessage(), e);
        }
    }

    /**
     * The value of a text.
     *
     * @param text from {@link #write}
     * @param beans classes whose objects JSON-B may make
     * @throws IllegalArgumentException if it cannot be read here, for example because a record has changed since
     */
    public @Nullable Object read(String text, Class<?>... beans) {
        try {
            return value(Jsons.read(text), List.of(beans));
        } catch (IllegalArgumentException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new IllegalArgumentException("What another node has kept cannot be read: " + e.getMessage(), e);
        }
    }

    private @Nullable Object value(JsonValue json, List<Class<?>> beans) {
        return switch (json) {
            case JsonString text -> text.getString();
            case JsonNumber number -> number.intValueExact();
            case JsonArray items -> values(items, beans);
            case JsonObject object -> tagged(object, beans);
            default -> json == JsonValue.NULL ? null : Boolean.valueOf(json == JsonValue.TRUE);
        };
    }

    private ArrayList<@Nullable Object> values(List<JsonValue> items, List<Class<?>> beans) {
        var values = new ArrayList<@Nullable Object>(items.size());
        items.forEach(item -> values.add(value(item, beans)));
        return values;
    }

    private Object tagged(JsonObject object, List<Class<?>> beans) {
        var tag = object.keySet().iterator().next();
        var value = object.get(tag);
        return switch (tag) {
            case "json" -> value;
            case "bytes" -> Base64.getDecoder().decode(((JsonString) value).getString());
            case "file" -> FileData.from(value);
            case "enum" -> constant(value.asJsonArray());
            case "record" -> record(value.asJsonArray(), beans);
            case "optional" -> values(value.asJsonArray(), beans).stream().findFirst();
            case "array" -> array(value.asJsonArray(), beans);
            case "bean" -> bean(value.asJsonArray(), beans);
            default -> value instanceof JsonString text ? JavaTypes.plain(tag, text.getString())
                    : JavaTypes.collection(tag, values(value.asJsonArray(), beans));
        };
    }

    private Class<?> type(String name) {
        try {
            // Not initialized: that would run code before it is known to be a record or an enum.
            return Class.forName(name, false, loader);
        } catch (ClassNotFoundException e) {
            throw new IllegalArgumentException("There is no class " + name + " here", e);
        }
    }

    private Object constant(JsonArray parts) {
        var type = type(parts.getString(0));
        if (type.isEnum()) {
            for (var constant : type.getEnumConstants()) {
                if (((Enum<?>) constant).name().equals(parts.getString(1))) {
                    return constant;
                }
            }
        }
        throw new IllegalArgumentException(parts.getString(0) + " has no constant " + parts.getString(1));
    }

    private Object record(JsonArray parts, List<Class<?>> beans) {
        var type = type(parts.getString(0));
        if (!type.isRecord()) {
            throw new IllegalArgumentException(type.getName() + " is no record");
        }
        var components = Arrays.stream(type.getRecordComponents()).<Class<?>>map(c -> c.getType()).toArray(Class<?>[]::new);
        try {
            var constructor = type.getDeclaredConstructor(components);
            constructor.setAccessible(true);
            return constructor.newInstance(values(parts.subList(1, parts.size()), beans).toArray());
        } catch (ReflectiveOperationException | RuntimeException e) {
            throw new IllegalArgumentException("The record " + type.getName() + " cannot be made of what another node has kept", e);
        }
    }

    private Object array(JsonArray parts, List<Class<?>> beans) {
        var array = Array.newInstance(JavaTypes.element(parts.getString(0)), parts.size() - 1);
        for (var i = 1; i < parts.size(); i++) {
            Array.set(array, i - 1, value(parts.get(i), beans));
        }
        return array;
    }

    private static Object bean(JsonArray parts, List<Class<?>> beans) {
        var name = parts.getString(0);
        var type = beans.stream().filter(b -> b.getName().equals(name)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException(name + " may not be made here"));
        return JsonbConversion.Holder.JSONB.fromJson(JsonText.of(parts.get(1)), type);
    }
}
