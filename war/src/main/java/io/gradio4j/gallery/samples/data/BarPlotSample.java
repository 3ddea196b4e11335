package io.gradio4j.gallery.samples.data;

import io.gradio4j.AppPath;
import io.gradio4j.Block;
import io.gradio4j.Column;
import io.gradio4j.ToolbarButton;
import io.gradio4j.Updates;
import io.gradio4j.components.dataframe.Table;
import io.gradio4j.components.nativeplot.Aggregate;
import io.gradio4j.components.nativeplot.BarPlot;
import io.gradio4j.components.radio.Radio;
import io.gradio4j.gallery.Sample;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Sales by item and shop. */
@ApplicationScoped
@AppPath("/components/barplot")
public class BarPlotSample extends Sample {

    record Sale(String item, String shop, double price) {
    }

    @Override
    protected String about() {
        return "Bars for the rows of a table, or for several rows together.";
    }

    @Override
    protected Block live() {
        var plot = new BarPlot("Sales").x("item").y("price").color("shop").buttons(ToolbarButton.EXPORT, ToolbarButton.FULLSCREEN)
                .value(Table.of(List.of(new Sale("Tea", "North", 4.5), new Sale("Milk", "North", 1.2), new Sale("Tea", "South", 3.9),
                        new Sale("Cake", "South", 24), new Sale("Tea", "South", 4.1), new Sale("Milk", "South", 1.1))));
        var together = Radio.of(Aggregate.class).label("Together").value(Aggregate.SUM);
        together.onChange().inputs(together).outputs(List.of(plot)).run(choice -> Updates.of(new BarPlot().yAggregate(choice).as(plot)));
        return new Column(together, plot);
    }
}
