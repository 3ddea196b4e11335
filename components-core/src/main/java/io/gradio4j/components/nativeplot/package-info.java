/** Charts of tables: bars, lines and points. */
@NullMarked
package io.gradio4j.components.nativeplot;

import org.jspecify.annotations.NullMarked;
