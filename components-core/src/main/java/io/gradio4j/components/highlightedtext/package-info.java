/** A text whose parts are marked. */
@NullMarked
package io.gradio4j.components.highlightedtext;

import org.jspecify.annotations.NullMarked;
