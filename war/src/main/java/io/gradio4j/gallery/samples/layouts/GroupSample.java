package io.gradio4j.gallery.samples.layouts;

import io.gradio4j.AppPath;
import io.gradio4j.Block;
import io.gradio4j.Group;
import io.gradio4j.components.textbox.Textbox;
import io.gradio4j.gallery.Sample;
import jakarta.enterprise.context.ApplicationScoped;

/** Fields that belong together. */
@ApplicationScoped
@AppPath("/components/group")
public class GroupSample extends Sample {

    @Override
    protected String about() {
        return "Blocks in one frame, without gaps.";
    }

    @Override
    protected Block live() {
        return new Group(new Textbox("Street"), new Textbox("Town"));
    }
}
