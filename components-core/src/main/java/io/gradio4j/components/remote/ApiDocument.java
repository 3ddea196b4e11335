package io.gradio4j.components.remote;

import io.gradio4j.Conversion;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads an OpenAPI document. References lead to other places of the document alone. */
final class ApiDocument {

    /** The methods that an operation may have here. */
    static final List<String> METHODS = List.of("get", "post", "put", "patch", "delete");

    /** Headers that the specification leaves to what calls. */
    private static final Set<String> OWN_HEADERS = Set.of("accept", "content-type", "authorization");
    private static final int MOST_REFERENCES = 20;

    private final JsonObject document;

    /**
     * Reads a document.
     *
     * @throws IllegalArgumentException if it is of another version than 3
     */
    ApiDocument(JsonObject document) {
        this.document = document;
        if (RemoteJson.text(document, "openapi").filter(version -> version.startsWith("3.")).isEmpty()) {
            throw new IllegalArgumentException("This is no document of OpenAPI 3: \"openapi\" is " + document.get("openapi"));
        }
    }

    String title() {
        return RemoteJson.text(RemoteJson.object(document, "info"), "title").orElse("API");
    }

    String description() {
        return RemoteJson.text(RemoteJson.object(document, "info"), "description").orElse("");
    }

    Set<String> paths() {
        return RemoteJson.object(document, "paths").keySet();
    }

    /** All operations, in the document's order. */
    List<ApiOperation> operations() {
        var all = new ArrayList<ApiOperation>();
        for (var path : paths()) {
            var item = resolved(RemoteJson.object(RemoteJson.object(document, "paths"), path));
            for (var method : METHODS) {
                if (path.startsWith("/") && item.get(method) instanceof JsonObject operation) {
                    all.add(operation(method, path, item, operation));
                }
            }
        }
        return all;
    }

    private ApiOperation operation(String method, String path, JsonObject item, JsonObject operation) {
        var parameters = new LinkedHashMap<String, JsonObject>();
        for (var source : List.of(item, operation)) {
            RemoteJson.objects(source, "parameters").stream().map(this::resolved)
                    .forEach(p -> parameters.put(RemoteJson.text(p, "in").orElse("") + " " + RemoteJson.text(p, "name").orElse(""), p));
        }
        var fields = new ArrayList<ApiField>();
        parameters.values().forEach(parameter -> parameter(parameter).ifPresent(fields::add));
        var body = body(resolved(RemoteJson.object(operation, "requestBody")), fields);
        var summary = RemoteJson.text(operation, "summary").orElse("");
        var name = RemoteJson.text(operation, "operationId").filter(id -> id.matches("[\\w-]{1,60}"))
                .orElseGet(() -> (method + path).replaceAll("\\W+", "_").replaceAll("_$", ""));
        return new ApiOperation(method, path, name, (summary + (RemoteJson.isTrue(operation, "deprecated") ? " (deprecated)" : "")).strip(),
                RemoteJson.text(operation, "description").orElse(""), List.copyOf(fields), body);
    }

    private Optional<ApiField> parameter(JsonObject parameter) {
        var place = RemoteJson.constant(parameter, "in", ApiField.Place.values()).filter(p -> p.isParameter());
        var name = RemoteJson.text(parameter, "name").filter(n -> !n.isEmpty());
        if (place.isEmpty() || name.isEmpty() || place.get() == ApiField.Place.HEADER && OWN_HEADERS.contains(name.get().toLowerCase(Locale.ROOT))) {
            return Optional.empty();
        }
        var content = RemoteJson.object(parameter, "content").values().stream().filter(JsonObject.class::isInstance).map(JsonObject.class::cast).findFirst();
        var schema = schema(RemoteJson.object(content.orElse(parameter), "schema"));
        var style = RemoteJson.text(parameter, "style").orElse(content.isPresent() ? "json" : place.get() == ApiField.Place.QUERY || place.get() == ApiField.Place.COOKIE ? "form" : "simple");
        var explode = parameter.containsKey("explode") ? RemoteJson.isTrue(parameter, "explode") : style.equals("form");
        return Optional.of(ApiField.of(name.get(), place.get(), RemoteJson.isTrue(parameter, "required") || place.get() == ApiField.Place.PATH,
                RemoteJson.text(parameter, "description").orElse(""), described(schema, parameter), style, explode));
    }

