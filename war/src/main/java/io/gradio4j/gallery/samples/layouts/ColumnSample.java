package io.gradio4j.gallery.samples.layouts;

import io.gradio4j.AppPath;
import io.gradio4j.Block;
import io.gradio4j.Column;
import io.gradio4j.Row;
import io.gradio4j.components.button.Button;
import io.gradio4j.components.textbox.Textbox;
import io.gradio4j.gallery.Sample;
import jakarta.enterprise.context.ApplicationScoped;

/** Two stacks of blocks, one beside the other. */
@ApplicationScoped
@AppPath("/components/column")
public class ColumnSample extends Sample {

    @Override
    protected String about() {
        return "Blocks one below the other; several columns stand in a row.";
    }

    @Override
    protected Block live() {
        var from = new Textbox("From");
        var to = new Textbox("To");
        var copy = new Button("Copy");
        copy.onClick().inputs(from).outputs(to).run(text -> text);
        return new Row(new Column(from, copy).minWidth(150), new Column(to).minWidth(150));
    }
}
