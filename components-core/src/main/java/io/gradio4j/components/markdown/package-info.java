/** Formatted text. */
@NullMarked
package io.gradio4j.components.markdown;

import org.jspecify.annotations.NullMarked;
