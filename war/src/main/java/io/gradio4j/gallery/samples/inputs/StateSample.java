package io.gradio4j.gallery.samples.inputs;

import io.gradio4j.AppPath;
import io.gradio4j.Block;
import io.gradio4j.Column;
import io.gradio4j.State;
import io.gradio4j.components.button.Button;
import io.gradio4j.components.textbox.Textbox;
import io.gradio4j.gallery.Sample;
import jakarta.enterprise.context.ApplicationScoped;

/** A counter of one's own. */
@ApplicationScoped
@AppPath("/components/state")
public class StateSample extends Sample {

    @Override
    protected String about() {
        return "A value that the server keeps for one open page, and that nobody sees.";
    }

    @Override
    protected Block live() {
        var clicks = State.of(0);
        var count = new Button("Count");
        var shown = new Textbox("Clicks").interactive(false);
        count.onClick().inputs(clicks).outputs(clicks).run(n -> n + 1);
        clicks.onChange().inputs(clicks).outputs(shown).run(String::valueOf);
        return new Column(clicks, count, shown);
    }
}
