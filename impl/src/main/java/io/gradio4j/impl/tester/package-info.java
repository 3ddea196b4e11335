/** Using an app without a browser and a server. */
@NullMarked
package io.gradio4j.impl.tester;

import org.jspecify.annotations.NullMarked;
