package io.gradio4j.gallery.samples.inputs;

import io.gradio4j.AppPath;
import io.gradio4j.Block;
import io.gradio4j.Column;
import io.gradio4j.components.colorpicker.ColorPicker;
import io.gradio4j.components.textbox.Textbox;
import io.gradio4j.gallery.Sample;
import jakarta.enterprise.context.ApplicationScoped;
import java.awt.Color;

/** Whether a colour is a light one. */
@ApplicationScoped
@AppPath("/components/colorpicker")
public class ColorPickerSample extends Sample {

    @Override
    protected String about() {
        return "A colour, picked or typed.";
    }

    @Override
    protected Block live() {
        var color = new ColorPicker("Background").info("Any CSS colour").value("#f97316");
        var advice = new Textbox("Letters on it");
        color.onChange().inputs(color).outputs(advice).run(c -> c != null && c.matches("#[0-9a-f]{6}") ? letters(Color.decode(c)) : "");
        return new Column(color, advice);
    }

    private static String letters(Color c) {
        return 0.3 * c.getRed() + 0.59 * c.getGreen() + 0.11 * c.getBlue() > 128 ? "black" : "white";
    }
}
