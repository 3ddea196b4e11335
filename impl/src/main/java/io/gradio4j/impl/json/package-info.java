/** Reading and writing JSON: limits on what comes in, one text for what goes out. */
@NullMarked
package io.gradio4j.impl.json;

import org.jspecify.annotations.NullMarked;
