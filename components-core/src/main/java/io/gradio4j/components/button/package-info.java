/** Buttons. */
@NullMarked
package io.gradio4j.components.button;

import org.jspecify.annotations.NullMarked;
