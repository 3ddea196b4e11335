package io.gradio4j.gallery.samples.inputs;

import io.gradio4j.AppPath;
import io.gradio4j.Block;
import io.gradio4j.Column;
import io.gradio4j.components.download.DownloadButton;
import io.gradio4j.components.textbox.TextArea;
import io.gradio4j.gallery.Sample;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A note to take home. */
@ApplicationScoped
@AppPath("/components/downloadbutton")
public class DownloadButtonSample extends Sample {

    @Override
    protected String about() {
        return "A button that saves a file, which is there before the click.";
    }

    @Override
    protected Block live() {
        var note = new TextArea("Note").lines(4);
        var save = new DownloadButton("Save");
        note.onBlur().inputs(note).outputs(save).run(DownloadButtonSample::write);
        return new Column(note, save);
    }

    private static Path write(String note) throws IOException {
        return Files.writeString(Files.createTempDirectory("note").resolve("note.txt"), note);
    }
}
