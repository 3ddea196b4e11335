/** Results of a classification. */
@NullMarked
package io.gradio4j.components.label;

import org.jspecify.annotations.NullMarked;
