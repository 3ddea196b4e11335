package io.gradio4j.components.nativeplot;

import io.gradio4j.Component;
import io.gradio4j.Conversion;
import io.gradio4j.Defaults;
import io.gradio4j.Event;
import io.gradio4j.HasChange;
import io.gradio4j.HasSelect;
import io.gradio4j.Schema;
import io.gradio4j.ToolbarItem;
import io.gradio4j.ValidationException;
import io.gradio4j.components.dataframe.Table;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What the charts of a table share: columns as axes, looks, and the events of mouse and keys.
 *
 * <p>The value is a {@link Table}. A column of numbers is an axis of numbers, one of dates or times an axis of time, and any other one has names. Dates
 * and times without a zone are taken for UTC; a chart shows times in the reader's own zone. Handlers that have a chart as input see times as
 * {@link Instant}.
 *
 * <p>When there is a listener for {@code select}, a person can drag over a part of the x axis; the event carries it as {@link XRange}.
 *
 * @param <S> the component's own type
 */
public abstract sealed class NativePlot<S extends NativePlot<S>> extends Component<Table, S> implements HasChange, HasSelect
        permits BarPlot, LinePlot, ScatterPlot {

    private static final JsonObject ANY = Conversion.JSON.createObjectBuilder().add("type", JsonValue.EMPTY_JSON_OBJECT)
            .add("description", "any valid json").build();

    NativePlot() {
        super("nativeplot");
    }

    /** What stands for a row, in Vega-Lite's words. */
    abstract String mark();

    @Override
    protected String name() {
        return getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }

    @Override
    protected Table preprocess(JsonValue payload, Conversion conversion) {
        if (payload == JsonValue.NULL) {
            return Table.empty();
        }
        if (!(payload instanceof JsonObject object) || !(object.get("columns") instanceof JsonArray) || !(object.get("data") instanceof JsonArray)) {
            throw expected("an object with columns and data", payload);
        }
        try {
            return Wire.read(object);
        } catch (ClassCastException | IndexOutOfBoundsException e) {
            throw (ValidationException) expected("rows with a cell for each column", payload).initCause(e);
        }
    }

    @Override
    protected JsonValue postprocess(Table value, Conversion conversion) {
        return Wire.write(value, mark(), describe());
    }

    @Override
    public Schema schema() {
        return Schema.of(ANY, JsonValue.NULL);
    }

    @Override
    protected Defaults defaults() {
        return Defaults.of("value", null, "x", null, "y", null, "color", null, "title", null, "x_title", null, "y_title", null, "color_title",
                null, "x_bin", null, "y_aggregate", null, "color_map", null, "colors_in_legend", null, "x_lim", null, "y_lim", null,
                "x_label_angle", 0, "y_label_angle", 0, "x_axis_format", null, "y_axis_format", null, "x_axis_labels_visible", true,
                "caption", null, "sort", null, "tooltip", "axis", "height", null, "label", null, "show_label",
                properties().get("label") != null, "container", true, "scale", null, "min_width", 160, "visible", true, "elem_id", null,
                "elem_classes", List.of(), "buttons", List.of(), "key", null, "preserved_by_key", List.of("value"));
    }

    /**
     * Starts a listener that runs when a person clicks twice on the chart, which as a rule means: show all again.
     *
     * @return the listener's chain
     */
    public Event onDoubleClick() {
        return Event.of(this, "double_click");
    }

    /**
     * The column along the x axis.
     *
     * @param column its header; of numbers, times or names; default: none
     * @return this component
     */
    public S x(String column) {
        return set("x", column);
    }

    /**
     * The column along the y axis.
     *
     * @param column its header; of numbers; default: none
     * @return this component
     */
    public S y(String column) {
        return set("y", column);
    }

    /**
     * The column that says to which series a row belongs; each has its colour.
     *
     * @param column its header; of names, or of numbers for shades of one colour; default: none
     * @return this component
     */
    public S color(String column) {
        return set("color", column);
    }

    /**
     * The text above the chart.
     *
     * @param title default: none
     * @return this component
     */
    public S title(String title) {
        return set("title", title);
    }

    /**
     * The text at the x axis.
     *
     * @param title default: the column's header
     * @return this component
     */
    public S xTitle(String title) {
        return set("x_title", title);
    }

    /**
     * The text at the y axis.
     *
     * @param title default: the column's header
     * @return this component
     */
    public S yTitle(String title) {
        return set("y_title", title);
    }

    /**
     * The text above the colours' legend.
     *
     * @param title default: the column's header
     * @return this component
     */
    public S colorTitle(String title) {
        return set("color_title", title);
    }

    /**
     * Puts rows together whose x is near.
     *
     * @param width the width of a group on an axis of numbers; default: none, each row stands for itself
     * @return this component
     * @throws IllegalArgumentException if it is not positive
     */
    public S xBin(double width) {
        if (!(width > 0) || Double.isInfinite(width)) {
            throw new IllegalArgumentException(describe() + ": xBin must be positive, not " + width);
        }
        return set("x_bin", width);
    }

    /**
     * Puts rows together whose time is near.
     *
     * @param width the length of a group on an axis of times, in whole seconds; default: none, each row stands for itself
     * @return this component
     * @throws IllegalArgumentException if it is less than a second
     */
    public S xBin(Duration width) {
        var seconds = width.toSeconds();
        if (seconds < 1) {
            throw new IllegalArgumentException(describe() + ": xBin must be a second or more, not " + width);
        }
        return set("x_bin", seconds % 86_400 == 0 ? seconds / 86_400 + "d" : seconds % 3600 == 0 ? seconds / 3600 + "h"
                : seconds % 60 == 0 ? seconds / 60 + "m" : seconds + "s");
    }

    /**
     * How rows that stand at the same x become one, when x has names or is put together by {@link #xBin}.
     *
     * @param aggregate default: {@link Aggregate#SUM}
     * @return this component
     */
    public S yAggregate(Aggregate aggregate) {
        return set("y_aggregate", aggregate);
    }

    /**
     * The colours of series.
     *
     * @param colors CSS colours by the values of the column of {@link #color}; default: the page's own
     * @return this component
     */
    public S colorMap(Map<String, String> colors) {
        return set("color_map", new LinkedHashMap<>(colors));
    }

    /**
     * Which series the legend names.
     *
     * @param values values of the column of {@link #color}; with none there is no legend; default: all
     * @return this component
     */
    public S colorsInLegend(String... values) {
        return set("colors_in_legend", List.of(values));
    }

    /**
     * Which part of an axis of numbers is shown.
     *
     * @param from negative infinity for the least value
     * @param to infinity for the greatest value
     * @return this component
     * @throws IllegalArgumentException if the limits are out of order, or no numbers
     */
    public S xLim(double from, double to) {
        return set("x_lim", limits("xLim", from, to));
    }

    /**
     * Which part of an axis of times is shown.
     *
     * @param from {@link Instant#MIN} for the first time of all
     * @param to {@link Instant#MAX} for the last time of all
     * @return this component
     * @throws IllegalArgumentException if the limits are out of order
     */
    public S xLim(Instant from, Instant to) {
        return xLim(from.equals(Instant.MIN) ? Double.NEGATIVE_INFINITY : from.toEpochMilli() / 1000d,
                to.equals(Instant.MAX) ? Double.POSITIVE_INFINITY : to.toEpochMilli() / 1000d);
    }

    /**
     * Which part of the y axis is shown.
     *
     * @param from negative infinity for what the values need
     * @param to infinity for what the values need
     * @return this component
     * @throws IllegalArgumentException if the limits are out of order, or no numbers
     */
    public S yLim(double from, double to) {
        return set("y_lim", limits("yLim", from, to));
    }

    private JsonArray limits(String name, double from, double to) {
        if (!(from < to)) {
            throw new IllegalArgumentException(describe() + ": " + name + " must be two numbers in order, not " + from + ", " + to);
        }
        var limits = Conversion.JSON.createArrayBuilder();
        for (var limit : new double[] {from, to}) {
            if (Double.isInfinite(limit)) {
                limits.addNull();
            } else {
                limits.add(limit);
            }
        }
        return limits.build();
    }

    /**
     * How the texts at the x axis are turned.
     *
     * @param degrees clockwise; default: 0
     * @return this component
     */
    public S xLabelAngle(double degrees) {
        return set("x_label_angle", degrees);
    }

    /**
     * How the texts at the y axis are turned.
     *
     * @param degrees clockwise; default: 0
     * @return this component
     */
    public S yLabelAngle(double degrees) {
        return set("y_label_angle", degrees);
    }

    /**
     * How numbers and times at the x axis are written.
     *
     * @param format a pattern of D3, such as {@code ".1%"} or {@code "%Y-%m"}; default: as the values need
     * @return this component
     */
    public S xAxisFormat(String format) {
        return set("x_axis_format", format);
    }

    /**
     * How numbers at the y axis are written.
     *
     * @param format a pattern of D3, such as {@code "$,.2f"}; default: as the values need
     * @return this component
     */
    public S yAxisFormat(String format) {
        return set("y_axis_format", format);
    }

    /**
     * Whether the x axis has texts and ticks.
     *
     * @param visible default: true
     * @return this component
     */
    public S xAxisLabelsVisible(boolean visible) {
        return set("x_axis_labels_visible", visible);
    }

    /**
     * The text below the chart.
     *
     * @param caption default: none
     * @return this component
     */
    public S caption(String caption) {
        return set("caption", caption);
    }

    /**
     * In which order names along the x axis stand.
     *
     * @param order default: {@link Order#X}
     * @return this component
     */
    public S sort(Order order) {
        return set("sort", order.wire());
    }

    /**
     * In which order names along the x axis stand.
     *
     * @param names those of the column of {@link #x}; default: by name
     * @return this component
     */
    public S sort(String... names) {
        return set("sort", List.of(names));
    }

    /**
     * What is shown where the pointer stands.
     *
     * @param tooltip default: {@link Tooltip#AXIS}
     * @return this component
     */
    public S tooltip(Tooltip tooltip) {
        return set("tooltip", tooltip);
    }

    /**
     * What is shown where the pointer stands: the columns of x, y and colour, and further ones.
     *
     * @param columns headers of the further ones
     * @return this component
     */
    public S tooltip(String... columns) {
        return set("tooltip", List.of(columns));
    }

    /**
     * The height of the component.
     *
     * @param pixels default: what the chart needs
     * @return this component
     * @throws IllegalArgumentException if it is not positive
     */
    public S height(int pixels) {
        if (pixels < 1) {
            throw new IllegalArgumentException(describe() + ": height must be 1 or more, not " + pixels);
        }
        return set("height", pixels);
    }

    /**
     * The toolbar: {@link io.gradio4j.ToolbarButton#EXPORT}, {@link io.gradio4j.ToolbarButton#FULLSCREEN}, and buttons of the app's own.
     *
     * @param buttons default: none
     * @return this component
     */
    public S buttons(ToolbarItem... buttons) {
        return set("buttons", ToolbarItem.toProperty(buttons));
    }
}
