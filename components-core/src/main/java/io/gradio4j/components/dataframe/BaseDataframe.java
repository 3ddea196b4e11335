package io.gradio4j.components.dataframe;

import io.gradio4j.Component;
import io.gradio4j.Conversion;
import io.gradio4j.Defaults;
import io.gradio4j.Event;
import io.gradio4j.HasChange;
import io.gradio4j.HasInput;
import io.gradio4j.HasSelect;
import io.gradio4j.Schema;
import io.gradio4j.ToolbarItem;
import io.gradio4j.ValidationException;
import io.gradio4j.components.markdown.LatexDelimiter;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What tables share, whatever a handler sees of them.
 *
 * @param <T> what a handler sees
 * @param <S> the component's own type
 */
public abstract sealed class BaseDataframe<T, S extends BaseDataframe<T, S>> extends Component<T, S> implements HasChange, HasInput, HasSelect
        permits Dataframe, ArrayDataframe, RecordDataframe {

    private static final String DYNAMIC = "dynamic";
    /** So many rows of a sample are sent to where it is one of many. */
    private static final int SAMPLE_ROWS = 5;

    BaseDataframe() {
        super("dataframe");
    }

    /** What a handler sees of a table that came from a page. */
    abstract T seen(Table table);

    /** The table for what a handler gave. */
    abstract Table table(T value);

    /** How clients know the kind of value. */
    abstract String kind();

    /** How many rows the config names when the app does not. */
    int defaultRows() {
        return 3;
    }

    @Override
    protected final T preprocess(JsonValue payload, Conversion conversion) {
        if (payload == JsonValue.NULL) {
            return seen(new Table(headers(), List.of()));
        }
        if (!(payload instanceof JsonObject object) || !(object.get("headers") instanceof JsonArray names)
                || !(object.get("data") instanceof JsonArray data)) {
            throw expected("an object with headers and data", payload);
        }
        var headers = names.stream().map(this::header).toList();
        var rows = rows(data, headers);
        within("columns", headers.size(), "column_limits");
        within("rows", rows.size(), "row_limits");
        return seen(new Table(headers, rows));
    }

    private String header(JsonValue header) {
        return switch (header) {
            case JsonString text -> text.getString();
            case JsonNumber number -> number.toString();
            default -> throw expected("headers that are texts", header);
        };
    }

    private List<List<@Nullable Object>> rows(JsonArray data, List<String> headers) {
        var width = headers.size();
        var datatypes = datatypes(headers);
        var rows = new ArrayList<List<@Nullable Object>>(data.size());
        for (var row : data) {
            if (!(row instanceof JsonArray cells)) {
                throw expected("data that is a list of rows", row);
            }
            // a single row without cells is how some clients write "no rows"
            if (cells.isEmpty() && data.size() == 1) {
                return List.of();
            }
            if (cells.size() != width) {
                throw expected("rows of " + width + " cells", row);
            }
            rows.add(Wire.read(cells, datatypes));
        }
        return rows;
    }

    private void within(String what, int count, String property) {
        if (property(property).orElse(null) instanceof List<?> limits) {
            if (limits.get(0) instanceof Integer least && count < least) {
                throw new ValidationException(describe() + " takes at least " + least + " " + what + ", not " + count);
            }
            if (limits.get(1) instanceof Integer most && count > most) {
                throw new ValidationException(describe() + " takes at most " + most + " " + what + ", not " + count);
            }
        }
    }

    @Override
    protected final JsonValue postprocess(T value, Conversion conversion) {
        return Wire.of(table(value), headers(), conversion);
    }

    @Override
    protected final JsonValue example(T value, Conversion conversion) {
        var table = table(value);
        var rows = new Table(table.headers(), table.rows().subList(0, Math.min(SAMPLE_ROWS, table.rows().size())));
        return Wire.of(rows, headers(), conversion).get("data");
    }

    @Override
    public final JsonValue emptyPayload() {
        return Wire.empty(headers());
    }

    @Override
    public final Schema schema() {
        return Wire.SCHEMA;
    }

    /** The headers that were set, else numbers. */
    final List<String> headers() {
        if (property("headers").orElse(null) instanceof List<?> headers) {
            return headers.stream().map(String::valueOf).toList();
        }
        return numbers(3);
    }

    private static List<String> numbers(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(String::valueOf).toList();
    }

    private List<Datatype> datatypes(List<String> headers) {
        return switch (properties().get("datatype")) {
            case Datatype one -> Collections.nCopies(headers.size(), one);
            case List<?> each -> {
                var known = headers();
                yield IntStream.range(0, headers.size()).mapToObj(i -> datatype(each, known, headers, i)).toList();
            }
            case null, default -> List.of();
        };
    }

    /** Datatypes belong to the headers that were set: a table with others is matched by name, and by place where a column was renamed. */
    private static Datatype datatype(List<?> each, List<String> known, List<String> headers, int column) {
        var there = column < known.size() ? known.get(column) : null;
        var at = headers.get(column).equals(there) ? column : known.indexOf(headers.get(column));
        if (at < 0 && (there == null || !headers.contains(there))) {
            at = column;
        }
        return at >= 0 && at < each.size() ? (Datatype) each.get(at) : Datatype.STR;
    }

    @Override
    protected final Defaults defaults() {
        var set = properties();
        var columns = set.get("column_count");
        var headers = set.get("headers") instanceof List<?> some ? some.stream().map(String::valueOf).toList()
                : numbers(columns instanceof List<?> c && c.getFirst() instanceof Integer count ? count : 3);
        var count = columns == null ? List.of(headers.isEmpty() ? 3 : headers.size(), DYNAMIC) : columns;
        return Defaults.of("value", Wire.empty(headers), "headers", headers, "row_count", List.of(defaultRows(), DYNAMIC), "row_limits", null,
                "col_count", count, "column_count", count, "column_limits", null, "datatype", "str", "type", kind(), "latex_delimiters",
                LatexDelimiter.json(new LatexDelimiter("$$", "$$", true)), "label", null, "show_label", true, "max_height", 500, "scale", null,
                "min_width", 160, "interactive", null, "visible", true, "elem_id", null, "elem_classes", List.of(), "key", null,
                "preserved_by_key", List.of("value"), "wrap", false, "line_breaks", true, "column_widths", List.of(), "show_row_numbers",
                false, "show_search", "none", "static_columns", List.of(), "pinned_columns", null, "max_chars", null, "buttons", null);
    }

    /**
     * Starts a listener that runs when a person has changed a cell; see {@link CellEdit}. It runs before those of {@code input} and {@code change}.
     *
     * @return the listener's chain
     */
    public Event onEdit() {
        return Event.of(this, "edit");
    }

    /**
     * The columns' names, for values that have none of their own.
     *
     * @param headers default: numbers from 1
     * @return this component
     * @throws IllegalArgumentException if their number is not that of {@link #columnCount}
     */
    public S headers(String... headers) {
        if (properties().get("column_count") instanceof List<?> count && !count.getFirst().equals(headers.length)) {
            throw new IllegalArgumentException(describe() + ": " + headers.length + " headers for " + count.getFirst() + " columns");
        }
        return set("headers", List.of(headers));
    }

    /**
     * How many rows clients may expect. The table itself has the rows of its value.
     *
     * @param rows default: 3
     * @return this component
     */
    public S rowCount(int rows) {
        return set("row_count", List.of(rows, DYNAMIC));
    }

    /**
     * How many rows a person can make of the table, and the server takes.
     *
     * @param least default: 0
     * @param most default: any number
     * @return this component
     * @throws IllegalArgumentException if the least number is negative, or more than the greatest one
     */
    public S rowLimits(int least, int most) {
        return set("row_limits", limits("rowLimits", least, most));
    }

    /**
     * How many columns there are before the table has a value.
     *
     * @param columns default: as many as headers, else 3
     * @return this component
     * @throws IllegalArgumentException if there are headers in another number
     */
    public S columnCount(int columns) {
        if (properties().get("headers") instanceof List<?> headers && headers.size() != columns) {
            throw new IllegalArgumentException(describe() + ": " + headers.size() + " headers for " + columns + " columns");
        }
        return set("column_count", List.of(columns, DYNAMIC));
    }

    /**
     * How many columns a person can make of the table, and the server takes.
     *
     * @param least default: 1
     * @param most default: any number
     * @return this component
     * @throws IllegalArgumentException if the least number is negative, or more than the greatest one
     */
    public S columnLimits(int least, int most) {
        return set("column_limits", limits("columnLimits", least, most));
    }

    private List<Integer> limits(String name, int least, int most) {
        if (least < 0 || most < least) {
            throw new IllegalArgumentException(describe() + ": " + name + " must be 0 or more and in order, not " + least + ", " + most);
        }
        return List.of(least, most);
    }

    /**
     * What the cells are.
     *
     * @param types one for all columns, or one for each; default: {@link Datatype#STR}
     * @return this component
     */
    public S datatype(Datatype... types) {
        return types.length == 1 ? set("datatype", types[0]) : set("datatype", List.of(types));
    }

    /**
     * What stands around a formula in columns of Markdown.
     *
     * @param delimiters none for no formulas; default: {@code $$} on both sides, for formulas on lines of their own
     * @return this component
     */
    public S latexDelimiters(LatexDelimiter... delimiters) {
        return set("latex_delimiters", LatexDelimiter.json(delimiters));
    }

    /**
     * How high the table may be; more rows scroll.
     *
     * @param pixels default: 500
     * @return this component
     */
    public S maxHeight(int pixels) {
        return set("max_height", pixels);
    }

    /**
     * How high the table may be; more rows scroll.
     *
     * @param height any CSS length
     * @return this component
     */
    public S maxHeight(String height) {
        return set("max_height", height);
    }

    /**
     * Whether long texts go on in further lines.
     *
     * @param wrap default: false, which cuts them
     * @return this component
     */
    public S wrap(boolean wrap) {
        return set("wrap", wrap);
    }

    /**
     * Whether a single line break in a cell of Markdown is one on the page.
     *
     * @param breaks default: true
     * @return this component
     */
    public S lineBreaks(boolean breaks) {
        return set("line_breaks", breaks);
    }

    /**
     * How wide the columns are.
     *
     * @param widths such as {@code 100px}, {@code 20%} of the table's width, or {@code auto}; default: by content
     * @return this component
     */
    public S columnWidths(String... widths) {
        return set("column_widths", List.of(widths));
    }

    /**
     * How wide the columns are.
     *
     * @param pixels one for each column; default: by content
     * @return this component
     */
    public S columnWidths(int... pixels) {
        return set("column_widths", Arrays.stream(pixels).mapToObj(p -> p + "px").toList());
    }

    /**
     * Whether each row starts with its number.
     *
     * @param show default: false
     * @return this component
     */
    public S showRowNumbers(boolean show) {
        return set("show_row_numbers", show);
    }

    /**
     * How many characters of a cell are shown; a selected cell shows all.
     *
     * @param most 1 or more; default: all
     * @return this component
     * @throws IllegalArgumentException if less than 1
     */
    public S maxChars(int most) {
        return set("max_chars", atLeast(1, "maxChars", most));
    }

    /**
     * The search field above the table.
     *
     * @param search default: {@link ShowSearch#NONE}
     * @return this component
     */
    public S showSearch(ShowSearch search) {
        return set("show_search", search);
    }

    /**
     * How many columns stay in place while the others scroll; in a narrow window only so many that there is room for others.
     *
     * @param columns counted from the start of a row; default: none
     * @return this component
     * @throws IllegalArgumentException if negative
     */
    public S pinnedColumns(int columns) {
        return set("pinned_columns", atLeast(0, "pinnedColumns", columns));
    }

    private int atLeast(int least, String name, int value) {
        if (value < least) {
            throw new IllegalArgumentException(describe() + ": " + name + " must be " + least + " or more, not " + value);
        }
        return value;
    }

    /**
     * Which columns a person cannot edit. With some, no columns are added or deleted either.
     *
     * @param columns counted from 0; default: none
     * @return this component
     */
    public S staticColumns(int... columns) {
        return set("static_columns", Arrays.stream(columns).boxed().toList());
    }

    /**
     * Which columns a person cannot edit. With some, no columns are added or deleted either.
     *
     * @param headers their names, which must have been set
     * @return this component
     * @throws IllegalArgumentException if there is no such header
     */
    public S staticColumns(String... headers) {
        var names = headers();
        return set("static_columns", Stream.of(headers).map(header -> {
            var index = names.indexOf(header);
            if (index < 0) {
                throw new IllegalArgumentException(describe() + ": there is no column \"" + header + "\" to be static; there are " + names);
            }
            return index;
        }).toList());
    }

    /**
     * The toolbar: {@link io.gradio4j.ToolbarButton#FULLSCREEN} and {@link io.gradio4j.ToolbarButton#COPY}.
     *
     * @param buttons default: both
     * @return this component
     */
    public S buttons(ToolbarItem... buttons) {
        return set("buttons", ToolbarItem.toProperty(buttons));
    }
}
