package io.gradio4j.components.dataframe;

import java.io.IOException;
import java.io.Reader;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Comma-separated values as RFC 4180 has them. */
public final class Csv {

    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d+)?");
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");
    private static final Pattern TIME = Pattern.compile(DATE + "[T ]\\d\\d:\\d\\d(:\\d\\d(\\.\\d{1,9})?)?");
    private static final Pattern WHOLE = Pattern.compile("[+-]?\\d{1,18}");

    private Csv() {
    }

    /**
     * Reads lines of fields.
     *
     * @param in is read to its end, and left open
     * @return the fields of each line; empty lines are left out
     * @throws IOException if it cannot be read
     */
    public static List<List<String>> read(Reader in) throws IOException {
        var lines = new ArrayList<List<String>>();
        var line = new ArrayList<String>();
        var field = new StringBuilder();
        var quoted = false;
        var wasQuoted = false;
        var first = true;
        for (var c = in.read(); ; c = in.read()) {
            if (first && c == '\ufeff') {
                first = false;
                continue;
            }
            first = false;
            if (quoted && c != -1) {
                if (c != '"') {
                    field.append((char) c);
                    continue;
                }
                c = in.read();
                if (c == '"') {
                    field.append('"');
                    continue;
                }
                quoted = false;
            }
            if (c == '"' && field.isEmpty() && !wasQuoted) {
                quoted = true;
                wasQuoted = true;
            } else if (c == ',' || c == '\n' || c == -1) {
                end(line, field);
                wasQuoted = false;
                if (c != ',') {
                    if (line.size() > 1 || !line.getFirst().isEmpty()) {
                        lines.add(List.copyOf(line));
                    }
                    line.clear();
                }
                if (c == -1) {
                    return List.copyOf(lines);
                }
            } else if (c != '\r') {
                field.append((char) c);
            }
        }
    }

    private static void end(List<String> line, StringBuilder field) {
        line.add(field.toString());
        field.setLength(0);
    }

    /** Lines as a table: headers first, columns of numbers, booleans, dates and times as such. */
    static Table table(List<List<String>> lines) {
        if (lines.isEmpty()) {
            return Table.empty();
        }
        var headers = lines.getFirst();
        var body = lines.subList(1, lines.size());
        var columns = IntStream.range(0, headers.size()).mapToObj(i -> typed(body.stream().map(l -> i < l.size() ? l.get(i) : "").toList()))
                .toList();
        return new Table(headers, IntStream.range(0, body.size()).mapToObj(row -> {
            var cells = new ArrayList<@Nullable Object>(columns.size());
            columns.forEach(column -> cells.add(column.get(row)));
            return cells;
        }).toList());
    }

    /** The dates or times that texts are; empty when one is none. */
    private static Optional<List<@Nullable Object>> times(List<String> texts) {
        for (var pattern : List.of(DATE, TIME)) {
            if (texts.stream().allMatch(t -> t.isBlank() || pattern.matcher(t.strip()).matches())) {
                try {
                    return Optional.of(texts.stream().map(t -> t.isBlank() ? null : pattern == DATE ? (Object) LocalDate.parse(t.strip())
                            : LocalDateTime.parse(t.strip().replace(' ', 'T'))).toList());
                } catch (DateTimeException e) {
                    return Optional.empty();
                }
            }
        }
        return Optional.empty();
    }

    private static List<@Nullable Object> typed(List<String> texts) {
        var filled = texts.stream().filter(t -> !t.isBlank()).toList();
        var times = filled.isEmpty() ? Optional.<List<@Nullable Object>>empty() : times(texts);
        if (times.isPresent()) {
            return times.get();
        }
        var whole = filled.stream().allMatch(t -> WHOLE.matcher(t.strip()).matches());
        var number = whole || filled.stream().allMatch(t -> NUMBER.matcher(t.strip()).matches());
        var bool = !number && filled.stream().allMatch(t -> t.equalsIgnoreCase("true") || t.equalsIgnoreCase("false"));
        var cells = new ArrayList<@Nullable Object>(texts.size());
        for (var text : texts) {
            if (text.isBlank()) {
                cells.add(null);
            } else if (whole) {
                cells.add(Long.valueOf(text.strip()));
            } else {
                cells.add(number ? Double.valueOf(text.strip()) : bool ? Boolean.valueOf(text) : text);
            }
        }
        return cells;
    }

    /** A text as a number; null when it is none. */
    static @Nullable Number number(String text) {
        return WHOLE.matcher(text).matches() ? Long.valueOf(text) : NUMBER.matcher(text).matches() ? (Number) Double.valueOf(text) : null;
    }

    /**
     * Writes a line. A text that a spreadsheet would take for a formula gets an apostrophe in front; numbers are written as they are.
     *
     * @param out gets the line
     * @param fields its fields; {@code null} is an empty one
     */
    public static void write(StringBuilder out, List<? extends @Nullable Object> fields) {
        var separator = "";
        for (var field : fields) {
            out.append(separator).append(field(field));
            separator = ",";
        }
        out.append("\r\n");
    }

    private static String field(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        var text = value instanceof Number ? value.toString() : safe(value.toString());
        // a semicolon separates in the spreadsheets of many countries
        return text.chars().anyMatch(c -> c == ',' || c == ';' || c == '"' || c == '\n' || c == '\r') ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }

    /**
     * A text that no spreadsheet takes for a formula: one that starts like a formula and is no number gets an apostrophe in front.
     *
     * @param text any text
     * @return the same, or with the apostrophe
     */
    public static String safe(String text) {
        return !text.isEmpty() && "=+-@\t\r\n".indexOf(text.charAt(0)) >= 0 && !NUMBER.matcher(text).matches() ? "'" + text : text;
    }
}
