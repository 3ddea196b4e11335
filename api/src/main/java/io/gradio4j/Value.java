package io.gradio4j;

import org.jspecify.annotations.Nullable;

/**
 * Something a handler can take as an argument: a {@link Component}, or what the runtime {@link Injected injects}.
 *
 * @param <T> the Java type of the argument
 */
public sealed interface Value<T extends @Nullable Object> permits Component, Injected {
}
