package io.gradio4j.gallery.samples.inputs;

import io.gradio4j.AppPath;
import io.gradio4j.Block;
import io.gradio4j.Column;
import io.gradio4j.components.file.File;
import io.gradio4j.components.markdown.Markdown;
import io.gradio4j.gallery.Sample;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Text files, whose lines are counted. */
@ApplicationScoped
@AppPath("/components/file")
public class FileSample extends Sample {

    @Override
    protected String about() {
        return "Takes files, or offers files to download.";
    }

    @Override
    protected Block live() {
        var files = File.asPaths("Texts").fileTypes("text").allowReordering(true);
        var counts = new Markdown();
        files.onChange().inputs(files).outputs(counts).run(FileSample::lines);
        return new Column(files, counts);
    }

    private static String lines(List<Path> files) throws IOException {
        var counts = new StringBuilder();
        for (var file : files) {
            try (var lines = Files.lines(file)) {
                counts.append("- ").append(file.getFileName()).append(": ").append(lines.count()).append(" lines\n");
            }
        }
        return counts.toString();
    }
}
