package io.gradio4j.components.remote;

import io.gradio4j.Component;
import io.gradio4j.Conversion;
import io.gradio4j.GradioException;
import io.gradio4j.Nesting;
import io.gradio4j.components.checkbox.Checkbox;
import io.gradio4j.components.code.Code;
import io.gradio4j.components.code.Language;
import io.gradio4j.components.dropdown.Dropdown;
import io.gradio4j.components.dropdown.MultiDropdown;
import io.gradio4j.components.file.File;
import io.gradio4j.components.number.NumberField;
import io.gradio4j.components.textbox.TextType;
import io.gradio4j.components.textbox.Textbox;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A value that an operation takes, and the component in which a person gives it.
 *
 * @param place where it is sent
 * @param style how lists and objects are written there
 * @param explode whether each of their parts is written by itself
 * @param choices what each text of a choice stands for; empty if anything may be given
 */
record ApiField(String name, Place place, boolean required, String style, boolean explode, Map<String, JsonValue> choices, Component<?, ?> component) {

    private static final int LONGEST_INFO = 300;
    private static final int DEEPEST = 200;

    /** Where a value is sent. */
    enum Place {
        /** In the path. */
        PATH,
        /** Behind the question mark. */
        QUERY,
        /** As a header. */
        HEADER,
        /** As a cookie. */
        COOKIE,
        /** As a part of the body. */
        PART,
        /** As the body. */
        BODY;

        boolean isParameter() {
            return compareTo(PART) < 0;
        }
    }

    static ApiField of(String name, Place place, boolean required, String description, JsonObject schema, String style, boolean explode) {
        var items = RemoteJson.object(schema, "items");
        var choices = choices(type(schema).equals("array") ? items : schema);
        var component = component(name + (required ? " *" : ""), schema, choices, required);
        return new ApiField(name, place, required, style, explode, choices, described(component, description));
    }

    static ApiField body(boolean required, String description, JsonObject schema, ApiOperation.Encoding encoding) {
        var label = "Request body" + (required ? " *" : "");
        var component = switch (encoding) {
            case RAW -> File.asPath(label);
            case TEXT -> filled(new Textbox(label).lines(4), text(initial(schema)));
            default -> choices(schema).isEmpty() ? json(label, schema) : component(label, schema, choices(schema), required);
        };
        return new ApiField("body", Place.BODY, required, "form", true, choices(schema), described(component, description));
    }

    /** Only components that people edit have room for it. */
    private static Component<?, ?> described(Component<?, ?> component, String description) {
        var info = description.length() > LONGEST_INFO ? description.substring(0, LONGEST_INFO) + "…" : description;
        return info.isBlank() || component instanceof File<?> || component instanceof Code ? component : component.info(info);
    }

    private static Map<String, JsonValue> choices(JsonObject schema) {
        var choices = new LinkedHashMap<String, JsonValue>();
        var values = schema.get("const") instanceof JsonValue only ? List.of(only) : RemoteJson.items(schema, "enum");
        values.stream().filter(value -> value != JsonValue.NULL).forEach(value -> choices.put(text(value), value));
        return choices;
    }

    private static Component<?, ?> component(String label, JsonObject schema, Map<String, JsonValue> choices, boolean required) {
        var initial = initial(schema);
        if (!choices.isEmpty()) {
            var dropdown = Dropdown.of(choices.keySet().toArray(String[]::new)).label(label);
            if (type(schema).equals("array")) {
                return dropdown.multiselect();
            }
            return choices.containsKey(text(initial)) ? dropdown.value(text(initial)) : required ? dropdown : dropdown.unselected();
        }
        return switch (type(schema)) {
            case "boolean" -> new Checkbox(label).value(initial == JsonValue.TRUE);
            case "integer" -> number(label, schema, initial).precision(0);
            case "number" -> number(label, schema, initial);
            case "string" -> isFile(schema) ? File.asPath(label)
                    : RemoteJson.text(schema, "format").filter("password"::equals).isPresent() ? filled(new Textbox(label).type(TextType.PASSWORD), text(initial))
                    : filled(new Textbox(label), text(initial));
            case "array" -> isFile(RemoteJson.object(schema, "items")) ? File.asPaths(label) : json(label, schema);
            case "object" -> json(label, schema);
            default -> filled(new Textbox(label), text(initial));
        };
    }

    private static boolean isFile(JsonObject schema) {
        return RemoteJson.text(schema, "format").filter("binary"::equals).isPresent() || schema.containsKey("contentMediaType");
    }

