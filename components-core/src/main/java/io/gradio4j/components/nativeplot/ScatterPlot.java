package io.gradio4j.components.nativeplot;

/**
 * A chart with a point for each row of a table.
 *
 * <p>The column of {@link #color} may hold names or numbers; numbers become shades of the theme's colour.
 *
 * {@snippet :
 * var plot = new ScatterPlot().x("weight").y("price").color("maker").value(Table.of(cars));
 * }
 */
public final class ScatterPlot extends NativePlot<ScatterPlot> {

    /** Makes a chart without a label. */
    public ScatterPlot() {
    }

    /**
     * Makes a chart.
     *
     * @param label the text above it
     */
    public ScatterPlot(String label) {
        label(label);
    }

    @Override
    String mark() {
        return "point";
    }
}
