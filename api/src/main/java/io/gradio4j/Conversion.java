package io.gradio4j;

import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;

/** What a component may use while it converts a value between the wire and the handler's view. */
public interface Conversion {

    /**
     * The JSON library, looked up once. It makes single values a thousand times faster than the static methods of
     * {@link jakarta.json.Json}, which look it up each time.
     */
    JsonProvider JSON = JsonProvider.provider();

    /**
     * Any value as JSON, by JSON-B.
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
}
