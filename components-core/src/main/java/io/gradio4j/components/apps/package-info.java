/** Apps that need no layout code. */
@NullMarked
package io.gradio4j.components.apps;

import org.jspecify.annotations.NullMarked;
