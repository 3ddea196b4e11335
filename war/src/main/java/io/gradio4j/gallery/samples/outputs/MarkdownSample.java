package io.gradio4j.gallery.samples.outputs;

import io.gradio4j.AppPath;
import io.gradio4j.Block;
import io.gradio4j.Column;
import io.gradio4j.components.markdown.Markdown;
import io.gradio4j.components.textbox.Textbox;
import io.gradio4j.gallery.Sample;
import jakarta.enterprise.context.ApplicationScoped;

/** A text and how it looks. */
@ApplicationScoped
@AppPath("/components/markdown")
public class MarkdownSample extends Sample {

    @Override
    protected String about() {
        return "Formatted text: headings, lists, tables, code, formulas and diagrams.";
    }

    @Override
    protected Block live() {
        var text = """
                ## A heading

                Some **bold** and *slanted* text, `code`, and a formula:

                $$e^{i\\pi} + 1 = 0$$

                | Planet | Moons |
                |--------|------:|
                | Earth  |     1 |
                | Mars   |     2 |

                ```mermaid
                flowchart LR
                    Earth --> Moon
                    Mars --> Phobos & Deimos
                ```
                """;
        var source = new Textbox("Source").lines(8).value(text);
        var shown = new Markdown(text);
        source.onChange().inputs(source).outputs(shown).run(s -> s);
        return new Column(source, shown);
    }
}
