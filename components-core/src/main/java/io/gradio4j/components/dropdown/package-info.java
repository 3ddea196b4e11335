/** One or several choices of many. */
@NullMarked
package io.gradio4j.components.dropdown;

import org.jspecify.annotations.NullMarked;
