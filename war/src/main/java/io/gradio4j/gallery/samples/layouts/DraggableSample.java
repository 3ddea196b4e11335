package io.gradio4j.gallery.samples.layouts;

import io.gradio4j.AppPath;
import io.gradio4j.Block;
import io.gradio4j.Draggable;
import io.gradio4j.Orientation;
import io.gradio4j.components.label.Label;
import io.gradio4j.gallery.Sample;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** Three figures in an order of one's own. */
@ApplicationScoped
@AppPath("/components/draggable")
public class DraggableSample extends Sample {

    @Override
    protected String about() {
        return "Blocks that a person moves to each other's places.";
    }

    @Override
    protected Block live() {
        return new Draggable(
                new Label("Berries").value(Map.of("ripe", 0.8, "green", 0.2)),
                new Label("Apples").value(Map.of("ripe", 0.4, "green", 0.6)),
                new Label("Pears").value(Map.of("ripe", 0.1, "green", 0.9)))
                .orientation(Orientation.ROW);
    }
}
