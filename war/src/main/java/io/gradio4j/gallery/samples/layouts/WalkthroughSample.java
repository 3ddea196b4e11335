package io.gradio4j.gallery.samples.layouts;

import io.gradio4j.AppPath;
import io.gradio4j.Block;
import io.gradio4j.Step;
import io.gradio4j.Updates;
import io.gradio4j.Walkthrough;
import io.gradio4j.components.button.Button;
import io.gradio4j.components.button.Variant;
import io.gradio4j.components.markdown.Markdown;
import io.gradio4j.components.slider.Slider;
import io.gradio4j.components.textbox.Textbox;
import io.gradio4j.gallery.Sample;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** An order in three steps. */
@ApplicationScoped
@AppPath("/components/walkthrough")
public class WalkthroughSample extends Sample {

    @Override
    protected String about() {
        return "Steps that follow each other; the app goes on, a person can go back.";
    }

    @Override
    protected Block live() {
        var name = new Textbox("Name");
        var scoops = new Slider(1, 5).label("Scoops").step(1);
        var order = new Markdown();
        var toScoops = new Button("Go on").variant(Variant.PRIMARY);
        var toOrder = new Button("Order").variant(Variant.PRIMARY);
        var steps = new Walkthrough(
                new Step("Who", name, toScoops).id(1),
                new Step("What", scoops, toOrder).id(2),
                new Step("Done", order).id(3));

        toScoops.onClick().outputs(List.of(steps)).run(() -> Updates.of(new Walkthrough().selected(2).as(steps)));
        toOrder.onClick().inputs(name, scoops).outputs(order).run((who, count) -> "%.0f scoops for **%s**.".formatted(count, who))
                .onSuccess().outputs(List.of(steps)).run(() -> Updates.of(new Walkthrough().selected(3).as(steps)));
        return steps;
    }
}
