package io.gradio4j.gallery.samples.inputs;

import io.gradio4j.AppPath;
import io.gradio4j.Block;
import io.gradio4j.Column;
import io.gradio4j.components.fileexplorer.FileExplorer;
import io.gradio4j.components.textbox.Textbox;
import io.gradio4j.gallery.Sample;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder of the server. */
@ApplicationScoped
@AppPath("/components/fileexplorer")
public class FileExplorerSample extends Sample {

    @Override
    protected String about() {
        return "Files of the server's disk to choose from, in one folder and those below. Nothing outside can be seen or chosen.";
    }

    @Override
    protected Block live() {
        var files = FileExplorer.asPaths("Reports").rootDir(reports()).glob("*.csv");
        var chosen = new Textbox("Chosen").lines(2).interactive(false);
        files.onChange().inputs(files).outputs(chosen).run(paths -> String.join("\n", paths.stream().map(path -> path.getFileName().toString()).toList()));
        return new Column(files, chosen);
    }

    private static Path reports() {
        try {
            var folder = Path.of(System.getProperty("java.io.tmpdir"), "gradio4j-reports");
            for (var name : new String[] {"2025/spring.csv", "2025/autumn.csv", "2026/spring.csv", "summary.csv"}) {
                Files.createDirectories(folder.resolve(name).getParent());
                Files.writeString(folder.resolve(name), "month,sales\n1,20\n");
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
