package io.gradio4j.gallery.samples.outputs;

import io.gradio4j.AppPath;
import io.gradio4j.Block;
import io.gradio4j.Column;
import io.gradio4j.Updates;
import io.gradio4j.components.html.HTML;
import io.gradio4j.components.html.HtmlComponent;
import io.gradio4j.components.slider.Slider;
import io.gradio4j.components.textbox.Textbox;
import io.gradio4j.gallery.Sample;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** A component written in HTML. */
@ApplicationScoped
@AppPath("/components/html")
public class HTMLSample extends Sample {

    /** Stars to click on. */
    static final class Stars extends HtmlComponent<Integer, Stars> {
        Stars(String label) {
            super(Integer.class);
            label(label).prop("size", 32);
            htmlTemplate("""
                    <h2>${label}</h2>
                    ${[1, 2, 3, 4, 5].map(n => `<button aria-label="${n} stars" aria-pressed="${n <= value}">★</button>`).join('')}""");
            cssTemplate("""
                    button { padding: 0; border: 0; background: none; font-size: ${size}px; line-height: 1.2; color: var(--color-accent); }
                    button[aria-pressed=false] { color: var(--neutral-400); }""");
            jsOnLoad("""
                    element.addEventListener('click', event => {
                        const index = [...element.querySelectorAll('button')].indexOf(event.target);
                        if (index >= 0) props.value = index + 1;
                    });""");
        }
    }

    @Override
    protected String about() {
        return "HTML, CSS and a script of your own: as a text, as a template, or as a component that you name and use like any other.";
    }

    @Override
    protected Block live() {
        var food = new Stars("Food").value(3);
        var size = new Slider(16, 64).label("Size").value(32.0);
        var said = new Textbox("The server heard").interactive(false);
        food.onChange().inputs(food).outputs(said).run(stars -> stars + " of 5");
        size.onRelease().inputs(size).outputs(List.of(food)).run(s -> Updates.of(new Stars("Food").prop("size", s.intValue()).as(food)));
        return new Column(new HTML("<p>Plain <b>HTML</b>, with <a href=\"https://developer.mozilla.org/docs/Web/HTML\">a link</a>.</p>"), food, size, said);
    }
}
