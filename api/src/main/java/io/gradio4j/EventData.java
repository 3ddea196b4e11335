package io.gradio4j;

import jakarta.json.JsonValue;

/**
 * What any event carries: an argument of a handler, see {@link Gradio#eventData(Class)}.
 *
 * @param target the block that fired
 * @param data what the browser sent with the event; {@link JsonValue#NULL} for nothing
 */
public record EventData(Block target, JsonValue data) {
}
