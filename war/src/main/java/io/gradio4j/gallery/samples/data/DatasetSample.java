package io.gradio4j.gallery.samples.data;

import io.gradio4j.AppPath;
import io.gradio4j.Block;
import io.gradio4j.Column;
import io.gradio4j.components.dataset.Dataset;
import io.gradio4j.components.markdown.Markdown;
import io.gradio4j.components.number.NumberField;
import io.gradio4j.components.textbox.Textbox;
import io.gradio4j.gallery.Sample;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Planets, of which one is chosen. */
@ApplicationScoped
@AppPath("/components/dataset")
public class DatasetSample extends Sample {

    @Override
    protected String about() {
        return "Samples to choose from, each drawn by the components of its values.";
    }

    @Override
    protected Block live() {
        var planets = new Dataset(new Textbox("Planet"), new NumberField("Moons")).label("Planets").samplesPerPage(4).samples(List.of(
                List.of("Mercury", 0), List.of("Venus", 0), List.of("Earth", 1), List.of("Mars", 2), List.of("Jupiter", 97),
                List.of("Saturn", 274), List.of("Uranus", 28), List.of("Neptune", 16)));
        var chosen = new Markdown("Choose a planet.");
        planets.onClick().inputs(planets).outputs(chosen).run(p -> p == null ? "" : "**%s** has %.0f moons.".formatted(p.get(0), p.get(1)));
        return new Column(planets, chosen);
    }
}
