package io.gradio4j.client;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.lang.invoke.MethodType;
import java.lang.reflect.Type;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What an endpoint gave: one value for each output that {@link Client#viewApi()} lists. Immutable, but for the downloading of files.
 *
 * <p>A function may change more of a component than its value; the conversions then look at the value alone, {@link #data()} has
 * everything.
 */
public final class Result {

    private final String endpoint;
    private final JsonArray raw;
    private final List<JsonValue> data;
    private final Downloads downloads;

    Result(AppConfig.Function function, JsonArray raw, Downloads downloads) {
        endpoint = function.endpoint();
        this.raw = raw;
        this.downloads = downloads;
        data = IntStream.range(0, raw.size()).filter(i -> i >= function.outputs().size() || function.outputs().get(i))
                .mapToObj(raw::get).toList();
    }

    /** The values as JSON. */
    public List<JsonValue> data() {
        return data;
    }

    /** The values of all outputs, with those that are no results: null for state, changed properties for buttons. */
    public JsonArray raw() {
        return raw;
    }

    /** How many values there are. */
    public int size() {
        return data.size();
    }

    /**
     * The only value.
     *
     * @param type what it should be; classes that are neither plain values nor JSON are made by JSON-B
     * @param <T> what it should be
     * @return the value; {@code null} if the output is empty
     * @throws IllegalArgumentException if it is not of that type
     * @throws IllegalStateException if there are no or several values
     */
    public <T> @Nullable T as(Class<T> type) {
        return as(only(), type);
    }

    /**
     * One value.
     *
     * @param index its place, from 0
     * @param type what it should be; classes that are neither plain values nor JSON are made by JSON-B
     * @param <T> what it should be
     * @return the value; {@code null} if the output is empty
     * @throws IllegalArgumentException if it is not of that type
     * @throws IndexOutOfBoundsException if there is no such value
     */
    @SuppressWarnings("unchecked")
    public <T> @Nullable T as(int index, Class<T> type) {
        return (T) as(index, (Type) MethodType.methodType(type).wrap().returnType());
    }

    /**
     * One value of a type with parameters, such as a list of records.
     *
     * @param index its place, from 0
     * @param type what it should be
     * @return the value; {@code null} if the output is empty
     * @throws IllegalArgumentException if it is not of that type
     * @throws IndexOutOfBoundsException if there is no such value
     */
    public @Nullable Object as(int index, Type type) {
        return Values.fromJson(value(index), type);
    }

    private int only() {
        if (data.size() != 1) {
            throw new IllegalStateException(endpoint + " gave " + data.size() + " values: say which one");
        }
        return 0;
    }

    private JsonValue value(int index) {
        var value = data.get(index);
        return value instanceof JsonObject update && Jsons.textAt(update, "__type__").equals("update")
                ? update.getOrDefault("value", JsonValue.NULL) : value;
    }

    /**
     * The file that a value is, or the first one in it.
     *
     * @param index the value's place, from 0
     * @return the file
     * @throws IllegalStateException if there is none
     * @throws IndexOutOfBoundsException if there is no such value
     */
    public RemoteFile file(int index) {
        return RemoteFile.in(data.get(index), downloads, endpoint).stream().findFirst().orElseThrow(() -> new IllegalStateException(
                endpoint + " gave no file but " + Jsons.abbreviated(data.get(index).toString())));
    }

    /** All files in all outputs, in order, also those of buttons. */
    public List<RemoteFile> files() {
        return RemoteFile.in(raw, downloads, endpoint);
    }

    /** The only value's text, or all values as JSON, one below the other. */
    @Override
    public String toString() {
        return IntStream.range(0, data.size()).mapToObj(this::value).map(v -> v instanceof JsonString s ? s.getString() : v.toString())
                .collect(Collectors.joining("\n"));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Result result && result.endpoint.equals(endpoint) && result.raw.equals(raw);
    }

    @Override
    public int hashCode() {
        return raw.hashCode();
    }
}
