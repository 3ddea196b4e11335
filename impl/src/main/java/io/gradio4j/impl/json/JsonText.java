package io.gradio4j.impl.json;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import org.jspecify.annotations.Nullable;

/**
 * Writes JSON into a text: on one line, without white space, characters beyond ASCII as they are. Every message of every event passes
 * here, so it writes straight into one buffer.
 */
public final class JsonText {

    private static final char[] HEX = "0123456789abcdef".toCharArray();

    private final StringBuilder out;

    /** Writes to the end of a buffer. */
    public JsonText(StringBuilder out) {
        this.out = out;
    }

    /** A value as text. */
    public static String of(JsonValue value) {
        var out = new StringBuilder(128);
        new JsonText(out).value(value);
        return out.toString();
    }

    /** Any characters that are part of the JSON. */
    public JsonText raw(String text) {
        out.append(text);
        return this;
    }

    /** A value. */
    public JsonText value(JsonValue value) {
        switch (value) {
            case JsonString s -> string(s.getString());
            case JsonNumber n -> out.append(n);
            case JsonArray array -> {
                out.append('[');
                for (var i = 0; i < array.size(); i++) {
                    if (i > 0) {
                        out.append(',');
                    }
                    value(array.get(i));
                }
                out.append(']');
            }
            case JsonObject object -> {
                out.append('{');
                var first = true;
                for (var entry : object.entrySet()) {
                    if (!first) {
                        out.append(',');
                    }
                    first = false;
                    string(entry.getKey()).raw(":").value(entry.getValue());
                }
                out.append('}');
            }
            default -> out.append(value);
        }
        return this;
    }

    /** A string, or null. */
    public JsonText text(@Nullable String text) {
        return text == null ? raw("null") : string(text);
    }

    /** A number; null for none and for what JSON cannot say. */
    public JsonText number(@Nullable Number number) {
        if (number == null || number instanceof Double d && !Double.isFinite(d)) {
            return raw("null");
        }
        out.append(number);
        return this;
    }

    /** True or false. */
    public JsonText bool(boolean value) {
        out.append(value);
        return this;
    }

    /** A string. */
    public JsonText string(String text) {
        out.append('"');
        var start = 0;
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c >= ' ' && c != '"' && c != '\\' && c != '\u2028' && c != '\u2029' && !Character.isSurrogate(c)) {
                continue;
            }
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
                continue;
            }
            out.append(text, start, i);
            start = i + 1;
            escape(c);
        }
        out.append(text, start, text.length()).append('"');
        return this;
    }

    private void escape(char c) {
        switch (c) {
            case '"' -> out.append("\\\"");
            case '\\' -> out.append("\\\\");
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            default -> out.append("\\u").append(HEX[c >> 12]).append(HEX[c >> 8 & 15]).append(HEX[c >> 4 & 15]).append(HEX[c & 15]);
        }
    }
}
