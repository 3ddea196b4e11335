package io.gradio4j.impl.file;

import io.gradio4j.FileData;
import io.gradio4j.impl.json.Jsons;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.function.Consumer;

/** Finds files within JSON. */
public final class FileUrls {

    private static final String OURS = "/gradio_api/";

    private FileUrls() {
    }

    /** Whether some file within the JSON is loaded from this server by a URL without its address. */
    public static boolean areIn(JsonValue json) {
        return switch (json) {
            case JsonArray array -> array.stream().anyMatch(FileUrls::areIn);
            case JsonObject object -> isOurs(object) || object.values().stream().anyMatch(FileUrls::areIn);
            default -> false;
        };
    }

    private static boolean isOurs(JsonObject object) {
        return object.get("url") instanceof JsonString url && url.getString().startsWith(OURS) && FileData.isFile(object);
    }

    /**
     * The JSON with the server's address before the URLs of its files.
     *
     * @param root the address without a trailing slash
     */
    public static JsonValue rooted(JsonValue json, String root) {
        return switch (json) {
            case JsonArray array -> {
                var rooted = Jsons.array();
                array.forEach(item -> rooted.add(rooted(item, root)));
                yield rooted.build();
            }
            case JsonObject object -> {
                var ours = isOurs(object);
                var rooted = Jsons.object();
                object.forEach((name, value) -> rooted.add(name, ours && name.equals("url")
                        ? Jsons.string(root + ((JsonString) value).getString()) : rooted(value, root)));
                yield rooted.build();
            }
            default -> json;
        };
    }

    /** Hands out each object within the JSON. */
    static void eachObject(JsonValue json, Consumer<JsonObject> use) {
        switch (json) {
            case JsonArray array -> array.forEach(item -> eachObject(item, use));
            case JsonObject object -> {
                use.accept(object);
                object.values().forEach(value -> eachObject(value, use));
            }
            default -> {
            }
        }
    }
}
