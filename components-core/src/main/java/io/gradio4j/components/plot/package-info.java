/** Figures of plotting libraries. */
@NullMarked
package io.gradio4j.components.plot;

import org.jspecify.annotations.NullMarked;
