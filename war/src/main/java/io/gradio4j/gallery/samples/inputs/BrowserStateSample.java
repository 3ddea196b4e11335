package io.gradio4j.gallery.samples.inputs;

import io.gradio4j.AppPath;
import io.gradio4j.Block;
import io.gradio4j.Column;
import io.gradio4j.components.browserstate.BrowserState;
import io.gradio4j.components.textbox.TextArea;
import io.gradio4j.gallery.Sample;
import jakarta.enterprise.context.ApplicationScoped;

/** A note that is still there when the page is opened again. */
@ApplicationScoped
@AppPath("/components/browserstate")
public class BrowserStateSample extends Sample {

    @Override
    protected String about() {
        return "A value that the browser keeps when the page is closed.";
    }

    @Override
    protected Block live() {
        var kept = BrowserState.of("Write, and reload the page.").storageKey("gradio4j-note").secret("between you and your browser");
        var note = new TextArea("Note").lines(4);
        kept.onChange().inputs(kept).outputs(note).run(text -> text);
        note.onBlur().inputs(note).outputs(kept).run(text -> text);
        return new Column(kept, note);
    }
}
