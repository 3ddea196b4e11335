package io.gradio4j.gallery.samples.layouts;

import io.gradio4j.Accordion;
import io.gradio4j.AppPath;
import io.gradio4j.Block;
import io.gradio4j.components.checkbox.Checkbox;
import io.gradio4j.components.slider.Slider;
import io.gradio4j.gallery.Sample;
import jakarta.enterprise.context.ApplicationScoped;

/** Settings that are out of the way. */
@ApplicationScoped
@AppPath("/components/accordion")
public class AccordionSample extends Sample {

    @Override
    protected String about() {
        return "Blocks under a heading that opens and closes.";
    }

    @Override
    protected Block live() {
        return new Accordion("Advanced settings",
                new Slider(0, 2, 1).label("Temperature").step(0.1).interactive(true),
                new Checkbox("Remember").interactive(true))
                .open(false);
    }
}
