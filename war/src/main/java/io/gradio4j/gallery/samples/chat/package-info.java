/** Conversations: pages of the gallery, one class for each. */
@NullMarked
package io.gradio4j.gallery.samples.chat;

import org.jspecify.annotations.NullMarked;
