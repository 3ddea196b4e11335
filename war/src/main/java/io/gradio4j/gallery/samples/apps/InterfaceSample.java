package io.gradio4j.gallery.samples.apps;

import io.gradio4j.AppPath;
import io.gradio4j.Block;
import io.gradio4j.components.apps.Interface;
import io.gradio4j.components.flagging.FlaggingMode;
import io.gradio4j.components.slider.Slider;
import io.gradio4j.components.textbox.Textbox;
import io.gradio4j.gallery.Sample;
import jakarta.enterprise.context.ApplicationScoped;

/** A greeting, as loud as one likes. */
@ApplicationScoped
@AppPath("/components/interface")
public class InterfaceSample extends Sample {

    @Override
    protected String about() {
        return "A function with a page around it: inputs, outputs, buttons and examples.";
    }

    @Override
    protected Block live() {
        return Interface.inputs(new Textbox("Name"), new Slider(1, 10).label("Intensity").step(1))
                .outputs(new Textbox("Greeting"))
                .run((name, intensity) -> "Hello, " + name + "!".repeat(intensity.intValue()))
                .flaggingMode(FlaggingMode.NEVER)
                .deepLink(true)
                .blocks();
    }
}
