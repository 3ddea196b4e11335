package io.gradio4j.gallery.samples.inputs;

import io.gradio4j.AppPath;
import io.gradio4j.Block;
import io.gradio4j.Column;
import io.gradio4j.components.markdown.Markdown;
import io.gradio4j.components.upload.UploadButton;
import io.gradio4j.gallery.Sample;
import jakarta.enterprise.context.ApplicationScoped;

/** A picture, whose size in bytes is told. */
@ApplicationScoped
@AppPath("/components/uploadbutton")
public class UploadButtonSample extends Sample {

    @Override
    protected String about() {
        return "A button that uploads files.";
    }

    @Override
    protected Block live() {
        var add = UploadButton.asBytes("Choose a picture").fileTypes("image");
        var size = new Markdown();
        add.onUpload().inputs(add).outputs(size).run(picture -> picture == null ? "" : "**%d** bytes".formatted(picture.length));
        return new Column(add, size);
    }
}
