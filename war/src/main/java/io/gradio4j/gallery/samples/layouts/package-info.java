/** Blocks that arrange others: pages of the gallery, one class for each. */
@NullMarked
package io.gradio4j.gallery.samples.layouts;

import org.jspecify.annotations.NullMarked;
