package io.gradio4j.components.dataframe;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

/** A JSON array whose elements are made when they are asked for: a table of millions of cells is in memory once, not a second time as JSON. */
final class LazyArray extends AbstractList<JsonValue> implements JsonArray, RandomAccess {

    private final int size;
    private final IntFunction<JsonValue> element;

    LazyArray(int size, IntFunction<JsonValue> element) {
        this.size = size;
        this.element = element;
    }

    @Override
    public JsonValue get(int index) {
        return element.apply(index);
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public ValueType getValueType() {
        return ValueType.ARRAY;
    }

    @Override
    public JsonObject getJsonObject(int index) {
        return (JsonObject) get(index);
    }

    @Override
    public JsonArray getJsonArray(int index) {
        return (JsonArray) get(index);
    }

    @Override
    public JsonNumber getJsonNumber(int index) {
        return (JsonNumber) get(index);
    }

    @Override
    public JsonString getJsonString(int index) {
        return (JsonString) get(index);
    }

    @Override
    public <T extends JsonValue> List<T> getValuesAs(Class<T> type) {
        return stream().map(type::cast).toList();
    }

    @Override
    public String getString(int index) {
        return getJsonString(index).getString();
    }

    @Override
    public String getString(int index, String byDefault) {
        return get(index) instanceof JsonString text ? text.getString() : byDefault;
    }

    @Override
    public int getInt(int index) {
        return getJsonNumber(index).intValue();
    }

    @Override
    public int getInt(int index, int byDefault) {
        return get(index) instanceof JsonNumber number ? number.intValue() : byDefault;
    }

    @Override
    public boolean getBoolean(int index) {
        var value = get(index);
        if (value != TRUE && value != FALSE) {
            throw new ClassCastException("Neither true nor false: " + value);
        }
        return value == TRUE;
    }

    @Override
    public boolean getBoolean(int index, boolean byDefault) {
        var value = get(index);
        return value == TRUE || value != FALSE && byDefault;
    }

    @Override
    public boolean isNull(int index) {
        return get(index) == NULL;
    }

    @Override
    public String toString() {
        return stream().map(JsonValue::toString).collect(Collectors.joining(",", "[", "]"));
    }
}
