package io.gradio4j.gallery.samples.inputs;

import io.gradio4j.AppPath;
import io.gradio4j.Block;
import io.gradio4j.Column;
import io.gradio4j.Gradio;
import io.gradio4j.components.number.NumberField;
import io.gradio4j.gallery.Sample;
import jakarta.enterprise.context.ApplicationScoped;

/** A sum. */
@ApplicationScoped
@AppPath("/components/number-field")
public class NumberFieldSample extends Sample {

    @Override
    protected String about() {
        return "A number, with limits and steps if wanted.";
    }

    @Override
    protected Block live() {
        var a = new NumberField("a").value(3);
        var b = new NumberField("b").value(4);
        var sum = new NumberField("a + b").interactive(false);
        Gradio.on().inputs(a, b).outputs(sum).run((x, y) -> x == null || y == null ? null : x + y);
        return new Column(a, b, sum);
    }
}
