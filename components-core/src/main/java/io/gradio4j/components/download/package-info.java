/** The button that downloads. */
@NullMarked
package io.gradio4j.components.download;

import org.jspecify.annotations.NullMarked;
