package io.gradio4j.gallery.samples.chat;

import io.gradio4j.AppPath;
import io.gradio4j.Block;
import io.gradio4j.Column;
import io.gradio4j.components.dialogue.Dialogue;
import io.gradio4j.components.dialogue.DialogueLine;
import io.gradio4j.components.textbox.Textbox;
import io.gradio4j.gallery.Sample;
import jakarta.enterprise.context.ApplicationScoped;

/** A conversation to be written. */
@ApplicationScoped
@AppPath("/components/dialogue")
public class DialogueSample extends Sample {

    @Override
    protected String about() {
        return "A conversation, line by line with its speakers or as plain text, such as a script for voices.";
    }

    @Override
    protected Block live() {
        var script = Dialogue.asText("Script").speakers("Ada", "Bob").tags("(laughs)", "(sighs)", "(clears throat)").interactive(true)
                .value(new DialogueLine("Ada", "Hello, how are you?"), new DialogueLine("Bob", "I'm fine, thank you!"));
        var spoken = new Textbox("What a voice would read").lines(3).interactive(false);
        script.onChange().inputs(script).outputs(spoken).run(text -> text);
        var shown = Dialogue.asLines("Shown").speakers("Ada", "Bob").interactive(false)
                .value(new DialogueLine("Ada", "Point at me."), new DialogueLine("Bob", "Or at me."));
        return new Column(script, spoken, shown);
    }
}
