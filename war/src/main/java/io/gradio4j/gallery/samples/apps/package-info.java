/** Whole apps in one call: pages of the gallery, one class for each. */
@NullMarked
package io.gradio4j.gallery.samples.apps;

import org.jspecify.annotations.NullMarked;
