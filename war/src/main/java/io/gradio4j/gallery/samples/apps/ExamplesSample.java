package io.gradio4j.gallery.samples.apps;

import io.gradio4j.AppPath;
import io.gradio4j.Block;
import io.gradio4j.Column;
import io.gradio4j.components.apps.Examples;
import io.gradio4j.components.button.Button;
import io.gradio4j.components.number.NumberField;
import io.gradio4j.components.slider.Slider;
import io.gradio4j.gallery.Sample;
import jakarta.enterprise.context.ApplicationScoped;

/** Compound interest, with examples whose results are known. */
@ApplicationScoped
@AppPath("/components/examples")
public class ExamplesSample extends Sample {

    @Override
    protected String about() {
        return "Values to try an app with: a click fills its inputs and shows the results.";
    }

    @Override
    protected Block live() {
        var amount = new NumberField("Amount");
        var percent = new Slider(0, 10).label("Interest (%)").step(0.5);
        var years = new Slider(1, 50).label("Years").step(1);
        var grown = new NumberField("After these years").precision(2).interactive(false);
        var grow = new Button("Grow");
        var listener = grow.onClick().inputs(amount, percent, years).outputs(grown)
                .run((a, p, y) -> a == null ? null : a * Math.pow(1 + p / 100, y));
        var examples = Examples.of(listener).row(100, 5, 10).row(1000, 2.5, 30).row(1, 7, 50).cacheExamples(true).preload(-1);
        return new Column(amount, percent, years, grow, grown, examples.dataset());
    }
}
