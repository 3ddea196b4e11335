package io.gradio4j.components.nativeplot;

import io.gradio4j.Conversion;
import io.gradio4j.components.dataframe.Table;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Tables on the wire of charts: {@code {columns, data, datatypes, mark}}. */
final class Wire {

    private static final String QUANTITATIVE = "quantitative";
    private static final String TEMPORAL = "temporal";
    private static final String NOMINAL = "nominal";

    private Wire() {
    }

    /** A table; texts among the numbers or times of a column are refused, because no axis could show both. */
    static JsonObject write(Table table, String mark, String component) {
        var width = table.rows().isEmpty() ? table.headers().size() : table.rows().getFirst().size();
        var columns = IntStream.range(0, width).mapToObj(i -> i < table.headers().size() ? table.headers().get(i) : String.valueOf(i + 1)).toList();
        var names = Conversion.JSON.createArrayBuilder();
        var datatypes = Conversion.JSON.createObjectBuilder();
        for (var i = 0; i < width; i++) {
            names.add(columns.get(i));
            datatypes.add(columns.get(i), datatype(table, i, columns.get(i), component));
        }
        var data = Conversion.JSON.createArrayBuilder();
        table.rows().forEach(row -> {
            var cells = Conversion.JSON.createArrayBuilder();
            row.forEach(cell -> cells.add(json(cell)));
            data.add(cells);
        });
        return Conversion.JSON.createObjectBuilder().add("columns", names).add("data", data).add("datatypes", datatypes).add("mark", mark).build();
    }

    private static String datatype(Table table, int column, String header, String component) {
        String found = null;
        for (var row : table.rows()) {
            var cell = row.get(column);
            if (cell == null) {
                continue;
            }
            var type = cell instanceof Number ? QUANTITATIVE : millis(cell) == null ? NOMINAL : TEMPORAL;
            if (found != null && !found.equals(type)) {
                throw new IllegalArgumentException(component + ": the column \"" + header + "\" is " + found + ", but it has the " + type + " cell "
                        + cell);
            }
            found = type;
        }
        return found == null ? NOMINAL : found;
    }

    private static JsonValue json(@Nullable Object cell) {
        return switch (cell) {
            case null -> JsonValue.NULL;
            case Double n -> Double.isFinite(n) ? Conversion.JSON.createValue(n) : JsonValue.NULL;
            case Float n -> Float.isFinite(n) ? Conversion.JSON.createValue(new BigDecimal(n.toString())) : JsonValue.NULL;
            case BigDecimal n -> Conversion.JSON.createValue(n);
            case BigInteger n -> Conversion.JSON.createValue(n);
            case Number n -> Conversion.JSON.createValue(n.longValue());
            case Boolean b -> b ? JsonValue.TRUE : JsonValue.FALSE;
            default -> {
                var millis = millis(cell);
                yield millis == null ? Conversion.JSON.createValue(cell.toString()) : Conversion.JSON.createValue(millis);
            }
        };
    }

    private static @Nullable Long millis(Object cell) {
        return switch (cell) {
            case Instant t -> t.toEpochMilli();
            case ZonedDateTime t -> t.toInstant().toEpochMilli();
            case OffsetDateTime t -> t.toInstant().toEpochMilli();
            case LocalDateTime t -> t.toInstant(ZoneOffset.UTC).toEpochMilli();
            case LocalDate d -> d.atStartOfDay().toInstant(ZoneOffset.UTC).toEpochMilli();
            case YearMonth m -> m.atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC).toEpochMilli();
            case Date d -> d.getTime();
            default -> null;
        };
    }

    static Table read(JsonObject object) {
        var columns = object.getJsonArray("columns").getValuesAs(JsonString.class).stream().map(JsonString::getString).toList();
        var temporal = columns.stream().map(c -> object.get("datatypes") instanceof JsonObject types && TEMPORAL.equals(types.getString(c, ""))).toList();
        return new Table(columns, object.getJsonArray("data").getValuesAs(JsonArray.class).stream().map(row -> cells(row, temporal)).toList());
    }

    private static List<@Nullable Object> cells(JsonArray row, List<Boolean> temporal) {
        if (row.size() != temporal.size()) {
            throw new IndexOutOfBoundsException(row.size());
        }
        var cells = new ArrayList<@Nullable Object>(row.size());
        for (var i = 0; i < row.size(); i++) {
            cells.add(cell(row.get(i), temporal.get(i)));
        }
        return cells;
    }

    private static @Nullable Object cell(JsonValue cell, boolean temporal) {
        return switch (cell) {
            case JsonNumber n when temporal -> Instant.ofEpochMilli(n.longValue());
            case JsonNumber n when n.isIntegral() && n.bigIntegerValueExact().bitLength() < 64 -> n.longValueExact();
            case JsonNumber n -> n.doubleValue();
            case JsonString text -> text.getString();
            default -> cell == JsonValue.NULL ? null : cell == JsonValue.TRUE ? Boolean.TRUE : cell == JsonValue.FALSE ? Boolean.FALSE : cell.toString();
        };
    }
}
