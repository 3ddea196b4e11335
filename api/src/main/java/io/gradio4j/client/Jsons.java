package io.gradio4j.client;

import io.gradio4j.Nesting;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.util.NoSuchElementException;
import java.util.Optional;

/** Reading JSON that nobody vouches for, and making some. */
final class Jsons {

    private static final JsonProvider PROVIDER = JsonProvider.provider();
    private static final int MAX_DEPTH = 500;
    private static final double LONGEST_SECONDS = 1e9;

    private Jsons() {
    }

    static JsonObjectBuilder object() {
        return PROVIDER.createObjectBuilder();
    }

    static JsonObjectBuilder object(JsonObject start) {
        return PROVIDER.createObjectBuilder(start);
    }

    static JsonArrayBuilder array() {
        return PROVIDER.createArrayBuilder();
    }

    static JsonArrayBuilder array(JsonArray start) {
        return PROVIDER.createArrayBuilder(start);
    }

    static JsonString string(String text) {
        return PROVIDER.createValue(text);
    }

    /** A number; null for what JSON cannot say, such as infinity. */
    static JsonValue number(Number number) {
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

    /**
     * Reads a text.
     *
     * @throws BadAnswerException if it is no JSON, or nested more than 500 deep
     */
    static JsonValue read(String text) {
        if (Nesting.depth(text) > MAX_DEPTH) {
            throw new BadAnswerException("JSON is nested more than " + MAX_DEPTH + " deep");
        }
        try (var parser = PROVIDER.createParser(new StringReader(text))) {
            parser.next();
            var value = parser.getValue();
            // A reader would not mind what stands behind the value.
            if (parser.hasNext()) {
                throw new BadAnswerException("more than one JSON value: " + abbreviated(text));
            }
            return value;
        } catch (JsonException | IllegalStateException | NoSuchElementException e) {
            throw new BadAnswerException("no valid JSON: " + abbreviated(text), e);
        }
    }

    static JsonObject readObject(String text) {
        return read(text) instanceof JsonObject object ? object : fail("an object", text);
    }

    private static <T> T fail(String expected, Object value) {
        throw new BadAnswerException("expected " + expected + ", got " + abbreviated(value.toString()));
    }

    /** At most 200 characters, for messages. */
    static String abbreviated(String text) {
        return text.length() <= 200 ? text : text.substring(0, 200) + "…";
    }

    static JsonArray arrayAt(JsonObject object, String name) {
        return object.get(name) instanceof JsonArray array ? array : fail("an array '" + name + "'", object);
    }

    static JsonObject objectAt(JsonObject object, String name) {
        return object.get(name) instanceof JsonObject o ? o : fail("an object '" + name + "'", object);
    }

    /** A text; other JSON, such as a translation's, as it is written; an empty string for none. */
    static String textAt(JsonObject object, String name) {
        return text(object.getOrDefault(name, JsonValue.NULL));
    }

    static String text(JsonValue value) {
        return switch (value) {
            case JsonString s -> s.getString();
            case JsonValue v when v == JsonValue.NULL || v == JsonValue.FALSE -> "";
            case JsonValue other -> other.toString();
        };
    }

    static Optional<JsonNumber> numberAt(JsonObject object, String name) {
        return object.get(name) instanceof JsonNumber number ? Optional.of(number) : Optional.empty();
    }

    static boolean isTrue(JsonObject object, String name) {
        return JsonValue.TRUE.equals(object.get(name));
    }

    static int intOf(JsonValue value) {
        try {
            return value instanceof JsonNumber number ? number.bigDecimalValue().intValueExact() : fail("a number", value);
        } catch (ArithmeticException e) {
            return fail("a whole number", value);
        }
    }

    /** Seconds, as the wire has them. */
    static Optional<Duration> secondsAt(JsonObject object, String name) {
        return numberAt(object, name).map(n -> Duration.ofNanos((long) (Math.clamp(n.doubleValue(), 0, LONGEST_SECONDS) * 1e9)));
    }
}
