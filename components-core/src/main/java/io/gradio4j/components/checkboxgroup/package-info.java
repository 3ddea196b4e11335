/** Any number of choices. */
@NullMarked
package io.gradio4j.components.checkboxgroup;

import org.jspecify.annotations.NullMarked;
