/** From a definition to an immutable app: identifiers, config, endpoints, plugins, theme. */
@NullMarked
package io.gradio4j.impl.app;

import org.jspecify.annotations.NullMarked;
