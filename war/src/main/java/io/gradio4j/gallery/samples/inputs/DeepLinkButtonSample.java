package io.gradio4j.gallery.samples.inputs;

import io.gradio4j.AppPath;
import io.gradio4j.Block;
import io.gradio4j.Column;
import io.gradio4j.components.button.DeepLinkButton;
import io.gradio4j.components.markdown.Markdown;
import io.gradio4j.components.slider.Slider;
import io.gradio4j.gallery.Sample;
import jakarta.enterprise.context.ApplicationScoped;

/** A number and its square, to be sent to somebody. */
@ApplicationScoped
@AppPath("/components/deeplinkbutton")
public class DeepLinkButtonSample extends Sample {

    @Override
    protected String about() {
        return "Copies a link that shows what the page shows.";
    }

    @Override
    protected Block live() {
        var number = new Slider(0, 100, 7).label("Number").step(1);
        var square = new Markdown();
        number.onRelease().inputs(number).outputs(square).run(n -> "%.0f² = **%.0f**".formatted(n, n * n));
        return new Column(number, square, new DeepLinkButton());
    }
}
