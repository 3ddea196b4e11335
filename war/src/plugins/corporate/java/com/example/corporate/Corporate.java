package com.example.corporate;

import io.gradio4j.Font;
import io.gradio4j.Hue;
import io.gradio4j.Theme;
import io.gradio4j.spi.ThemeProvider;

/** The theme of this jar. */
public final class Corporate implements ThemeProvider {

    /** For the service loader. */
    public Corporate() {
    }

    @Override
    public Theme theme() {
        return Theme.named("corporate").primaryHue(Hue.TEAL).font(Font.google("Inter"))
                .set("button_primary_background_fill", "*primary_600").set("block_shadow_dark", "none");
    }
}
