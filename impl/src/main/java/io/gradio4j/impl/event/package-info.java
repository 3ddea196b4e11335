/** The way of an event: queue, call, results. */
@NullMarked
package io.gradio4j.impl.event;

import org.jspecify.annotations.NullMarked;
