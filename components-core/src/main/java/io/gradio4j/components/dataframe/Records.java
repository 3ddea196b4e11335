package io.gradio4j.components.dataframe;

import io.gradio4j.ValidationException;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Rows as records of a class, and records as rows. */
final class Records<R extends Record> {

    private static final Map<Class<?>, Function<String, Object>> READERS = Map.ofEntries(
            Map.entry(int.class, t -> new BigDecimal(t).intValueExact()), Map.entry(Integer.class, t -> new BigDecimal(t).intValueExact()),
            Map.entry(long.class, t -> new BigDecimal(t).longValueExact()), Map.entry(Long.class, t -> new BigDecimal(t).longValueExact()),
            Map.entry(short.class, t -> new BigDecimal(t).shortValueExact()), Map.entry(Short.class, t -> new BigDecimal(t).shortValueExact()),
            Map.entry(byte.class, t -> new BigDecimal(t).byteValueExact()), Map.entry(Byte.class, t -> new BigDecimal(t).byteValueExact()),
            Map.entry(double.class, Double::valueOf), Map.entry(Double.class, Double::valueOf),
            Map.entry(float.class, Float::valueOf), Map.entry(Float.class, Float::valueOf),
            Map.entry(BigDecimal.class, BigDecimal::new), Map.entry(BigInteger.class, BigInteger::new),
            Map.entry(boolean.class, Records::bool), Map.entry(Boolean.class, Records::bool),
            Map.entry(LocalDate.class, LocalDate::parse), Map.entry(LocalDateTime.class, LocalDateTime::parse),
            Map.entry(LocalTime.class, LocalTime::parse), Map.entry(Instant.class, Instant::parse),
            Map.entry(UUID.class, UUID::fromString));

    private final Class<R> type;
    private final RecordComponent[] components;

    Records(Class<R> type) {
        this.type = type;
        components = type.getRecordComponents();
    }

    List<String> names() {
        return Stream.of(components).map(RecordComponent::getName).toList();
    }

    List<Datatype> datatypes() {
        return Stream.of(components).map(c -> datatype(c.getType())).toList();
    }

    private static Datatype datatype(Class<?> type) {
        if (type == boolean.class || type == Boolean.class) {
            return Datatype.BOOL;
        }
        if (Number.class.isAssignableFrom(type) || type.isPrimitive() && type != char.class) {
            return Datatype.NUMBER;
        }
        return Temporal.class.isAssignableFrom(type) ? Datatype.DATE : Datatype.STR;
    }

    List<@Nullable Object> cells(R row) {
        var cells = new ArrayList<@Nullable Object>(components.length);
        for (var component : components) {
            try {
                var accessor = component.getAccessor();
                accessor.trySetAccessible();
                cells.add(accessor.invoke(row));
            } catch (ReflectiveOperationException e) {
                throw new IllegalArgumentException("The component " + component.getName() + " of " + type.getName() + " cannot be read", e);
            }
        }
        return cells;
    }

    List<R> read(Table table) {
        var columns = columns(table);
        var rows = new ArrayList<R>(table.rows().size());
        for (var i = 0; i < table.rows().size(); i++) {
            rows.add(row(table.rows().get(i), i, columns));
        }
        return List.copyOf(rows);
    }

    /** Which column each component is read from. */
    private int[] columns(Table table) {
        var byName = names().stream().mapToInt(table.headers()::indexOf).toArray();
        if (Arrays.stream(byName).allMatch(i -> i >= 0)) {
            return byName;
        }
        if (!table.rows().isEmpty() && table.rows().getFirst().size() < components.length) {
            throw new ValidationException("A row of " + type.getSimpleName() + " has " + components.length + " cells, not "
                    + table.rows().getFirst().size());
        }
        return java.util.stream.IntStream.range(0, components.length).toArray();
    }

    private R row(List<@Nullable Object> cells, int number, int[] columns) {
        var values = new @Nullable Object[components.length];
        for (var i = 0; i < values.length; i++) {
            values[i] = value(components[i], cells.get(columns[i]), number);
        }
        try {
            return constructor().newInstance(values);
        } catch (ReflectiveOperationException e) {
            var cause = e.getCause() == null ? e : e.getCause();
            throw new ValidationException("Row " + (number + 1) + ": " + cause.getMessage());
        }
    }

    private Constructor<R> constructor() throws NoSuchMethodException {
        var constructor = type.getDeclaredConstructor(Stream.of(components).map(RecordComponent::getType).toArray(Class[]::new));
        constructor.trySetAccessible();
        return constructor;
    }

    private static @Nullable Object value(RecordComponent component, @Nullable Object cell, int row) {
        var wanted = component.getType();
        if (wanted.isInstance(cell)) {
            return cell;
        }
        var text = cell == null ? "" : cell.toString().strip();
        if (wanted == String.class) {
            return cell == null ? null : cell.toString();
        }
        if (text.isEmpty()) {
            if (wanted == boolean.class) {
                return false;
            }
            if (wanted.isPrimitive()) {
                throw new ValidationException("Row " + (row + 1) + ", column \"" + component.getName() + "\": a value of type " + wanted + " is needed");
            }
            return null;
        }
        try {
            return parsed(wanted, text);
        } catch (ArithmeticException | IllegalArgumentException | DateTimeException e) {
            throw new ValidationException("Row " + (row + 1) + ", column \"" + component.getName() + "\": \"" + text + "\" is no "
                    + wanted.getSimpleName());
        }
    }

    private static Object parsed(Class<?> wanted, String text) {
        if (wanted == char.class || wanted == Character.class) {
            return text.charAt(0);
        }
        if (wanted.isEnum()) {
            return Stream.of(wanted.getEnumConstants()).filter(c -> c.toString().equals(text)).findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(text));
        }
        var reader = READERS.get(wanted);
        if (reader == null) {
            throw new IllegalArgumentException("no cell can be read as " + wanted.getName());
        }
        return reader.apply(text);
    }

    private static Boolean bool(String text) {
        return switch (text.toLowerCase(java.util.Locale.ROOT)) {
            case "true", "1" -> true;
            case "false", "0" -> false;
            default -> throw new IllegalArgumentException(text);
        };
    }
}
