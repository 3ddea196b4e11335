/** Compares the project's API with Gradio's. */
@NullMarked
package io.gradio4j.war.parity;

import org.jspecify.annotations.NullMarked;
