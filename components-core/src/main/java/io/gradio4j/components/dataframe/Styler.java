package io.gradio4j.components.dataframe;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.DoubleBinaryOperator;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Says how the cells of a table look where they are not edited: their texts and their style. Later rules add to earlier ones.
 *
 * {@snippet :
 * table.styled(s -> s.format("price", "%.2f €").highlightMax("price", "background: lightgreen").hide("id"));
 * }
 */
public final class Styler {

    private final Table table;
    private final String[][] texts;
    private final String[][] css;
    private final Set<Integer> hidden = new HashSet<>();

    Styler(Table table) {
        this.table = table;
        var width = Math.max(table.headers().size(), table.rows().stream().mapToInt(List::size).max().orElse(0));
        texts = new String[table.rows().size()][width];
        css = new String[table.rows().size()][width];
        for (var row = 0; row < texts.length; row++) {
            for (var column = 0; column < width; column++) {
                texts[row][column] = column < table.rows().get(row).size() ? plain(table.cell(row, column)) : "";
                css[row][column] = "";
            }
        }
    }

    private static String plain(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    /** What a rule sees of a cell. */
    @FunctionalInterface
    public interface Rule {

        /**
         * Declarations for one cell.
         *
         * @param row counted from 0
         * @param column counted from 0
         * @param value the cell; {@code null} when empty
         * @return such as {@code color: red}; an empty text for none
         */
        String css(int row, int column, @Nullable Object value);
    }

    /**
     * The texts of a column's cells.
     *
     * @param column its header
     * @param pattern as {@link String#format} takes it, for one value
     * @return this styler
     */
    public Styler format(String column, String pattern) {
        return format(column, value -> String.format(Locale.ROOT, pattern, value));
    }

    /**
     * The texts of a column's cells.
     *
     * @param column its header
     * @param text makes a text of a value; not called for empty cells
     * @return this styler
     */
    public Styler format(String column, Function<Object, String> text) {
        var index = table.index(column);
        for (var row = 0; row < texts.length; row++) {
            var value = table.cell(row, index);
            if (value != null) {
                texts[row][index] = text.apply(value);
            }
        }
        return this;
    }

    /**
     * A rule for all cells.
     *
     * @param rule gives declarations for each cell
     * @return this styler
     */
    public Styler css(Rule rule) {
        for (var row = 0; row < css.length; row++) {
            for (var column = 0; column < table.rows().get(row).size(); column++) {
                add(row, column, rule.css(row, column, table.cell(row, column)));
            }
        }
        return this;
    }

    /**
     * A rule for the cells of a column.
     *
     * @param column its header
     * @param declarations gives declarations for a value, such as {@code color: red}; not called for empty cells
     * @return this styler
     */
    public Styler css(String column, Function<Object, String> declarations) {
        var index = table.index(column);
        return css((row, at, value) -> at == index && value != null ? declarations.apply(value) : "");
    }

    /**
     * Marks the greatest numbers of a column.
     *
     * @param column its header
     * @param declarations such as {@code background: lightgreen}
     * @return this styler
     */
    public Styler highlightMax(String column, String declarations) {
        return highlight(column, declarations, Math::max);
    }

    /**
     * Marks the least numbers of a column.
     *
     * @param column its header
     * @param declarations such as {@code background: pink}
     * @return this styler
     */
    public Styler highlightMin(String column, String declarations) {
        return highlight(column, declarations, Math::min);
    }

    private Styler highlight(String column, String declarations, DoubleBinaryOperator choice) {
        var best = numbers(column, choice);
        return css(column, value -> value instanceof Number n && best.isPresent() && n.doubleValue() == best.getAsDouble() ? declarations : "");
    }

    private OptionalDouble numbers(String column, DoubleBinaryOperator choice) {
        return table.column(column).stream().filter(Number.class::isInstance).mapToDouble(n -> ((Number) n).doubleValue()).reduce(choice);
    }

    /**
     * Colours the backgrounds of a column's numbers, from the least to the greatest.
     *
     * @param column its header
     * @param least the CSS colour of the least number
     * @param greatest the CSS colour of the greatest number
     * @return this styler
     */
    public Styler gradient(String column, String least, String greatest) {
        var min = numbers(column, Math::min).orElse(0);
        var max = numbers(column, Math::max).orElse(0);
        return css(column, value -> {
            if (!(value instanceof Number n)) {
                return "";
            }
            var share = max == min ? 0 : Math.round(100 * (n.doubleValue() - min) / (max - min));
            return "background-color: color-mix(in srgb, " + greatest + " " + share + "%, " + least + ")";
        });
    }

    /**
     * Leaves columns out.
     *
     * @param columns their headers
     * @return this styler
     */
    public Styler hide(String... columns) {
        Arrays.stream(columns).map(table::index).forEach(hidden::add);
        return this;
    }

    private void add(int row, int column, String declarations) {
        if (!declarations.isBlank()) {
            css[row][column] = css[row][column].isEmpty() ? declarations : css[row][column] + "; " + declarations;
        }
    }

    Table table() {
        var rows = new ArrayList<List<@Nullable Object>>(table.rows().size());
        table.rows().forEach(row -> rows.add(shown(row)));
        return new Table(shown(table.headers()).stream().map(Objects::toString).toList(), rows,
                Optional.of(new Table.Look(all(texts), all(css))));
    }

    private List<List<String>> all(String[][] rows) {
        return Arrays.stream(rows).map(row -> List.copyOf(shown(Arrays.asList(row)))).toList();
    }

    private <T extends @Nullable Object> List<T> shown(List<? extends T> cells) {
        var shown = new ArrayList<T>(cells.size());
        IntStream.range(0, cells.size()).filter(i -> !hidden.contains(i)).forEach(i -> shown.add(cells.get(i)));
        return Collections.unmodifiableList(shown);
    }
}
