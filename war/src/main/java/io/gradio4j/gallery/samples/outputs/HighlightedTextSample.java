package io.gradio4j.gallery.samples.outputs;

import io.gradio4j.AppPath;
import io.gradio4j.Block;
import io.gradio4j.Column;
import io.gradio4j.components.highlightedtext.HighlightedText;
import io.gradio4j.components.highlightedtext.Token;
import io.gradio4j.components.textbox.Textbox;
import io.gradio4j.gallery.Sample;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Numbers and names in a text. */
@ApplicationScoped
@AppPath("/components/highlightedtext")
public class HighlightedTextSample extends Sample {

    private static final Pattern WORDS = Pattern.compile("(?<number>\\d+)|(?<name>\\b\\p{Lu}\\w+)");

    @Override
    protected String about() {
        return "A text whose parts are marked; where it is interactive, select a part to mark it.";
    }

    @Override
    protected Block live() {
        var text = new Textbox("Text").value("Ada Lovelace was born in 1815 in London.");
        var found = new HighlightedText("Found").showLegend(true).colorMap(new TreeMap<>(Map.of("name", "green", "number", "purple")))
                .value(find("Ada Lovelace was born in 1815 in London."));
        text.onChange().inputs(text).outputs(found).run(HighlightedTextSample::find);
        var yours = new HighlightedText("Yours").interactive(true).value(List.of(Token.of("The quick "), Token.of("brown", "colour"), Token.of(" fox")));
        return new Column(text, found, yours);
    }

    private static List<Token> find(String text) {
        return Token.of(text, WORDS.matcher(text).results()
                .map(m -> new Token.Entity(m.group("number") == null ? "name" : "number", m.start(), m.end())).toList());
    }
}
