package io.gradio4j.components.nativeplot;

/**
 * A chart with a line through the rows of a table.
 *
 * <p>With {@link #color} there is a line for each value of that column.
 *
 * {@snippet :
 * var plot = new LinePlot().x("time").y("temperature").color("city").value(Table.of(measurements));
 * }
 */
public final class LinePlot extends NativePlot<LinePlot> {

    /** Makes a chart without a label. */
    public LinePlot() {
    }

    /**
     * Makes a chart.
     *
     * @param label the text above it
     */
    public LinePlot(String label) {
        label(label);
    }

    @Override
    String mark() {
        return "line";
    }
}
