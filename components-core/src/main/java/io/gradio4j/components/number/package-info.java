/** Numbers, and what all components of numbers share. */
@NullMarked
package io.gradio4j.components.number;

import org.jspecify.annotations.NullMarked;
