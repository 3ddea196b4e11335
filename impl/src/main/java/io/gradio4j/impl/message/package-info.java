/** What the server tells a page or client about its events, and the one place that writes it. */
@NullMarked
package io.gradio4j.impl.message;

import org.jspecify.annotations.NullMarked;
