package io.gradio4j.gallery.samples.layouts;

import io.gradio4j.AppPath;
import io.gradio4j.Block;
import io.gradio4j.Column;
import io.gradio4j.Row;
import io.gradio4j.components.textbox.Textbox;
import io.gradio4j.gallery.Sample;
import jakarta.enterprise.context.ApplicationScoped;

/** Blocks beside each other, of which one is wider. */
@ApplicationScoped
@AppPath("/components/row")
public class RowSample extends Sample {

    @Override
    protected String about() {
        return "Blocks side by side; columns in it take their share of the width.";
    }

    @Override
    protected Block live() {
        return new Row(
                new Column(new Textbox("One share")).scale(1).minWidth(100),
                new Column(new Textbox("Two shares")).scale(2).minWidth(200));
    }
}
