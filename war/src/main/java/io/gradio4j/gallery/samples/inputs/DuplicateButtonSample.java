package io.gradio4j.gallery.samples.inputs;

import io.gradio4j.AppPath;
import io.gradio4j.Block;
import io.gradio4j.Column;
import io.gradio4j.components.button.DuplicateButton;
import io.gradio4j.components.markdown.Markdown;
import io.gradio4j.gallery.Sample;
import jakarta.enterprise.context.ApplicationScoped;

/** A copy of one's own. */
@ApplicationScoped
@AppPath("/components/duplicatebutton")
public class DuplicateButtonSample extends Sample {

    @Override
    protected String about() {
        return "Copies the Hugging Face Space in which an app runs.";
    }

    @Override
    protected Block live() {
        return new Column(new DuplicateButton(), new Markdown("Outside of a Space, as here, the button has nothing to copy."));
    }
}
