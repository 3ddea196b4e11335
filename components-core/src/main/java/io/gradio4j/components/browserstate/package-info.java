/** A value that the browser keeps. */
@NullMarked
package io.gradio4j.components.browserstate;

import org.jspecify.annotations.NullMarked;
