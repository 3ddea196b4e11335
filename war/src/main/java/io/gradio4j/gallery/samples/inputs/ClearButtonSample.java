package io.gradio4j.gallery.samples.inputs;

import io.gradio4j.AppPath;
import io.gradio4j.Block;
import io.gradio4j.Column;
import io.gradio4j.components.button.ClearButton;
import io.gradio4j.components.slider.Slider;
import io.gradio4j.components.textbox.Textbox;
import io.gradio4j.gallery.Sample;
import jakarta.enterprise.context.ApplicationScoped;

/** Two fields, empty again with one click. */
@ApplicationScoped
@AppPath("/components/clearbutton")
public class ClearButtonSample extends Sample {

    @Override
    protected String about() {
        return "A button that empties other components.";
    }

    @Override
    protected Block live() {
        var text = new Textbox("Text").value("Gone in a moment").interactive(true);
        var number = new Slider(0, 10).label("Number").value(7.0).interactive(true);
        return new Column(text, number, new ClearButton(text, number));
    }
}
