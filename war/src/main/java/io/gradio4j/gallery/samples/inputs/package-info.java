/** Components that a person gives something with: pages of the gallery, one class for each. */
@NullMarked
package io.gradio4j.gallery.samples.inputs;

import org.jspecify.annotations.NullMarked;
