package io.gradio4j.components.remote;

import io.gradio4j.Conversion;
import io.gradio4j.FileData;
import io.gradio4j.client.ClientException;
import io.gradio4j.client.RemoteFile;
import io.gradio4j.client.Upload;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A value of the other app.
 *
 * @param json as that app has written it
 * @param files where its files come from
 */
record RemoteValue(JsonValue json, Source files) {

    /** Fetches files of one result, or of the page's beginning: each once, when it is first shown. */
    static final class Source {

        private final Function<JsonValue, List<RemoteFile>> in;
        private final Consumer<ClientException> failure;
        private final Map<String, JsonValue> shown = new ConcurrentHashMap<>();

        /**
         * Files of the other app.
         *
         * @param in finds those of a value
         * @param failure gets why a file could not be fetched; if it does not throw, nothing is shown
         */
        Source(Function<JsonValue, List<RemoteFile>> in, Consumer<ClientException> failure) {
            this.in = in;
            this.failure = failure;
        }

        private JsonValue shown(JsonObject file, Conversion conversion) {
            try {
                return in.apply(file).stream().filter(Source::isThere).findFirst()
                        .map(found -> shown.computeIfAbsent(found.path(), path -> fetched(found, conversion))).orElse(JsonValue.NULL);
            } catch (ClientException e) {
                failure.accept(e);
                return JsonValue.NULL;
            }
        }

        /** An address is not fetched, since it may lead anywhere; and a stream that is still growing is no file yet. */
        private static boolean isThere(RemoteFile file) {
            return !file.isStream() && !file.path().isEmpty() && !file.path().matches("(?i)[a-z][a-z0-9+.-]{1,30}:.*");
        }

        private static JsonObject fetched(RemoteFile file, Conversion conversion) {
            try {
                var folder = Files.createTempDirectory("gradio4j-remote-");
                try {
                    var copy = file.download(folder);
                    try {
                        var published = conversion.publish(copy);
                        return (file.mimeType().isEmpty() ? published : published.typed(file.mimeType())).json();
                    } finally {
                        Files.deleteIfExists(copy);
                    }
                } finally {
                    Files.deleteIfExists(folder);
                }
            } catch (IOException e) {
                throw new UncheckedIOException("The file " + file.name() + " of the other app cannot be kept", e);
            }
        }
    }

    /** As browsers get it: with copies of its files. */
    JsonValue shown(Conversion conversion) {
        return shown(json, conversion);
    }

    private JsonValue shown(JsonValue value, Conversion conversion) {
        return switch (value) {
            case JsonObject file when FileData.isFile(file) -> files.shown(file, conversion);
            case JsonObject object -> {
                var copy = Conversion.JSON.createObjectBuilder();
                object.forEach((name, part) -> copy.add(name, name.equals("props") && part instanceof JsonObject props
                        && object.get("component") instanceof JsonString type ? RemoteProps.json(type.getString(), props) : shown(part, conversion)));
                yield copy.build();
            }
            case JsonArray array -> {
                var copy = Conversion.JSON.createArrayBuilder();
                array.forEach(part -> copy.add(shown(part, conversion)));
                yield copy.build();
            }
            default -> value;
        };
    }

    /** What a browser has sent, for a {@link io.gradio4j.client.Client}: files are to be sent on. */
    static @Nullable Object sent(JsonValue payload, Conversion conversion) {
        return switch (payload) {
            case JsonObject object when FileData.isFile(object) -> {
                var file = FileData.from(object);
                yield Upload.of(file.name(), conversion.file(file));
            }
            case JsonObject object -> {
                var copy = new LinkedHashMap<String, @Nullable Object>();
                object.forEach((name, part) -> copy.put(name, sent(part, conversion)));
                yield copy;
            }
            case JsonArray array -> {
                var copy = new ArrayList<@Nullable Object>(array.size());
                array.forEach(part -> copy.add(sent(part, conversion)));
                yield copy;
            }
            default -> payload;
        };
    }
}
