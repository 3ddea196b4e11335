package io.gradio4j.client;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An API in words. */
final class ApiText {

    private static final String INDENT = "  ";

    private ApiText() {
    }

    static String of(Api api) {
        return Stream.concat(Stream.of(api.url() + " (Gradio " + api.version() + ")\n"),
                api.endpoints().stream().filter(Api.Endpoint::documented).map(ApiText::of)).collect(Collectors.joining("\n"));
    }

    static String of(Api.Endpoint endpoint) {
        var text = new StringBuilder(endpoint.name()).append('(')
                .append(endpoint.parameters().stream().map(ApiText::signature).collect(Collectors.joining(", "))).append(")\n");
        if (!endpoint.description().isEmpty()) {
            text.append(INDENT).append(endpoint.description()).append('\n');
        }
        for (var p : endpoint.parameters()) {
            line(text, p.name() + ": " + p.type(), p.label(), p.component()).append(", for example ").append(p.example()).append('\n');
        }
        for (var r : endpoint.returns()) {
            line(text, "returns " + r.type(), r.label(), r.component()).append('\n');
        }
        return text.toString();
    }

    private static String signature(Api.Parameter parameter) {
        return parameter.name() + parameter.byDefault().map(value -> " = " + value).orElse("");
    }

    private static StringBuilder line(StringBuilder text, String what, String label, String component) {
        return text.append(INDENT).append(what).append(" – ").append(label).append(" (").append(component).append(')');
    }

    /** A JSON schema's type in words, such as {@code list of string}. */
    static String type(JsonObject schema) {
        if (isFile(schema)) {
            return "file";
        }
        if (schema.get("enum") instanceof JsonArray choices) {
            return "one of " + choices.stream().map(JsonValue::toString).collect(Collectors.joining(", "));
        }
        for (var alternatives : new String[] {"anyOf", "oneOf"}) {
            if (schema.get(alternatives) instanceof JsonArray types) {
                return types.stream().map(ApiText::typeOf).distinct().collect(Collectors.joining(" or "));
            }
        }
        if (schema.get("type") instanceof JsonString type) {
            return type.getString().equals("array") && schema.get("items") instanceof JsonObject items ? "list of " + type(items)
                    : type.getString().equals("array") ? "list" : type.getString();
        }
        return schema.get("$ref") instanceof JsonString reference ? reference.getString().substring(reference.getString().lastIndexOf('/') + 1) : "any";
    }

    private static String typeOf(JsonValue schema) {
        return schema instanceof JsonObject object ? type(object) : "any";
    }

    private static boolean isFile(JsonObject schema) {
        return schema.get("properties") instanceof JsonObject properties && properties.containsKey("path")
                && properties.get("meta") instanceof JsonObject meta && meta.toString().contains(RemoteFile.MARK);
    }
}
