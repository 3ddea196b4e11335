/**
 * Calls apps that speak Gradio's protocol, ours and Gradio's own: {@link io.gradio4j.client.Client} connects, describes the endpoints
 * and calls them, {@link io.gradio4j.client.Job} follows a running call.
 *
 * <p>It needs nothing but an implementation of JSON-P, and one of JSON-B for values that are neither text, number, truth value, list nor
 * map: a Jakarta EE server has both, other programs add {@code org.eclipse.parsson:parsson} and {@code org.eclipse:yasson}.
 */
@NullMarked
package io.gradio4j.client;

import org.jspecify.annotations.NullMarked;
