package io.gradio4j.gallery;

import io.gradio4j.Blocks;
import io.gradio4j.Tab;
import io.gradio4j.Tabs;
import io.gradio4j.components.textbox.Textbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.stream.Stream;

/** A page with every component that the gallery shows, each in a tab of its own; what is open is a text field. */
public final class Everything {

    private Everything() {
    }

    /**
     * Makes it.
     *
     * @param classes where the build puts the gallery's classes
     */
    public static Blocks page(Path classes) throws IOException, ReflectiveOperationException {
        var tabs = new ArrayList<Tab>();
        tabs.add(new Tab("Start", new Textbox("Open")));
        for (var sample : samples(classes)) {
            tabs.add(new Tab(Sample.title(sample.getClass()), sample.live()));
        }
        return Blocks.of(new Tabs(tabs.toArray(Tab[]::new)));
    }

    private static Iterable<Sample> samples(Path classes) throws IOException, ReflectiveOperationException {
        var samples = new ArrayList<Sample>();
        try (Stream<Path> files = Files.walk(classes.resolve("io/gradio4j/gallery/samples"))) {
            for (var file : files.filter(f -> f.toString().endsWith("Sample.class")).sorted().toList()) {
                var name = classes.relativize(file).toString().replaceAll("\\.class$", "").replace('/', '.');
                samples.add((Sample) Class.forName(name).getConstructor().newInstance());
            }
        }
        return samples;
    }
}
