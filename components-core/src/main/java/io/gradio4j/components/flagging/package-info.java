/** Keeping what a person found worth a note: a function's inputs and outputs, with what is thought of them. */
@NullMarked
package io.gradio4j.components.flagging;

import org.jspecify.annotations.NullMarked;