    /** A parameter's own example is as good as its schema's. */
    private static JsonObject described(JsonObject schema, JsonObject described) {
        return described.containsKey("example") && !schema.containsKey("example") ? Conversion.JSON.createObjectBuilder(schema).add("example", described.get("example")).build() : schema;
    }

    /** How the body is sent; of the kinds that an operation takes, the one that a person can fill in best. */
    private ApiOperation.Body body(JsonObject body, List<ApiField> fields) {
        var content = RemoteJson.object(body, "content");
        if (content.isEmpty()) {
            return new ApiOperation.Body(ApiOperation.Encoding.NONE, "");
        }
        var type = content.keySet().stream().min((a, b) -> ApiOperation.Encoding.of(a).compareTo(ApiOperation.Encoding.of(b))).orElseThrow();
        var encoding = ApiOperation.Encoding.of(type);
        var media = RemoteJson.object(content, type);
        var schema = described(schema(RemoteJson.object(media, "schema")), media);
        var required = RemoteJson.isTrue(body, "required");
        var properties = RemoteJson.object(schema, "properties");
        if (properties.isEmpty() || encoding == ApiOperation.Encoding.RAW || encoding == ApiOperation.Encoding.TEXT) {
            fields.add(ApiField.body(required, RemoteJson.text(body, "description").orElse(""), schema, encoding));
            return new ApiOperation.Body(encoding, type);
        }
        var needed = RemoteJson.items(schema, "required");
        properties.keySet().forEach(name -> {
            var property = schema(RemoteJson.object(properties, name));
            if (!RemoteJson.isTrue(property, "readOnly")) {
                fields.add(ApiField.of(name, ApiField.Place.PART, needed.contains(Conversion.JSON.createValue(name)), RemoteJson.text(property, "description").orElse(""),
                        example(property, schema, name), "form", true));
            }
        });
        return new ApiOperation.Body(encoding, type);
    }

    /** The example of a whole body has examples of its parts. */
    private static JsonObject example(JsonObject property, JsonObject whole, String name) {
        var part = RemoteJson.object(whole, "example").get(name);
        return part == null || property.containsKey("example") ? property : Conversion.JSON.createObjectBuilder(property).add("example", part).build();
    }

    private JsonObject resolved(JsonObject object) {
        var current = object;
        for (var i = 0; i < MOST_REFERENCES && current.get("$ref") instanceof JsonString reference; i++) {
            current = at(reference.getString());
        }
        return current;
    }

    private JsonObject at(String reference) {
        try {
            return reference.startsWith("#/") && Conversion.JSON.createPointer(reference.substring(1)).getValue(document) instanceof JsonObject object
                    ? object : JsonValue.EMPTY_JSON_OBJECT;
        } catch (JsonException e) {
            return JsonValue.EMPTY_JSON_OBJECT;
        }
    }

    /** A schema with its references and its alternatives to "nothing" taken in; what is said besides a reference holds, too. */
    private JsonObject schema(JsonObject schema) {
        return schema(schema, 0);
    }

    private JsonObject schema(JsonObject schema, int depth) {
        if (depth > MOST_REFERENCES) {
            return JsonValue.EMPTY_JSON_OBJECT;
        }
        var target = resolved(schema);
        for (var alternatives : List.of("anyOf", "oneOf")) {
            var others = RemoteJson.objects(target, alternatives).stream().filter(o -> !RemoteJson.text(o, "type").filter("null"::equals).isPresent()).toList();
            if (others.size() == 1) {
                target = with(schema(others.getFirst(), depth + 1), target);
            }
        }
        if (target.get("allOf") instanceof JsonArray) {
            for (var part : RemoteJson.objects(target, "allOf")) {
                target = with(schema(part, depth + 1), target);
            }
        }
        return with(target, schema);
    }

    /** Both; of what both say, the second holds, and properties add up. */
    private static JsonObject with(JsonObject first, JsonObject second) {
        if (first == second) {
            return first;
        }
        var both = Conversion.JSON.createObjectBuilder(first);
        second.forEach((name, value) -> {
            if (name.equals("properties") && first.get(name) instanceof JsonObject before && value instanceof JsonObject now) {
                var properties = Conversion.JSON.createObjectBuilder(before);
                now.forEach(properties::add);
                both.add(name, properties);
            } else if (name.equals("required") && first.get(name) instanceof JsonArray before && value instanceof JsonArray now) {
                var names = Conversion.JSON.createArrayBuilder(before);
                now.forEach(names::add);
                both.add(name, names);
            } else if (!name.equals("$ref")) {
                both.add(name, value);
            }
        });
        return both.build();
    }
}
