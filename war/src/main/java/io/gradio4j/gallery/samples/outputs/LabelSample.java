package io.gradio4j.gallery.samples.outputs;

import io.gradio4j.AppPath;
import io.gradio4j.Block;
import io.gradio4j.Column;
import io.gradio4j.components.label.Label;
import io.gradio4j.components.textbox.Textbox;
import io.gradio4j.gallery.Sample;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.stream.Collectors;

/** The letters of a word by how often they occur. */
@ApplicationScoped
@AppPath("/components/label")
public class LabelSample extends Sample {

    @Override
    protected String about() {
        return "A classification: the best class, and the confidence of each.";
    }

    @Override
    protected Block live() {
        var word = new Textbox("Word").placeholder("banana");
        var letters = new Label("Letters").numTopClasses(5);
        word.onChange().inputs(word).outputs(letters).run(w -> w.chars()
                .mapToObj(Character::toString)
                .collect(Collectors.groupingBy(letter -> letter, Collectors.summingDouble(letter -> 1.0 / w.length()))));
        return new Column(word, letters);
    }
}
