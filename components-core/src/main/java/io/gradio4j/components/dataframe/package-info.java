/** Tables that people read and edit, and the table as a value. */
@NullMarked
package io.gradio4j.components.dataframe;

import org.jspecify.annotations.NullMarked;
