/** Samples to choose from. */
@NullMarked
package io.gradio4j.components.dataset;

import org.jspecify.annotations.NullMarked;
