package io.gradio4j.themes;

import io.gradio4j.Theme;
import io.gradio4j.spi.ThemeProvider;

/** The plain theme every other one starts from: blue on zinc, hardly any decoration. */
public final class Base implements ThemeProvider {

    @Override
    public Theme theme() {
        return Theme.named("base");
    }
}
