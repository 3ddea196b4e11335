/** One choice of a few. */
@NullMarked
package io.gradio4j.components.radio;

import org.jspecify.annotations.NullMarked;
