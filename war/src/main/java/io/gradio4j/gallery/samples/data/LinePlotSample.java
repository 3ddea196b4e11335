package io.gradio4j.gallery.samples.data;

import static io.gradio4j.Gradio.eventData;

import io.gradio4j.AppPath;
import io.gradio4j.Block;
import io.gradio4j.Updates;
import io.gradio4j.components.dataframe.Table;
import io.gradio4j.components.nativeplot.LinePlot;
import io.gradio4j.components.nativeplot.XRange;
import io.gradio4j.gallery.Sample;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A day's temperatures, of which a part can be looked at more closely. */
@ApplicationScoped
@AppPath("/components/lineplot")
public class LinePlotSample extends Sample {

    record Measurement(Instant time, double degrees, String place) {
    }

    @Override
    protected String about() {
        return "Lines through the rows of a table. Drag over a part to see it closer, click twice to see all again.";
    }

    @Override
    protected Block live() {
        var start = Instant.parse("2026-06-01T00:00:00Z");
        var day = IntStream.range(0, 96).boxed().flatMap(i -> Stream.of(
                new Measurement(start.plusSeconds(i * 900L), 18 + 6 * Math.sin(i / 15d - 2), "Garden"),
                new Measurement(start.plusSeconds(i * 900L), 21 + 2 * Math.sin(i / 15d - 3), "House"))).toList();
        var plot = new LinePlot("Temperature").x("time").y("degrees").color("place").yTitle("°C").value(Table.of(day));
        plot.onSelect().inputs(eventData(XRange.class)).outputs(List.of(plot))
                .run(range -> Updates.of(new LinePlot().xLim(range.start(), range.end()).as(plot)));
        plot.onDoubleClick().outputs(List.of(plot)).run(() -> Updates.of(new LinePlot().xLim(Instant.MIN, Instant.MAX).as(plot)));
        return plot;
    }
}
