package io.gradio4j.components.remote;

import io.gradio4j.Conversion;
import io.gradio4j.FileData;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Properties of the other app's blocks, without what is code, what names something of its own, and what our server says itself. */
final class RemoteProps {

    private static final Set<String> LEFT_OUT = Set.of("name", "value", "key", "server_fns", "proxy_url", "root", "theme", "loading_status", "_selectable",
            "js", "head", "css", "html_template", "css_template", "js_on_load", "props", "component_class_name", "icon", "avatar_images");
    private static final Set<String> WITH_HTML = Set.of("html", "markdown", "chatbot");
    private static final Pattern NAME = Pattern.compile("\\w{1,60}");
    private static final String CLEAN = "sanitize_html";

    private RemoteProps() {
    }

    /**
     * As a block of ours has them: plain values are Java's.
     *
     * @param type the block's type
     * @param props without {@code value}, which is for the block
     */
    static Map<String, Object> of(String type, JsonObject props) {
        var all = new LinkedHashMap<String, Object>();
        props.forEach((name, value) -> {
            if (value != JsonValue.NULL && NAME.matcher(name).matches() && !LEFT_OUT.contains(name) && !name.startsWith("__")) {
                all.put(name, name.equals("buttons") ? names(value) : plain(value));
            }
        });
        if (WITH_HTML.contains(type)) {
            all.put(CLEAN, true);
        }
        return all;
    }

    /** As JSON, for a component in a message of a chat. */
    static JsonObject json(String type, JsonObject props) {
        var kept = of(type, props).keySet();
        var json = Conversion.JSON.createObjectBuilder();
        props.forEach((name, value) -> {
            if (kept.contains(name)) {
                json.add(name, name.equals(CLEAN) ? JsonValue.TRUE : withoutFiles(value));
            }
        });
        return kept.contains(CLEAN) ? json.add(CLEAN, true).build() : json.build();
    }

    private static Object plain(JsonValue value) {
        return switch (value) {
            case JsonString text -> text.getString();
            case JsonNumber number when number.isIntegral() && number.bigIntegerValue().bitLength() < 32 -> number.intValue();
            case JsonNumber number -> number.bigDecimalValue();
            case JsonValue truth when truth == JsonValue.TRUE || truth == JsonValue.FALSE -> truth == JsonValue.TRUE;
            default -> withoutFiles(value);
        };
    }

    /** Of buttons of the app's own only their numbers would come. */
    private static JsonValue names(JsonValue value) {
        if (!(value instanceof JsonArray items)) {
            return JsonValue.EMPTY_JSON_ARRAY;
        }
        var names = Conversion.JSON.createArrayBuilder();
        items.stream().filter(JsonString.class::isInstance).forEach(names::add);
        return names.build();
    }

    /** Files that are not values are known by their names alone, such as samples in a table: no browser goes to the other server for them. */
    private static JsonValue withoutFiles(JsonValue value) {
        return switch (value) {
            case JsonObject file when FileData.isFile(file) -> {
                var name = Optional.ofNullable(file.getString("orig_name", null)).orElseGet(() -> file.getString("path", ""));
                name = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
                yield Conversion.JSON.createObjectBuilder().add("path", name).add("orig_name", name).addNull("url").add("meta", file.get("meta")).build();
            }
            case JsonObject object -> {
                var copy = Conversion.JSON.createObjectBuilder();
                object.forEach((name, part) -> copy.add(name, withoutFiles(part)));
                yield copy.build();
            }
            case JsonArray array -> {
                var copy = Conversion.JSON.createArrayBuilder();
                array.forEach(part -> copy.add(withoutFiles(part)));
                yield copy.build();
            }
            default -> value;
        };
    }
}
