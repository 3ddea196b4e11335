package io.gradio4j.components.dataframe;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.RandomAccess;
import java.util.ServiceLoader;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Rows and columns with headers. Immutable: the lists are copied, the cells are kept as they are.
 *
 * <p>A cell is a text, number, boolean, date, enum, file ({@link Path}), {@code null}, or anything else that has a text. What comes from a page
 * are texts, {@link Long}s, {@link Double}s, booleans and {@code null}.
 *
 * {@snippet :
 * var people = Table.of(List.of(new Person("Ada", 36), new Person("Grace", 85)));
 * var prices = Table.ofColumns(Map.of("item", List.of("tea", "milk"), "price", List.of(2.5, 1.2)));
 * }
 *
 * @param headers the columns' names; empty for those of the component that shows the table
 * @param rows the cells of each row
 * @param look how cells are shown where they are not edited; empty for plain ones
 */
public record Table(List<String> headers, List<List<@Nullable Object>> rows, Optional<Look> look) {

    private static final Table EMPTY = new Table(List.of(), List.of());

    /**
     * How the cells of a table look, row by row. Made by {@link Styler}.
     *
     * @param texts what is shown instead of each value
     * @param css declarations for each cell, such as {@code color: red}; an empty text for none
     */
    public record Look(List<List<String>> texts, List<List<String>> css) {
    }

    /** Copies the lists. */
    public Table {
        headers = List.copyOf(headers);
        rows = copy(rows);
    }

    /**
     * A table that looks plain.
     *
     * @param headers the columns' names
     * @param rows the cells of each row
     */
    public Table(List<String> headers, List<? extends List<? extends @Nullable Object>> rows) {
        this(headers, copy(rows), Optional.empty());
    }

    private static List<List<@Nullable Object>> copy(List<? extends List<? extends @Nullable Object>> rows) {
        if (rows instanceof Copied copied) {
            return copied;
        }
        var copy = new ArrayList<List<@Nullable Object>>(rows.size());
        rows.forEach(row -> copy.add(Collections.unmodifiableList(Arrays.asList(row.toArray()))));
        return new Copied(copy);
    }

    /** Rows that nobody changes any more, so that they are copied once only. */
    private static final class Copied extends AbstractList<List<@Nullable Object>> implements RandomAccess {

        private final List<List<@Nullable Object>> rows;

        Copied(List<List<@Nullable Object>> rows) {
            this.rows = rows;
        }

        @Override
        public List<@Nullable Object> get(int index) {
            return rows.get(index);
        }

        @Override
        public int size() {
            return rows.size();
        }
    }

    /** A table without rows and columns. */
    public static Table empty() {
        return EMPTY;
    }

    /**
     * A table of records: a column for each component of the record.
     *
     * @param records one at least; of no records, {@link #of(Class, List)} makes a table
     * @param <R> the record
     * @return the table
     * @throws IllegalArgumentException if there are no records
     */
    @SuppressWarnings("unchecked")
    public static <R extends Record> Table of(List<R> records) {
        if (records.isEmpty()) {
            throw new IllegalArgumentException("Table.of(List) knows the columns from the records, but there are none; use Table.of(Class, List)");
        }
        return of((Class<R>) records.getFirst().getClass(), records);
    }

    /**
     * A table of records: a column for each component of the record.
     *
     * @param type the record's class
     * @param records any number
     * @param <R> the record
     * @return the table
     */
    public static <R extends Record> Table of(Class<R> type, List<R> records) {
        var columns = new Records<>(type);
        return new Table(columns.names(), records.stream().map(columns::cells).toList());
    }

    /**
     * A table of columns.
     *
     * @param columns header → cells, all of the same length, in the map's order
     * @return the table
     * @throws IllegalArgumentException if the columns are of different lengths
     */
    public static Table ofColumns(Map<String, ? extends List<? extends @Nullable Object>> columns) {
        var cells = List.copyOf(columns.values());
        var length = cells.isEmpty() ? 0 : cells.getFirst().size();
        columns.forEach((header, column) -> {
            if (column.size() != length) {
                throw new IllegalArgumentException("The column \"" + header + "\" has " + column.size() + " cells, the first one has " + length);
            }
        });
        return new Table(List.copyOf(columns.keySet()), IntStream.range(0, length).mapToObj(row -> row(cells, row)).toList());
    }

    private static List<@Nullable Object> row(List<? extends List<? extends @Nullable Object>> columns, int row) {
        var cells = new ArrayList<@Nullable Object>(columns.size());
        columns.forEach(column -> cells.add(column.get(row)));
        return cells;
    }

    /**
     * A table without headers: those of the component are used.
     *
     * @param rows the cells of each row
     * @return the table
     */
    public static Table ofRows(List<? extends List<? extends @Nullable Object>> rows) {
        return new Table(List.of(), rows);
    }

    /**
     * A table without headers: those of the component are used.
     *
     * @param rows the cells of each row
     * @return the table
     */
    public static Table ofRows(@Nullable Object[][] rows) {
        return ofRows(Arrays.stream(rows).map(Arrays::asList).toList());
    }


