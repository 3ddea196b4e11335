package io.gradio4j.gallery.samples.inputs;

import io.gradio4j.AppPath;
import io.gradio4j.Block;
import io.gradio4j.Column;
import io.gradio4j.components.markdown.Markdown;
import io.gradio4j.components.multimodaltextbox.FileCount;
import io.gradio4j.components.multimodaltextbox.MultimodalTextbox;
import io.gradio4j.gallery.Sample;
import jakarta.enterprise.context.ApplicationScoped;

/** A message with pictures. */
@ApplicationScoped
@AppPath("/components/multimodaltextbox")
public class MultimodalTextboxSample extends Sample {

    @Override
    protected String about() {
        return "A field for text and files, which are chosen, dropped or pasted.";
    }

    @Override
    protected Block live() {
        var message = new MultimodalTextbox("Message").placeholder("Write something, add pictures").fileTypes("image").fileCount(FileCount.MULTIPLE);
        var answer = new Markdown();
        message.onSubmit().inputs(message).outputs(answer)
                .run(said -> "**" + said.text().length() + "** characters and **" + said.files().size() + "** pictures");
        return new Column(message, answer);
    }
}
