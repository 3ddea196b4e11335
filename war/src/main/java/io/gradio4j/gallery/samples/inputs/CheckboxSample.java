package io.gradio4j.gallery.samples.inputs;

import io.gradio4j.AppPath;
import io.gradio4j.Block;
import io.gradio4j.Column;
import io.gradio4j.Updates;
import io.gradio4j.components.checkbox.Checkbox;
import io.gradio4j.components.textbox.Textbox;
import io.gradio4j.gallery.Sample;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** A box that shows and hides a text. */
@ApplicationScoped
@AppPath("/components/checkbox")
public class CheckboxSample extends Sample {

    @Override
    protected String about() {
        return "Yes or no.";
    }

    @Override
    protected Block live() {
        var gift = new Checkbox("It is a gift");
        var message = new Textbox("Message on the card").visible(false);
        gift.onChange().inputs(gift).outputs(List.of(message)).run(yes -> Updates.of(new Textbox().visible(yes).as(message)));
        return new Column(gift, message);
    }
}
