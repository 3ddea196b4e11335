package io.gradio4j.gallery.samples.inputs;

import io.gradio4j.AppPath;
import io.gradio4j.Block;
import io.gradio4j.Column;
import io.gradio4j.components.number.NumberField;
import io.gradio4j.components.slider.Slider;
import io.gradio4j.gallery.Sample;
import jakarta.enterprise.context.ApplicationScoped;

/** A temperature in two units. */
@ApplicationScoped
@AppPath("/components/slider")
public class SliderSample extends Sample {

    @Override
    protected String about() {
        return "A number within two limits, by a handle or typed.";
    }

    @Override
    protected Block live() {
        var celsius = new Slider(-40, 120, 20).label("°C").step(1);
        var fahrenheit = new NumberField("°F").value(68).interactive(false);
        celsius.onChange().inputs(celsius).outputs(fahrenheit).run(c -> c * 9 / 5 + 32);
        return new Column(celsius, fahrenheit);
    }
}
