package io.gradio4j.gallery.samples.layouts;

import io.gradio4j.AppPath;
import io.gradio4j.Block;
import io.gradio4j.Form;
import io.gradio4j.components.textbox.Textbox;
import io.gradio4j.gallery.Sample;
import jakarta.enterprise.context.ApplicationScoped;

/** An address in one frame. */
@ApplicationScoped
@AppPath("/components/form")
public class FormSample extends Sample {

    @Override
    protected String about() {
        return "Fields that belong together, in one frame.";
    }

    @Override
    protected Block live() {
        return new Form(new Textbox("Street"), new Textbox("Town"), new Textbox("Country"));
    }
}