    /**
     * The rows that a query still has.
     *
     * @param result is read to its end, and left open
     * @return the table, with the labels of the query's columns as headers
     * @throws IllegalStateException if the database fails
     */
    public static Table of(ResultSet result) {
        try {
            var data = result.getMetaData();
            var headers = new ArrayList<String>();
            for (var i = 1; i <= data.getColumnCount(); i++) {
                headers.add(data.getColumnLabel(i));
            }
            var rows = new ArrayList<List<@Nullable Object>>();
            while (result.next()) {
                var row = new ArrayList<@Nullable Object>(headers.size());
                for (var i = 1; i <= headers.size(); i++) {
                    row.add(result.getObject(i));
                }
                rows.add(row);
            }
            return new Table(headers, rows);
        } catch (SQLException e) {
            throw new IllegalStateException("The rows of a query could not be read: " + e.getMessage(), e);
        }
    }

    /**
     * A file of comma-separated values, the first line being the headers. A column whose cells are all numbers, all true or false, all dates
     * ({@code 2026-01-31}) or all times without a zone ({@code 2026-01-31 10:00}) becomes one of those; an empty cell is {@code null}.
     *
     * @param file UTF-8
     * @return the table
     * @throws UncheckedIOException if it cannot be read
     */
    public static Table csv(Path file) {
        try (var reader = Files.newBufferedReader(file)) {
            return Csv.table(Csv.read(reader));
        } catch (IOException e) {
            throw new UncheckedIOException("The CSV file " + file + " could not be read: " + e.getMessage(), e);
        }
    }

    /**
     * Anything that is a table in some way: a table, a list of records or of lists, an array of records or of arrays, a map of columns, a
     * {@link ResultSet}, the {@link Path} of a CSV file, or what a {@link TableConverter} knows.
     *
     * @param value the table in some form
     * @return the table
     * @throws IllegalArgumentException if it is none of these; the message names its class
     */
    @SuppressWarnings("unchecked")
    public static Table from(Object value) {
        return switch (value) {
            case Table table -> table;
            case ResultSet result -> of(result);
            case Path file -> csv(file);
            case Object[][] rows -> ofRows(rows);
            case double[][] rows -> ofRows(Arrays.stream(rows).map(row -> Arrays.stream(row).boxed().toList()).toList());
            case long[][] rows -> ofRows(Arrays.stream(rows).map(row -> Arrays.stream(row).boxed().toList()).toList());
            case int[][] rows -> ofRows(Arrays.stream(rows).map(row -> Arrays.stream(row).boxed().toList()).toList());
            case Object[] column -> from(Arrays.asList(column));
            case List<?> list when list.isEmpty() -> empty();
            case List<?> list when list.getFirst() instanceof Record -> of((List<Record>) list);
            case List<?> list when list.stream().allMatch(List.class::isInstance) -> ofRows((List<List<Object>>) list);
            case List<?> list -> ofRows(list.stream().map(Collections::singletonList).toList());
            case Map<?, ?> map when map.values().stream().allMatch(List.class::isInstance) -> ofColumns((Map<String, List<Object>>) map);
            default -> ServiceLoader.load(TableConverter.class).stream().flatMap(p -> p.get().convert(value).stream()).findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("A table cannot be made of a " + value.getClass().getName()));
        };
    }

    /**
     * The rows as records: a column for each component of the same name, or in the same order when the names differ.
     *
     * @param type the record's class
     * @param <R> the record
     * @return the records
     * @throws io.gradio4j.ValidationException if a cell does not fit; the message names row, column and value
     */
    public <R extends Record> List<R> as(Class<R> type) {
        return new Records<>(type).read(this);
    }

    /**
     * The cells of a column.
     *
     * @param header its name
     * @return one cell for each row
     * @throws IllegalArgumentException if there is no such column
     */
    public List<@Nullable Object> column(String header) {
        var index = index(header);
        var cells = new ArrayList<@Nullable Object>(rows.size());
        rows.forEach(row -> cells.add(row.get(index)));
        return Collections.unmodifiableList(cells);
    }

    int index(String header) {
        var index = headers.indexOf(header);
        if (index < 0) {
            throw new IllegalArgumentException("The table has no column \"" + header + "\"; it has " + headers);
        }
        return index;
    }

    /**
     * One cell.
     *
     * @param row counted from 0
     * @param column counted from 0
     * @return its value
     */
    public @Nullable Object cell(int row, int column) {
        return rows.get(row).get(column);
    }

    /**
     * The same table with another look.
     *
     * @param styling says how cells look
     * @return the styled table
     */
    public Table styled(Consumer<Styler> styling) {
        var styler = new Styler(this);
        styling.accept(styler);
        return styler.table();
    }

    /**
     * The table as comma-separated values, its headers being the first line. A text that a spreadsheet would take for a formula gets an apostrophe in
     * front.
     *
     * @return lines that end in {@code \r\n}
     */
    public String toCsv() {
        var out = new StringBuilder();
        if (!headers.isEmpty()) {
            Csv.write(out, headers);
        }
        rows.forEach(row -> Csv.write(out, row));
        return out.toString();
    }
}
