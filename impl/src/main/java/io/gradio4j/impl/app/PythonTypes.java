package io.gradio4j.impl.app;

import io.gradio4j.impl.json.JsonText;
import io.gradio4j.impl.json.Jsons;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Optional;
import java.util.stream.Collectors;

/** A JSON schema in Python's words for types, which Python and other clients show to people. */
final class PythonTypes {

    private PythonTypes() {
    }

    static String of(JsonObject schema) {
        return of(schema, definitions(schema));
    }

    private static String of(JsonObject schema, JsonObject definitions) {
        if (name(schema).isPresent()) {
            // Within itself a type is not said again: a schema may be as recursive as the values it describes.
            return referred(schema, definitions).map(found -> of(found, Jsons.object(definitions).remove(name(schema).get()).build())).orElse("Any");
        }
        if (schema.containsKey("const")) {
            return "Literal[" + JsonText.of(schema.get("const")) + "]";
        }
        if (schema.get("enum") instanceof JsonArray choices) {
            return "Literal[" + choices.stream().map(c -> c instanceof JsonString s ? "'" + s.getString() + "'" : c.toString())
                    .collect(Collectors.joining(", ")) + "]";
        }
        for (var any : new String[] {"oneOf", "anyOf"}) {
            if (schema.get(any) instanceof JsonArray options) {
                return options.stream().map(o -> of(o.asJsonObject(), definitions)).collect(Collectors.joining(" | "));
            }
        }
        if (schema.get("allOf") instanceof JsonArray parts) {
            return "All[" + parts.stream().map(p -> of(p.asJsonObject(), definitions)).collect(Collectors.joining(", ")) + "]";
        }
        if (!(schema.get("type") instanceof JsonString type)) {
            return schema.getString("description", "").contains("json") ? "str | float | bool | list | dict" : "Any";
        }
        return switch (type.getString()) {
            case "null" -> "None";
            case "integer" -> "int";
            case "string" -> "str";
            case "boolean" -> "bool";
            case "number" -> "float";
            case "array" -> array(schema, definitions);
            case "object" -> object(schema, definitions);
            default -> "Any";
        };
    }

    /** Whether an object of a schema is a file: it has a path, and a mark that may be described elsewhere. */
    static boolean isFile(JsonObject schema) {
        return schema.get("properties") instanceof JsonObject properties && isFile(properties, definitions(schema));
    }

    private static boolean isFile(JsonObject properties, JsonObject definitions) {
        return properties.containsKey("path") && properties.get("meta") instanceof JsonObject meta
                && JsonText.of(referred(meta, definitions).orElse(meta)).contains("gradio.FileData");
    }

    private static JsonObject definitions(JsonObject schema) {
        return schema.getOrDefault("$defs", JsonValue.EMPTY_JSON_OBJECT).asJsonObject();
    }

    private static Optional<JsonObject> referred(JsonObject schema, JsonObject definitions) {
        return name(schema).flatMap(name -> Optional.ofNullable((JsonObject) definitions.get(name)));
    }

    private static Optional<String> name(JsonObject schema) {
        return schema.get("$ref") instanceof JsonString ref ? Optional.of(ref.getString().substring(ref.getString().lastIndexOf('/') + 1)) : Optional.empty();
    }

    private static String array(JsonObject schema, JsonObject definitions) {
        if (schema.get("prefixItems") instanceof JsonArray items) {
            return "tuple[" + items.stream().map(i -> of(i.asJsonObject(), definitions)).collect(Collectors.joining(", ")) + "]";
        }
        return "list[" + (schema.get("items") instanceof JsonObject items ? of(items, definitions) : "Any") + "]";
    }

    private static String object(JsonObject schema, JsonObject definitions) {
        if (!(schema.get("properties") instanceof JsonObject properties)) {
            return schema.get("additionalProperties") instanceof JsonObject more ? "dict(str, " + of(more, definitions) + ")" : "dict(Any)";
        }
        if (isFile(properties, definitions)) {
            return "filepath";
        }
        var fields = properties.entrySet().stream().map(e -> {
            var field = e.getValue().asJsonObject();
            var description = field.getString("description", "");
            return e.getKey() + ": " + of(field, definitions) + (description.isEmpty() ? "" : " (" + description + ")");
        }).collect(Collectors.joining(", "));
        return "dict(" + fields + (schema.get("additionalProperties") instanceof JsonObject more ? ", str, " + of(more, definitions) : "")
                + ")";
    }
}
