/** Text fields. */
@NullMarked
package io.gradio4j.components.textbox;

import org.jspecify.annotations.NullMarked;
