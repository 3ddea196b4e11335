/** The components that every app can use; each one has a package of its own, with its browser half in the same folder. */
@NullMarked
package io.gradio4j.components;

import org.jspecify.annotations.NullMarked;
