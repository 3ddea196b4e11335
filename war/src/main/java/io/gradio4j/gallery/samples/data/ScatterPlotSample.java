package io.gradio4j.gallery.samples.data;

import io.gradio4j.AppPath;
import io.gradio4j.Block;
import io.gradio4j.components.dataframe.Table;
import io.gradio4j.components.nativeplot.ScatterPlot;
import io.gradio4j.components.nativeplot.Tooltip;
import io.gradio4j.gallery.Sample;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Planets by their distance and size. */
@ApplicationScoped
@AppPath("/components/scatterplot")
public class ScatterPlotSample extends Sample {

    record Planet(String name, double distance, double radius, String kind, int moons) {
    }

    @Override
    protected String about() {
        return "A point for each row of a table, coloured by names or numbers.";
    }

    @Override
    protected Block live() {
        return new ScatterPlot("Planets").x("distance").y("radius").color("kind").xTitle("distance from the sun (AU)").yTitle("radius (1000 km)")
                .tooltip(Tooltip.ALL).caption("Point at a planet to see its name").value(Table.of(List.of(
                        new Planet("Mercury", 0.39, 2.4, "rock", 0), new Planet("Venus", 0.72, 6.1, "rock", 0), new Planet("Earth", 1, 6.4, "rock", 1),
                        new Planet("Mars", 1.52, 3.4, "rock", 2), new Planet("Jupiter", 5.2, 69.9, "gas", 95), new Planet("Saturn", 9.58, 58.2, "gas", 146),
                        new Planet("Uranus", 19.2, 25.4, "ice", 28), new Planet("Neptune", 30.1, 24.6, "ice", 16))));
    }
}