    /** The kind of value; of several kinds, the first that is something. */
    private static String type(JsonObject schema) {
        return switch (schema.getOrDefault("type", JsonValue.NULL)) {
            case JsonString type -> type.getString();
            case JsonArray types -> types.stream().map(ApiField::text).filter(type -> !type.equals("null")).findFirst().orElse("");
            default -> schema.containsKey("properties") ? "object" : schema.containsKey("items") ? "array" : "";
        };
    }

    private static JsonValue initial(JsonObject schema) {
        return schema.getOrDefault("default", schema.getOrDefault("example", JsonValue.NULL));
    }

    private static Textbox filled(Textbox box, String text) {
        return text.isEmpty() ? box : box.value(text);
    }

    private static NumberField number(String label, JsonObject schema, JsonValue initial) {
        var field = new NumberField(label);
        if (schema.get("minimum") instanceof JsonNumber least) {
            field.minimum(least.doubleValue());
        }
        if (schema.get("maximum") instanceof JsonNumber greatest) {
            field.maximum(greatest.doubleValue());
        }
        // Without a value, a field that has no placeholder begins with 0.
        return initial instanceof JsonNumber number ? field.value(number.doubleValue()) : field.placeholder("–");
    }

    private static Code json(String label, JsonObject schema) {
        var initial = initial(schema);
        var code = new Code(label + " (JSON)").language(Language.JSON);
        return initial != JsonValue.NULL ? code.value(initial.toString()) : code;
    }

    /** A value as a person writes it. */
    static String text(JsonValue value) {
        return switch (value) {
            case JsonString text -> text.getString();
            case JsonValue v when v == JsonValue.NULL -> "";
            default -> value.toString();
        };
    }

    /**
     * The files that were given.
     *
     * @param given the component's value
     */
    List<Path> files(@Nullable Object given) {
        return given instanceof Path path ? List.of(path) : given instanceof List<?> all && component instanceof File<?> ? all.stream().map(Path.class::cast).toList()
                : List.of();
    }

    /**
     * The value that was given; empty if there is none and none is needed.
     *
     * @param given the component's value
     * @throws GradioException if one is needed, or it is no JSON where JSON is expected
     */
    Optional<JsonValue> value(@Nullable Object given) {
        var value = switch (component) {
            case Checkbox box -> Boolean.TRUE.equals(given) ? Optional.of(JsonValue.TRUE) : required || box.property("value").filter(Boolean.TRUE::equals).isPresent()
                    ? Optional.of(JsonValue.FALSE) : Optional.<JsonValue>empty();
            case NumberField field -> Optional.ofNullable((Double) given).<JsonValue>map(ApiField::plain);
            case Code code -> parsed(String.valueOf(given));
            case MultiDropdown<?> several -> chosen((List<?>) given);
            case File<?> file -> Optional.<JsonValue>empty();
            default -> !choices.isEmpty() ? Optional.ofNullable(given).map(String::valueOf).map(choices::get)
                    : Optional.ofNullable(given).map(String::valueOf).filter(text -> !text.isEmpty()).<JsonValue>map(Conversion.JSON::createValue);
        };
        if (value.isEmpty() && required) {
            throw new GradioException("\"" + name + "\" needs a value");
        }
        return value;
    }

    private Optional<JsonValue> chosen(List<?> texts) {
        var all = Conversion.JSON.createArrayBuilder();
        texts.forEach(text -> all.add(choices.get(String.valueOf(text))));
        return texts.isEmpty() ? Optional.empty() : Optional.of(all.build());
    }

    private static JsonValue plain(double number) {
        var exact = BigDecimal.valueOf(number).stripTrailingZeros();
        return Conversion.JSON.createValue(exact.scale() < 0 ? exact.setScale(0) : exact);
    }

    private Optional<JsonValue> parsed(String text) {
        if (text.isBlank() || text.equals("null")) {
            return Optional.empty();
        }
        if (Nesting.depth(text) > DEEPEST) {
            throw new GradioException("\"" + name + "\" is nested more than " + DEEPEST + " deep");
        }
        try (var parser = Conversion.JSON.createParser(new StringReader(text))) {
            parser.next();
            var value = parser.getValue();
            if (parser.hasNext()) {
                throw new JsonException("more than one value");
            }
            return Optional.of(value);
        } catch (JsonException | IllegalStateException | NoSuchElementException e) {
            throw new GradioException("\"" + name + "\" is no valid JSON", e);
        }
    }

    /** Texts of a list, for places that have no JSON. */
    static List<String> texts(JsonArray items) {
        return IntStream.range(0, items.size()).mapToObj(i -> text(items.get(i))).toList();
    }
}
