/** Conversations that a person writes. */
@NullMarked
package io.gradio4j.components.dialogue;

import org.jspecify.annotations.NullMarked;
