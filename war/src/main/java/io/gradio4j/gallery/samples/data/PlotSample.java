package io.gradio4j.gallery.samples.data;

import io.gradio4j.AppPath;
import io.gradio4j.Block;
import io.gradio4j.Column;
import io.gradio4j.components.plot.Figure;
import io.gradio4j.components.plot.Plot;
import io.gradio4j.components.slider.Slider;
import io.gradio4j.gallery.Sample;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A wave that Plotly draws, and a picture. */
@ApplicationScoped
@AppPath("/components/plot")
public class PlotSample extends Sample {

    @Override
    protected String about() {
        return "Figures of plotting libraries: JFreeChart, XChart, Plotly, Vega-Lite, or any picture.";
    }

    @Override
    protected Block live() {
        var frequency = new Slider(1, 10, 2).label("Frequency");
        var wave = new Plot("Wave").value(frequency, PlotSample::wave);
        var picture = new Plot("Picture").value(Figure.svg("""
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 100" width="400" height="200">
                  <path d="M10 90 60 40 100 60 190 10" fill="none" stroke="#f97316" stroke-width="4"/>
                </svg>"""));
        return new Column(frequency, wave, picture);
    }

    private static Figure wave(double frequency) {
        var y = IntStream.range(0, 200).mapToObj(i -> String.valueOf(Math.sin(i * frequency / 30))).collect(Collectors.joining(","));
        return Figure.plotly("{\"data\": [{\"type\": \"scatter\", \"y\": [" + y + "]}], \"layout\": {\"xaxis\": {\"title\": {\"text\": \"t\"}}}}");
    }
}
