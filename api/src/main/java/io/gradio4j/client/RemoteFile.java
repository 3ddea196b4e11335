package io.gradio4j.client;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * A file that an app has made. It stays at the server until it is downloaded, and can be an argument of further calls as it is. Usable
 * until its client is closed.
 */
public final class RemoteFile {

    /** What marks files in JSON. */
    static final String MARK = "gradio.FileData";

    private final JsonObject json;
    private final Downloads downloads;
    private final String endpoint;

    private RemoteFile(JsonObject json, Downloads downloads, String endpoint) {
        this.json = json;
        this.downloads = downloads;
        this.endpoint = endpoint;
    }

    /** All files anywhere in a value, in order. */
    static List<RemoteFile> in(JsonValue value, Downloads downloads, String endpoint) {
        var files = new ArrayList<RemoteFile>();
        collect(value, downloads, endpoint, files);
        return List.copyOf(files);
    }

    private static void collect(JsonValue value, Downloads downloads, String endpoint, List<RemoteFile> files) {
        switch (value) {
            case JsonObject object when isFile(object) -> files.add(new RemoteFile(object, downloads, endpoint));
            case JsonObject object -> object.values().forEach(v -> collect(v, downloads, endpoint, files));
            case JsonArray array -> array.forEach(v -> collect(v, downloads, endpoint, files));
            default -> {
            }
        }
    }

    private static boolean isFile(JsonObject object) {
        return object.get("path") instanceof JsonString && object.get("meta") instanceof JsonObject meta
                && Jsons.textAt(meta, "_type").equals(MARK);
    }

    /** The file's own name, as the server tells it; only {@link #download()} makes it safe. */
    public String name() {
        var name = Jsons.textAt(json, "orig_name");
        return name.isEmpty() ? path().substring(Math.max(path().lastIndexOf('/'), path().lastIndexOf('\\')) + 1) : name;
    }

    /** The name by which the server knows it. */
    public String path() {
        return Jsons.textAt(json, "path");
    }

    /** The media type; an empty string when the server does not say. */
    public String mimeType() {
        return Jsons.textAt(json, "mime_type");
    }

    /** How many bytes it has; empty when the server does not say. */
    public OptionalLong size() {
        return json.get("size") instanceof JsonNumber n ? OptionalLong.of(n.longValue()) : OptionalLong.empty();
    }

    /** Whether it is a playlist of a stream, not a finished file. */
    public boolean isStream() {
        return Jsons.isTrue(json, "is_stream");
    }

    /** As the wire has it. */
    public JsonObject json() {
        return json;
    }

    /**
     * Downloads it into the client's folder, see {@link ClientOptions#downloads}.
     *
     * @return the new file
     * @throws ClientException if the server does not give it, or it is larger than {@link ClientOptions#maxDownload}
     * @throws java.io.UncheckedIOException if it cannot be written
     */
    public Path download() {
        return download(downloads.folder());
    }

    /**
     * Downloads it. An existing file is never replaced: the new one gets a number if its name is taken. Whatever name the server gives,
     * the file is directly in the folder.
     *
     * @param folder where to; made if there is none
     * @return the new file
     * @throws ClientException if the server does not give it, or it is larger than {@link ClientOptions#maxDownload}
     * @throws java.io.UncheckedIOException if it cannot be written
     */
    public Path download(Path folder) {
        return downloads.fetch(this, folder, endpoint);
    }

    /** Its name. */
    @Override
    public String toString() {
        return name();
    }
}
