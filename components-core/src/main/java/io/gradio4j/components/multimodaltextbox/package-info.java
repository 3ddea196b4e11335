/** A field for text and files. */
@NullMarked
package io.gradio4j.components.multimodaltextbox;

import org.jspecify.annotations.NullMarked;
