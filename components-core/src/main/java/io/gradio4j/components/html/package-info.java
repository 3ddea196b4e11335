/** HTML of the app's own, and components made of it. */
@NullMarked
package io.gradio4j.components.html;

import org.jspecify.annotations.NullMarked;
