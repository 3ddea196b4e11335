/** The embedded server behind {@code launch()} and {@code java -jar gradio4j.war}. */
@NullMarked
package io.gradio4j.launcher;

import org.jspecify.annotations.NullMarked;
