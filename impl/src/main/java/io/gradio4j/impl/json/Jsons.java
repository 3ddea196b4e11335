package io.gradio4j.impl.json;

import io.gradio4j.Conversion;
import io.gradio4j.Nesting;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;

/** JSON values, made by the one provider that is looked up once. */
public final class Jsons {

    private static final JsonProvider PROVIDER = Conversion.JSON;
    private static final int MAX_DEPTH = 200;
    /** In memory a value takes up to 50 times the room that it takes in a text. */
    private static final int MAX_VALUES = 1_000_000;

    private Jsons() {
    }

    /** An empty object to fill. */
    public static JsonObjectBuilder object() {
        return PROVIDER.createObjectBuilder();
    }

    /** An object that starts with all of another one's entries. */
    public static JsonObjectBuilder object(JsonObject start) {
        return PROVIDER.createObjectBuilder(start);
    }

    /** An empty array to fill. */
    public static JsonArrayBuilder array() {
        return PROVIDER.createArrayBuilder();
    }

    /** An array of numbers. */
    public static JsonArrayBuilder array(List<Integer> numbers) {
        var array = array();
        numbers.forEach(array::add);
        return array;
    }

    /** A string. */
    public static JsonString string(String text) {
        return PROVIDER.createValue(text);
    }

    /** A number; null for what JSON cannot say, such as infinity. */
    public static JsonValue number(Number number) {
        return switch (number) {
            case Integer i -> PROVIDER.createValue(i);
            case Long l -> PROVIDER.createValue(l);
            case Short s -> PROVIDER.createValue(s.intValue());
            case Byte b -> PROVIDER.createValue(b.intValue());
            case BigDecimal d -> PROVIDER.createValue(d);
            case BigInteger i -> PROVIDER.createValue(i);
            default -> Double.isFinite(number.doubleValue()) ? PROVIDER.createValue(number.doubleValue()) : JsonValue.NULL;
        };
    }

    /** True or false. */
    public static JsonValue bool(boolean value) {
        return value ? JsonValue.TRUE : JsonValue.FALSE;
    }

    /**
     * Reads JSON that came from outside.
     *
     * @param text the whole text
     * @return the value
     * @throws BadJsonException if it is no JSON, or nested more than 200 deep
     */
    public static JsonValue read(String text) {
        var depth = Nesting.depth(text);
        if (depth > MAX_DEPTH) {
            throw new BadJsonException("The body is nested more than " + MAX_DEPTH + " deep");
        }
        if (depth < 0) {
            throw new BadJsonException("The body is no valid JSON: a bracket is closed that was not opened");
        }
        // A reader stops behind the first value and leaves the rest unread; within brackets it has to read all of it.
        try (var reader = PROVIDER.createReader(new StringReader("[" + text + "]"))) {
            var values = reader.readArray();
            if (values.size() != 1) {
                throw new BadJsonException("The body is no valid JSON: it has " + values.size() + " values instead of one");
            }
            return values.getFirst();
        } catch (JsonException | IllegalStateException e) {
            throw new BadJsonException("The body is no valid JSON: " + firstLine(e));
        }
    }

    /**
     * Reads JSON from somebody who may mean no good.
     *
     * @param text the whole text
     * @return the value
     * @throws TooLargeJsonException if it has more than a million values
     * @throws BadJsonException if it is no JSON, or nested more than 200 deep
     */
    public static JsonValue readForeign(String text) {
        var values = 1;
        for (var i = 0; i < text.length(); i++) {
            switch (text.charAt(i)) {
                case '"' -> i = Nesting.endOfString(text, i);
                case ',', '[', '{' -> values++;
                default -> {
                }
            }
        }
        if (values > MAX_VALUES) {
            throw new TooLargeJsonException("The body has more than " + MAX_VALUES + " values");
        }
        return read(text);
    }

    private static String firstLine(Exception e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }
}
