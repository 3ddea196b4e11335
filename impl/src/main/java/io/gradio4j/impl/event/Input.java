package io.gradio4j.impl.event;

import io.gradio4j.Request;
import jakarta.json.JsonArray;
import jakarta.json.JsonValue;
import java.util.OptionalInt;

/**
 * What a client sends to start an event.
 *
 * @param data one value for each input component
 * @param eventData what the triggering event carries
 * @param trigger the number of the block that fired
 * @param request the request that carried it
 */
public record Input(JsonArray data, JsonValue eventData, OptionalInt trigger, Request request) {
}
