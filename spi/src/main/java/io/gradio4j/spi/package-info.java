/** What plugins and integrations implement. Found by {@link java.util.ServiceLoader}, in {@code WEB-INF/lib} and in the plugin folder. */
@NullMarked
package io.gradio4j.spi;

import org.jspecify.annotations.NullMarked;
