/** Regular events. */
@NullMarked
package io.gradio4j.components.timer;

import org.jspecify.annotations.NullMarked;
