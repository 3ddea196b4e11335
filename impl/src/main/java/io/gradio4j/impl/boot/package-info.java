/** Starting and stopping the apps of a web application. */
@NullMarked
package io.gradio4j.impl.boot;

import org.jspecify.annotations.NullMarked;
