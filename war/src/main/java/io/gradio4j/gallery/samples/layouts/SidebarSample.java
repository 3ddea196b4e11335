package io.gradio4j.gallery.samples.layouts;

import io.gradio4j.AppPath;
import io.gradio4j.Block;
import io.gradio4j.Column;
import io.gradio4j.Sidebar;
import io.gradio4j.components.markdown.Markdown;
import io.gradio4j.components.textbox.Textbox;
import io.gradio4j.gallery.Sample;
import jakarta.enterprise.context.ApplicationScoped;

/** Settings at the side of the window. */
@ApplicationScoped
@AppPath("/components/sidebar")
public class SidebarSample extends Sample {

    @Override
    protected String about() {
        return "A panel at the side of the window that slides in and out.";
    }

    @Override
    protected Block live() {
        return new Column(
                new Sidebar(new Markdown("### Settings"), new Textbox("Your name")).open(false),
                new Markdown("The arrow at the left edge of the window opens the panel."));
    }
}
