package io.gradio4j.impl.event;

import io.gradio4j.Request;
import jakarta.json.JsonValue;

/**
 * A call of a function that a component declares.
 *
 * @param block the component's number
 * @param function the function's name
 * @param data what it gets
 * @param request the request that carried it
 * @param root the address of the app as the client knows it, without a trailing slash
 */
public record ServerCall(int block, String function, JsonValue data, Request request, String root) {
}
