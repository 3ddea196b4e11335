package io.gradio4j.components.remote;

import io.gradio4j.Conversion;
import io.gradio4j.GradioException;
import io.gradio4j.Values;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.FileNotFoundException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A call of an operation, written as its document says. */
final class ApiRequest {

    private static final String UNRESERVED = "-._~";

    private final ApiOperation operation;
    private final Map<ApiField, JsonValue> values = new LinkedHashMap<>();
    private final Map<ApiField, List<Path>> files = new LinkedHashMap<>();

    /**
     * Takes what a person gave.
     *
     * @throws GradioException if a value is missing or wrong
     */
    ApiRequest(ApiOperation operation, Values given) {
        this.operation = operation;
        for (var field : operation.fields()) {
            @Nullable Object value = given.get(field.component());
            var chosen = field.files(value);
            if (chosen.isEmpty()) {
                field.value(value).ifPresent(json -> values.put(field, json));
            } else {
                files.put(field, chosen);
            }
        }
    }

    HttpRequest.Builder builder(String base) {
        var path = operation.path();
        var query = new ArrayList<String>();
        var cookies = new ArrayList<String>();
        var headers = new LinkedHashMap<String, String>();
        for (var entry : values.entrySet()) {
            var field = entry.getKey();
            switch (field.place()) {
                case PATH -> path = path.replace("{" + field.name() + "}", segment(field, entry.getValue()));
                case QUERY -> pairs(field, entry.getValue()).forEach(query::add);
                case COOKIE -> cookies.add(encoded(field.name()) + "=" + encoded(joined(field, entry.getValue())));
                case HEADER -> headers.put(field.name(), joined(field, entry.getValue()));
                case PART, BODY -> {
                }
            }
        }
        var body = body();
        var builder = HttpRequest.newBuilder(URI.create(base + path + (query.isEmpty() ? "" : "?" + String.join("&", query))))
                .header("Accept", "application/json, */*;q=0.5").method(operation.method().toUpperCase(Locale.ROOT), body.content());
        body.type().ifPresent(type -> builder.header("Content-Type", type));
        headers.forEach(builder::header);
        return cookies.isEmpty() ? builder : builder.header("Cookie", String.join("; ", cookies));
    }

    /** A value that is a dot or two would lead to another path. */
    private static String segment(ApiField field, JsonValue value) {
        var text = encoded(joined(field, value)).replace("%2C", ",");
        if (text.equals(".") || text.equals("..")) {
            throw new GradioException("\"" + field.name() + "\" must not be " + text);
        }
        return switch (field.style()) {
            case "label" -> "." + text;
            case "matrix" -> ";" + encoded(field.name()) + "=" + text;
            default -> text;
        };
    }

    /** A list or object as one text: its parts with commas between them. */
    private static String joined(ApiField field, JsonValue value) {
        return switch (value) {
            case JsonArray items when !field.style().equals("json") -> String.join(",", ApiField.texts(items));
            case JsonObject object when !field.style().equals("json") -> {
                var parts = new ArrayList<String>();
                object.forEach((name, part) -> parts.add(name + (field.explode() ? "=" : ",") + ApiField.text(part)));
                yield String.join(",", parts);
            }
            default -> ApiField.text(value);
        };
    }

    /** What stands behind the question mark, or in a form. */
    private static List<String> pairs(ApiField field, JsonValue value) {
        var name = encoded(field.name());
        return switch (value) {
            case JsonArray items when field.explode() && !field.style().equals("json") -> ApiField.texts(items).stream().map(text -> name + "=" + encoded(text)).toList();
            case JsonArray items when !field.style().equals("json") -> {
                var between = switch (field.style()) {
                    case "spaceDelimited" -> "%20";
                    case "pipeDelimited" -> "%7C";
                    default -> ",";
                };
                yield List.of(name + "=" + String.join(between, ApiField.texts(items).stream().map(ApiRequest::encoded).toList()));
            }
            case JsonObject object when field.style().equals("deepObject") || field.explode() && !field.style().equals("json") -> {
                var pairs = new ArrayList<String>();
                object.forEach((key, part) -> pairs.add((field.style().equals("deepObject") ? name + "%5B" + encoded(key) + "%5D" : encoded(key))
                        + "=" + encoded(ApiField.text(part))));
                yield pairs;
            }
            default -> List.of(name + "=" + encoded(joined(field, value)));
        };
    }

