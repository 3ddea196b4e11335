package io.gradio4j.gallery.samples.inputs;

import io.gradio4j.AppPath;
import io.gradio4j.Block;
import io.gradio4j.Column;
import io.gradio4j.Row;
import io.gradio4j.components.button.Button;
import io.gradio4j.components.button.Variant;
import io.gradio4j.components.number.NumberField;
import io.gradio4j.gallery.Sample;
import jakarta.enterprise.context.ApplicationScoped;

/** Two buttons that count, and one that starts again. */
@ApplicationScoped
@AppPath("/components/button")
public class ButtonSample extends Sample {

    @Override
    protected String about() {
        return "Starts something.";
    }

    @Override
    protected Block live() {
        var count = new NumberField("Clicks").value(0).precision(0);
        var more = new Button("One more").variant(Variant.PRIMARY);
        var reset = new Button("Start again").variant(Variant.STOP);
        more.onClick().inputs(count).outputs(count).run(n -> n == null ? 1 : n + 1);
        reset.onClick().outputs(count).run(() -> 0.0);
        return new Column(count, new Row(more, reset));
    }
}
