/** The built-in themes, found by name through {@link io.gradio4j.spi.ThemeProvider}. */
@NullMarked
package io.gradio4j.themes;

import org.jspecify.annotations.NullMarked;
