/** The apps of the ready-made WAR: the gallery of all components and a few small ones. */
@NullMarked
package io.gradio4j.gallery;

import org.jspecify.annotations.NullMarked;
