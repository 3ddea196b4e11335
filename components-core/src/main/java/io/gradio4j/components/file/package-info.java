/** Files in and out. */
@NullMarked
package io.gradio4j.components.file;

import org.jspecify.annotations.NullMarked;
