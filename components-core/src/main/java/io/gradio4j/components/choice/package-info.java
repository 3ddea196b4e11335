/** What components with choices share: names, values, and what stands for a value on the wire. */
@NullMarked
package io.gradio4j.components.choice;

import org.jspecify.annotations.NullMarked;
