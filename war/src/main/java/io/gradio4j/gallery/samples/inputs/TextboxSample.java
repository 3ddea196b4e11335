package io.gradio4j.gallery.samples.inputs;

import io.gradio4j.AppPath;
import io.gradio4j.Block;
import io.gradio4j.Column;
import io.gradio4j.components.textbox.Textbox;
import io.gradio4j.gallery.Sample;
import jakarta.enterprise.context.ApplicationScoped;

/** A greeting that follows the typing. */
@ApplicationScoped
@AppPath("/components/textbox")
public class TextboxSample extends Sample {

    @Override
    protected String about() {
        return "Text in one line, or in several.";
    }

    @Override
    protected Block live() {
        var name = new Textbox("Name").placeholder("Ada");
        var greeting = new Textbox("Greeting");
        name.onChange().inputs(name).outputs(greeting).run(n -> n.isEmpty() ? "" : "Hello " + n + "!");
        return new Column(name, greeting);
    }
}
