package io.gradio4j.spi;

import io.gradio4j.Theme;

/**
 * Brings a theme that apps can ask for by its name. A jar with a provider names it in
 * {@code META-INF/services/io.gradio4j.spi.ThemeProvider}; the class is public and has a public constructor without parameters.
 *
 * {@snippet :
 * public final class Corporate implements ThemeProvider {
 *     @Override public Theme theme() {
 *         return Theme.named("corporate").primaryHue(Hue.TEAL).font(Font.google("Inter"));
 *     }
 * }
 * }
 */
public interface ThemeProvider {

    /**
     * The theme. Upper and lower case make no difference in its name.
     *
     * @return the theme, the same at every call
     */
    Theme theme();
}
