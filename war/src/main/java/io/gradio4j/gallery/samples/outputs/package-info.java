/** Components that show something: pages of the gallery, one class for each. */
@NullMarked
package io.gradio4j.gallery.samples.outputs;

import org.jspecify.annotations.NullMarked;
