/** JSON to look at. */
@NullMarked
package io.gradio4j.components.json;

import org.jspecify.annotations.NullMarked;
