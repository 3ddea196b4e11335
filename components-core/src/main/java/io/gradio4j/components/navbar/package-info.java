/** The bar with the pages of an app. */
@NullMarked
package io.gradio4j.components.navbar;

import org.jspecify.annotations.NullMarked;
