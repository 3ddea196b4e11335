/** The button that uploads, and the place in the page where all components take files. */
@NullMarked
package io.gradio4j.components.upload;

import org.jspecify.annotations.NullMarked;
