/** Links to what a page shows. */
@NullMarked
package io.gradio4j.impl.link;

import org.jspecify.annotations.NullMarked;
