package io.gradio4j.gallery.samples.outputs;

import io.gradio4j.AppPath;
import io.gradio4j.Block;
import io.gradio4j.Column;
import io.gradio4j.components.json.JSON;
import io.gradio4j.components.textbox.Textbox;
import io.gradio4j.gallery.Sample;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a sentence consists of. */
@ApplicationScoped
@AppPath("/components/json")
public class JSONSample extends Sample {

    /**
     * What is to be shown; public, so that JSON-B reads it.
     *
     * @param letters how many there are
     * @param blank whether there is nothing but space
     * @param words how often each is there
     */
    public record Facts(int letters, boolean blank, Map<String, Long> words) {
    }

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

    private static Facts facts(String text) {
        var words = Stream.of(text.strip().split("\\s+")).collect(Collectors.groupingBy(w -> w, TreeMap::new, Collectors.counting()));
        return new Facts(text.length(), text.isBlank(), words);
    }
}
