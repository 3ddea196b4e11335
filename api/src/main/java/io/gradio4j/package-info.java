/**
 * What an app's author writes against: a tree of {@link io.gradio4j.Block blocks}, typed listeners, state, messages, themes and
 * the ways to start and test an app.
 *
 * <p>Nothing here takes or returns {@code null} unless it is marked {@link org.jspecify.annotations.Nullable}.
 */
@NullMarked
package io.gradio4j;

import org.jspecify.annotations.NullMarked;
