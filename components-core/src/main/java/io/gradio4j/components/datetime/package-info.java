/** A date, or a date and a time. */
@NullMarked
package io.gradio4j.components.datetime;

import org.jspecify.annotations.NullMarked;
