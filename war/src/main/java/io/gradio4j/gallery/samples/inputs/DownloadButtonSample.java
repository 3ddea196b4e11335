package io.gradio4j.gallery.samples.inputs;

import io.gradio4j.AppPath;
import io.gradio4j.Block;
import io.gradio4j.components.download.DownloadButton;
import io.gradio4j.gallery.Sample;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
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
        return new DownloadButton("Save the note").value(note());
    }

    private static Path note() {
        try {
            var folder = Files.createDirectories(Path.of(System.getProperty("java.io.tmpdir"), "gradio4j-notes"));
            return Files.writeString(folder.resolve("note.txt"), "Buy milk.\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
