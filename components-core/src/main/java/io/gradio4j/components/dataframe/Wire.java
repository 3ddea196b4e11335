package io.gradio4j.components.dataframe;

import io.gradio4j.Conversion;
import io.gradio4j.FileData;
import io.gradio4j.Schema;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tables on the wire: {@code {headers, data, metadata}}. */
final class Wire {

    static final Schema SCHEMA = Schema.of(schema(), Json.createObjectBuilder().add("headers", Json.createArrayBuilder().add("a").add("b"))
            .add("data", Json.createArrayBuilder().add(Json.createArrayBuilder().add("foo").add("bar"))).build());

    private Wire() {
    }

    private static JsonObject schema() {
        var array = Json.createObjectBuilder().add("items", JsonValue.EMPTY_JSON_OBJECT).add("type", "array").build();
        var empty = Json.createObjectBuilder().add("type", "null").build();
        var looks = Json.createObjectBuilder().add("additionalProperties", anyOf(array, empty)).add("type", "object").build();
        var properties = Json.createObjectBuilder()
                .add("headers", Json.createObjectBuilder().add("items", JsonValue.EMPTY_JSON_OBJECT).add("title", "Headers").add("type", "array"))
                .add("data", Json.createObjectBuilder().add("items", array).add("title", "Data").add("type", "array"))
                .add("metadata", anyOf(looks, empty).addNull("default").add("title", "Metadata"));
        return Json.createObjectBuilder().add("properties", properties).add("required", Json.createArrayBuilder().add("headers").add("data"))
                .add("title", "DataframeData").add("type", "object").addNull("additional_description").build();
    }

    private static JsonObjectBuilder anyOf(JsonObject first, JsonObject second) {
        return Json.createObjectBuilder().add("anyOf", Json.createArrayBuilder().add(first).add(second));
    }

    /** A table without rows. */
    static JsonObject empty(List<String> headers) {
        return object(texts(headers), JsonValue.EMPTY_JSON_ARRAY, JsonValue.NULL);
    }

    /** A table with its own headers, or those of the component, as many as there are columns. */
    static JsonObject of(Table table, List<String> byDefault, Conversion conversion) {
        var rows = new ArrayList<@Nullable Object[]>(table.rows().size());
        table.rows().forEach(row -> rows.add(cells(row, conversion)));
        var headers = new ArrayList<>(table.headers().isEmpty() ? byDefault : table.headers());
        if (!rows.isEmpty()) {
            var width = rows.getFirst().length;
            while (headers.size() < width) {
                headers.add(String.valueOf(headers.size() + 1));
            }
            headers.subList(width, headers.size()).clear();
        }
        return object(texts(headers), new LazyArray(rows.size(), row -> {
            var cells = rows.get(row);
            return new LazyArray(cells.length, column -> json(cells[column]));
        }), table.look().<JsonValue>map(Wire::look).orElse(JsonValue.NULL));
    }

    private static JsonObject object(JsonArray headers, JsonArray data, JsonValue metadata) {
        return Conversion.JSON.createObjectBuilder().add("headers", headers).add("data", data).add("metadata", metadata).build();
    }

    private static JsonObject look(Table.Look look) {
        return Conversion.JSON.createObjectBuilder().add("display_value", grid(look.texts())).add("styling", grid(look.css())).build();
    }

    private static JsonArray grid(List<List<String>> rows) {
        return new LazyArray(rows.size(), row -> texts(rows.get(row)));
    }

    static JsonArray texts(List<String> texts) {
        return new LazyArray(texts.size(), i -> Conversion.JSON.createValue(texts.get(i)));
    }

    /** The cells as what becomes JSON without further help: text, number, boolean, JSON, null. */
    private static @Nullable Object[] cells(List<@Nullable Object> row, Conversion conversion) {
        var cells = row.toArray();
        for (var i = 0; i < cells.length; i++) {
            cells[i] = switch (cells[i]) {
                case null -> null;
                case String text -> text;
                case Double d -> Double.isFinite(d) ? d : null;
                case Float f -> Float.isFinite(f) ? f : null;
                case Number n -> n;
                case Boolean b -> b;
                case JsonValue json -> json;
                case java.nio.file.Path file -> conversion.publish(file).json();
                case FileData file -> file.json();
                case java.sql.Timestamp time -> time.toLocalDateTime().toString();
                case java.sql.Date day -> day.toString();
                case java.sql.Time time -> time.toString();
                case java.util.Date moment -> moment.toInstant().toString();
                case java.time.ZonedDateTime time -> time.toOffsetDateTime().toString();
                default -> String.valueOf(cells[i]);
            };
        }
        return cells;
    }

    private static JsonValue json(@Nullable Object cell) {
        return switch (cell) {
            case null -> JsonValue.NULL;
            case JsonValue json -> json;
            case Boolean b -> b ? JsonValue.TRUE : JsonValue.FALSE;
            case Integer n -> Conversion.JSON.createValue(n);
            case Long n -> Conversion.JSON.createValue(n);
            case Double n -> Conversion.JSON.createValue(n);
            case Float n -> Conversion.JSON.createValue(new java.math.BigDecimal(n.toString()));
            case java.math.BigDecimal n -> Conversion.JSON.createValue(n);
            case java.math.BigInteger n -> Conversion.JSON.createValue(n);
            case Number n -> Conversion.JSON.createValue(n.longValue());
            default -> Conversion.JSON.createValue(cell.toString());
        };
    }

    /** The cells of a row as handlers see them; columns of numbers and booleans have no texts where those say one. */
    static List<@Nullable Object> read(JsonArray row, List<Datatype> datatypes) {
        var cells = new @Nullable Object[row.size()];
        for (var i = 0; i < cells.length; i++) {
            cells[i] = read(row.get(i), i < datatypes.size() ? datatypes.get(i) : Datatype.STR);
        }
        return Collections.unmodifiableList(Arrays.asList(cells));
    }

    private static @Nullable Object read(JsonValue cell, Datatype datatype) {
        return switch (cell) {
            case JsonString text -> typed(text.getString(), datatype);
            case JsonNumber n when n.isIntegral() && n.bigIntegerValueExact().bitLength() < 64 -> n.longValueExact();
            case JsonNumber n -> n.doubleValue();
            default -> cell == JsonValue.NULL ? null : cell == JsonValue.TRUE ? Boolean.TRUE : cell == JsonValue.FALSE ? Boolean.FALSE : cell;
        };
    }

    /** What a person typed; a text that does not fit the column is kept, so that nothing is lost. */
    private static @Nullable Object typed(String text, Datatype datatype) {
        if (datatype == Datatype.NUMBER) {
            return text.isBlank() ? null : number(text.strip());
        }
        if (datatype == Datatype.BOOL) {
            return switch (text.toLowerCase(java.util.Locale.ROOT)) {
                case "true", "1" -> Boolean.TRUE;
                case "false", "0", "" -> Boolean.FALSE;
                default -> text;
            };
        }
        return text;
    }

    private static Object number(String text) {
        var number = Csv.number(text);
        return number == null ? text : number;
    }
}
