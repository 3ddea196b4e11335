package io.gradio4j;

import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.lang.reflect.Type;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What a component may use while it converts a value between the wire and the handler's view: JSON, and files.
 *
 * <p>A component of files resolves what a client sent with {@link #file} and shows a handler's file with {@link #publish}:
 *
 * {@snippet :
 * protected Path preprocess(JsonValue payload, Conversion conversion) {
 *     return conversion.file(FileData.from(payload));
 * }
 *
 * protected JsonValue postprocess(Path value, Conversion conversion) {
 *     return conversion.publish(value).json();
 * }
 * }
 */
public interface Conversion {

    /**
     * The JSON library, looked up once. It makes single values a thousand times faster than the static methods of
     * {@link jakarta.json.Json}, which look it up each time.
     */
    JsonProvider JSON = JsonProvider.provider();

    /**
     * Any value as JSON, by JSON-B. A {@link Path} is published, a {@link FileData} written as it stands.
     *
     * @param value what JSON-B can write
     * @return the JSON
     */
    JsonValue toJson(@Nullable Object value);

    /**
     * JSON as a Java value, by JSON-B.
     *
     * @param json the JSON
     * @param type the wanted type
     * @param <T> the wanted type
     * @return the value
     * @throws ValidationException if the JSON is no such value
     */
    <T> T fromJson(JsonValue json, Type type);

    /**
     * The file that a client means. It must be one that was uploaded to this server or shown by it, or a static one of the app; paths
     * that may be served are not enough. A {@code data:} URL is decoded; an {@code http(s):} URL is fetched if the app allows its host
     * with {@link Blocks#fetchFrom}.
     *
     * @param file what the client sent
     * @return a file on the server's disk, to be read only
     * @throws ValidationException if there is no such file, or the client may not use it; the message names it
     */
    Path file(FileData file);

    /**
     * Lets browsers load a file of the server's disk. It is copied into the cache, unless it is there already or a static one of the
     * app. Only files of the cache, of allowed and static paths, of the working directory (but for names that start with a dot) and of
     * the directory for temporary files may leave the server.
     *
     * @param file an existing file
     * @return the file under its opaque name, with its URL, size and name
     * @throws IllegalArgumentException if the file does not exist or may not leave the server; the message names it
     */
    FileData publish(Path file);

    /**
     * Lets browsers load some bytes as a file.
     *
     * @param content all of it
     * @param name the file's name, whose extension tells the kind, such as {@code plot.png}
     * @return the file under its opaque name, with its URL, size and name
     */
    FileData publish(byte[] content, String name);
}
