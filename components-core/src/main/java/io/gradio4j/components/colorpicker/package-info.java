/** A colour. */
@NullMarked
package io.gradio4j.components.colorpicker;

import org.jspecify.annotations.NullMarked;
