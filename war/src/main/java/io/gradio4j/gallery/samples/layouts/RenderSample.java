package io.gradio4j.gallery.samples.layouts;

import io.gradio4j.AppPath;
import io.gradio4j.Block;
import io.gradio4j.Blocks;
import io.gradio4j.Column;
import io.gradio4j.Render;
import io.gradio4j.Row;
import io.gradio4j.State;
import io.gradio4j.Updates;
import io.gradio4j.components.button.Button;
import io.gradio4j.components.textbox.Textbox;
import io.gradio4j.gallery.Sample;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;

/** A list of tasks. */
@ApplicationScoped
@AppPath("/components/render")
public class RenderSample extends Sample {

    @Override
    protected String about() {
        return "A part of the page that a function makes of data.";
    }

    @Override
    protected Block live() {
        var tasks = State.of(() -> List.of("Water the plants"));
        var next = new Textbox("Next task").placeholder("Enter adds it");
        next.onSubmit().inputs(tasks, next).outputs(tasks, next)
                .run((all, task) -> Updates.of(tasks, Stream.concat(all.stream(), Stream.of(task)).distinct().toList()).and(next, ""));
        return new Column(next, new Render<>(tasks, all -> Blocks.of(all.stream().map(task -> {
            var done = new Button("Done").scale(0).key(task);
            done.onClick().inputs(tasks).outputs(tasks).run(left -> left.stream().filter(t -> !t.equals(task)).toList());
            return new Row(new Textbox(task).placeholder("Notes stay while the task is there").key(task), done).key(task);
        }).toArray(Block[]::new))));
    }
}
