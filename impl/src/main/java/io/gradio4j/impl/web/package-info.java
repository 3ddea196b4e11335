/** The HTTP routes and the WebSocket of an app. */
@NullMarked
package io.gradio4j.impl.web;

import org.jspecify.annotations.NullMarked;
