/** Code that people read and edit. */
@NullMarked
package io.gradio4j.components.code;

import org.jspecify.annotations.NullMarked;
