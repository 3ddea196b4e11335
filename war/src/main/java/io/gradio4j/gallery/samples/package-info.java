/** The pages of the gallery, one class for each component. Each class is shown on its own page. */
@NullMarked
package io.gradio4j.gallery.samples;

import org.jspecify.annotations.NullMarked;
