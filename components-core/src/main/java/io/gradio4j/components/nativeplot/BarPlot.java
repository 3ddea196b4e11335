package io.gradio4j.components.nativeplot;

/**
 * A chart with a bar for each row of a table, or for several rows together.
 *
 * <p>Rows with the same name on the x axis are added up, unless {@link #yAggregate} says otherwise.
 *
 * {@snippet :
 * var plot = new BarPlot().x("item").y("price").value(Table.of(purchases));
 * }
 */
public final class BarPlot extends NativePlot<BarPlot> {

    /** Makes a chart without a label. */
    public BarPlot() {
    }

    /**
     * Makes a chart.
     *
     * @param label the text above it
     */
    public BarPlot(String label) {
        label(label);
    }

    @Override
    String mark() {
        return "bar";
    }
}
