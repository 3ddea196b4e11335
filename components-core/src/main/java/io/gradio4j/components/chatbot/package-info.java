/** Conversations. */
@NullMarked
package io.gradio4j.components.chatbot;

import org.jspecify.annotations.NullMarked;
