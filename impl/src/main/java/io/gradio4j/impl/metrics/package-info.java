/** What is counted and timed while apps run, and how it is shown. */
@NullMarked
package io.gradio4j.impl.metrics;

import org.jspecify.annotations.NullMarked;
