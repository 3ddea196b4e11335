package io.gradio4j.gallery.samples.layouts;

import io.gradio4j.AppPath;
import io.gradio4j.Block;
import io.gradio4j.Tab;
import io.gradio4j.Tabs;
import io.gradio4j.components.markdown.Markdown;
import io.gradio4j.components.textbox.Textbox;
import io.gradio4j.gallery.Sample;
import jakarta.enterprise.context.ApplicationScoped;

/** Three pages in one place. */
@ApplicationScoped
@AppPath("/components/tabs")
public class TabsSample extends Sample {

    @Override
    protected String about() {
        return "Several pages in one place.";
    }

    @Override
    protected Block live() {
        return new Tabs(
                new Tab("Text", new Textbox("Name")),
                new Tab("Help", new Markdown("A tab's blocks are made when it is first opened.")),
                new Tab("Closed", new Markdown("Nobody gets here.")).interactive(false));
    }
}
