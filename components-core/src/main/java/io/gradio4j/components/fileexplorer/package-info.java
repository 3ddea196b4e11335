/** Files of the server to choose from. */
@NullMarked
package io.gradio4j.components.fileexplorer;

import org.jspecify.annotations.NullMarked;
