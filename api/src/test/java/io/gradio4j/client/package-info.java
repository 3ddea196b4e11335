/** The client against a server that says what the test wants, also what no server should. */
@NullMarked
package io.gradio4j.client;

import org.jspecify.annotations.NullMarked;
