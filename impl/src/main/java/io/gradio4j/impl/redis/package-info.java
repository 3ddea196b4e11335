/** A cluster on Redis: where sessions are kept, and how nodes find and tell each other. Loaded only where Redis is configured. */
@NullMarked
package io.gradio4j.impl.redis;

import org.jspecify.annotations.NullMarked;
