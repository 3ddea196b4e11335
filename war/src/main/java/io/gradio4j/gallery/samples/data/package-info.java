/** Tables and plots: pages of the gallery, one class for each. */
@NullMarked
package io.gradio4j.gallery.samples.data;

import org.jspecify.annotations.NullMarked;
