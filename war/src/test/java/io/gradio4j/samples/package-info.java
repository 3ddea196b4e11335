/** The documentation's examples as they stand there, compiled and played. */
@NullMarked
package io.gradio4j.samples;

import org.jspecify.annotations.NullMarked;
