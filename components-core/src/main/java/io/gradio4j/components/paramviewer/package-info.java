/** Parameters of a function, to be read about. */
@NullMarked
package io.gradio4j.components.paramviewer;

import org.jspecify.annotations.NullMarked;
