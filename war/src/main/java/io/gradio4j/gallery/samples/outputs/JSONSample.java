package io.gradio4j.gallery.samples.outputs;

import io.gradio4j.AppPath;
import io.gradio4j.Block;
import io.gradio4j.Column;
import io.gradio4j.components.json.JSON;
import io.gradio4j.components.textbox.Textbox;
import io.gradio4j.gallery.Sample;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What a sentence consists of. */
@ApplicationScoped
@AppPath("/components/json")
public class JSONSample extends Sample {

    @Override
    protected String about() {
        return "JSON as a tree; the value is anything that JSON-B can write.";
    }

    @Override
    protected Block live() {
        var text = new Textbox("Text").value("to be or not to be");
        var facts = new JSON("Facts").value(facts("to be or not to be"));
        text.onChange().inputs(text).outputs(facts).run(JSONSample::facts);
        return new Column(text, facts);
    }

    private static Object facts(String text) {
        var words = List.of(text.strip().split("\\s+"));
        return Map.of("letters", text.length(), "blank", text.isBlank(), "words",
                words.stream().collect(Collectors.groupingBy(w -> w, java.util.TreeMap::new, Collectors.counting())));
    }
}
