/** Numbers in a range. */
@NullMarked
package io.gradio4j.components.slider;

import org.jspecify.annotations.NullMarked;
