package com.example.moduleless;

import io.gradio4j.AppPath;
import io.gradio4j.Blocks;
import io.gradio4j.GradioApp;
import io.gradio4j.components.textbox.Textbox;

/** A lamp that can't be shown, and a text that can. */
@AppPath("/lamp")
public final class LampApp implements GradioApp {

    /** For the service loader. */
    public LampApp() {
    }

    @Override
    public Blocks build() {
        return Blocks.of(new Lamp("Lamp"), new Textbox("Text")).title("Lamp");
    }
}
