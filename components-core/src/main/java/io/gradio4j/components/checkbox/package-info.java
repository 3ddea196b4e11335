/** A yes or no. */
@NullMarked
package io.gradio4j.components.checkbox;

import org.jspecify.annotations.NullMarked;
