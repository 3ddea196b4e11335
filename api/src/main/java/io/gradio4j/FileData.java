package io.gradio4j;

import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A file on the wire. Its {@code path} is an opaque name that the server gave out and clients only hand back, never a path of the
 * server's disk; {@link Conversion#file} turns it into a real one.
 *
 * @param path the opaque name, or an {@code http(s):} or {@code data:} URL
 * @param url where a browser loads it from; {@code null} when that is not known yet
 * @param size bytes; {@code null} when unknown
 * @param origName the name on the user's disk, for showing and downloading; {@code null} when unknown
 * @param mimeType the media type that the client claims; {@code null} when unknown
 * @param isStream whether {@code url} is a playlist that grows instead of a file
 */
public record FileData(String path, @Nullable String url, @Nullable Long size, @Nullable String origName, @Nullable String mimeType,
        boolean isStream) {

    private static final String MARK = "gradio.FileData";

    /**
     * A file elsewhere, which browsers load from there: the server does not fetch it.
     *
     * @param url an {@code http} or {@code https} URL
     * @return the file
     * @throws IllegalArgumentException if the URL has another scheme
     */
    public static FileData remote(URI url) {
        if (!"http".equalsIgnoreCase(url.getScheme()) && !"https".equalsIgnoreCase(url.getScheme())) {
            throw new IllegalArgumentException("A remote file needs an http or https URL, not " + url);
        }
        return new FileData(url.toString(), url.toString(), null, null, null, false);
    }

    /**
     * Reads what a client sent.
     *
     * @param json an object with a {@code path}, or at least a {@code url}, and the mark {@code "meta": {"_type": "gradio.FileData"}}
     * @return the file; nothing is known yet about whether it exists
     * @throws ValidationException if it is no such object
     */
    public static FileData from(JsonValue json) {
        if (!isFile(json)) {
            throw new ValidationException("A file object needs the field meta: {\"_type\": \"" + MARK + "\"}, not " + shortened(json));
        }
        var object = json.asJsonObject();
        var url = text(object, "url");
        var path = text(object, "path");
        var place = path == null || path.isEmpty() ? url : path;
        if (place == null || place.isEmpty()) {
            throw new ValidationException("A file object needs a path, not " + shortened(json));
        }
        return new FileData(place, url, number(object), text(object, "orig_name"), text(object, "mime_type"),
                JsonValue.TRUE.equals(object.get("is_stream")));
    }

    /**
     * Whether JSON claims to be a file.
     *
     * @param json any JSON
     * @return true for an object with the mark of files
     */
    public static boolean isFile(JsonValue json) {
        return json instanceof JsonObject object && object.get("meta") instanceof JsonObject meta
                && meta.get("_type") instanceof JsonString type && type.getString().equals(MARK);
    }

    private static @Nullable String text(JsonObject object, String name) {
        return switch (object.getOrDefault(name, JsonValue.NULL)) {
            case JsonString s -> s.getString();
            case JsonValue v when v == JsonValue.NULL -> null;
            case JsonValue other -> throw new ValidationException("The field " + name + " of a file object must be a string, not "
                    + shortened(other));
        };
    }

    private static @Nullable Long number(JsonObject object) {
        return switch (object.getOrDefault("size", JsonValue.NULL)) {
            case JsonNumber n when n.isIntegral() && n.bigIntegerValue().bitLength() < 64 -> n.longValue();
            case JsonValue v when v == JsonValue.NULL -> null;
            case JsonValue other -> throw new ValidationException("The field size of a file object must be a whole number, not "
                    + shortened(other));
        };
    }

    private static String shortened(JsonValue json) {
        var text = json.toString();
        return text.length() > 100 ? text.substring(0, 100) + "…" : text;
    }

    /** The name to show: the original one, else the last part of the path. */
    public String name() {
        return Optional.ofNullable(origName).orElseGet(() -> path.substring(path.lastIndexOf('/') + 1));
    }

    /**
     * The same with another name to show and to download it as.
     *
     * @param name a file name
     * @return the file
     */
    public FileData named(String name) {
        return new FileData(path, url, size, name, mimeType, isStream);
    }

    /**
     * The same with a media type.
     *
     * @param type such as {@code image/png}
     * @return the file
     */
    public FileData typed(String type) {
        return new FileData(path, url, size, origName, type, isStream);
    }

    /** The file as the browser gets it. */
    public JsonObject json() {
        var json = Conversion.JSON.createObjectBuilder().add("path", path).add("url", nullable(url))
                .add("size", size == null ? JsonValue.NULL : Conversion.JSON.createValue(size)).add("orig_name", nullable(origName))
                .add("mime_type", nullable(mimeType)).add("is_stream", isStream);
        return json.add("meta", Conversion.JSON.createObjectBuilder().add("_type", MARK)).build();
    }

    private static JsonValue nullable(@Nullable String text) {
        return text == null ? JsonValue.NULL : Conversion.JSON.createValue(text);
    }
}
