/** Apps that stand for others: one of another server, and what an OpenAPI document describes. */
@NullMarked
package io.gradio4j.components.remote;

import org.jspecify.annotations.NullMarked;