    private static String encoded(String text) {
        var out = new StringBuilder();
        for (var b : text.getBytes(StandardCharsets.UTF_8)) {
            var c = (char) (b & 0xff);
            if (c < 128 && (Character.isLetterOrDigit(c) || UNRESERVED.indexOf(c) >= 0)) {
                out.append(c);
            } else {
                out.append('%').append("%02X".formatted((int) c));
            }
        }
        return out.toString();
    }

    private record Body(Optional<String> type, BodyPublisher content) {
    }

    private Body body() {
        var type = operation.body().type();
        return switch (operation.body().encoding()) {
            case NONE -> new Body(Optional.empty(), BodyPublishers.noBody());
            case JSON -> json().map(json -> new Body(Optional.of(type), BodyPublishers.ofString(json.toString()))).orElse(nothing());
            case FORM -> new Body(Optional.of(type), BodyPublishers.ofString(String.join("&", parts().entrySet().stream()
                    .flatMap(part -> pairs(part.getKey(), part.getValue()).stream()).toList())));
            case TEXT -> whole().map(text -> new Body(Optional.of(type), BodyPublishers.ofString(ApiField.text(text)))).orElse(nothing());
            case RAW -> files.values().stream().flatMap(List::stream).findFirst()
                    .map(file -> new Body(Optional.of(type.contains("*") ? "application/octet-stream" : type), content(file))).orElse(nothing());
            case MULTIPART -> multipart();
        };
    }

    private static Body nothing() {
        return new Body(Optional.empty(), BodyPublishers.noBody());
    }

    private Optional<JsonValue> whole() {
        return values.entrySet().stream().filter(entry -> entry.getKey().place() == ApiField.Place.BODY).map(Map.Entry::getValue).findFirst();
    }

    private Map<ApiField, JsonValue> parts() {
        var parts = new LinkedHashMap<ApiField, JsonValue>();
        values.forEach((field, value) -> {
            if (field.place() == ApiField.Place.PART) {
                parts.put(field, value);
            }
        });
        return parts;
    }

    private Optional<JsonValue> json() {
        if (operation.fields().stream().noneMatch(field -> field.place() == ApiField.Place.PART)) {
            return whole();
        }
        var json = Conversion.JSON.createObjectBuilder();
        parts().forEach((field, value) -> json.add(field.name(), value));
        return Optional.of(json.build());
    }

    private Body multipart() {
        var boundary = "gradio4j-" + UUID.randomUUID();
        var all = new ArrayList<BodyPublisher>();
        parts().forEach((field, value) -> {
            var isPlain = !(value instanceof JsonArray) && !(value instanceof JsonObject);
            all.add(head(boundary, "name=\"" + quoted(field.name()) + "\"", isPlain ? "text/plain; charset=utf-8" : "application/json"));
            all.add(BodyPublishers.ofString(ApiField.text(value) + "\r\n"));
        });
        files.forEach((field, chosen) -> chosen.forEach(file -> {
            all.add(head(boundary, "name=\"" + quoted(field.name()) + "\"; filename=\"" + quoted(String.valueOf(file.getFileName())) + "\"", "application/octet-stream"));
            all.add(content(file));
            all.add(BodyPublishers.ofString("\r\n"));
        }));
        all.add(BodyPublishers.ofString("--" + boundary + "--\r\n"));
        return new Body(Optional.of("multipart/form-data; boundary=" + boundary), BodyPublishers.concat(all.toArray(BodyPublisher[]::new)));
    }

    private static BodyPublisher head(String boundary, String what, String type) {
        return BodyPublishers.ofString("--" + boundary + "\r\nContent-Disposition: form-data; " + what + "\r\nContent-Type: " + type + "\r\n\r\n");
    }

    /** As browsers write it, so that no name can end the header. */
    private static String quoted(String name) {
        return name.replace("\"", "%22").replace("\r", "%0D").replace("\n", "%0A");
    }

    private static BodyPublisher content(Path file) {
        try {
            return BodyPublishers.ofFile(file);
        } catch (FileNotFoundException e) {
            throw new GradioException(file.getFileName() + " cannot be read", e);
        }
    }
}
