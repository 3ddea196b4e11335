package io.gradio4j.impl.event;

import io.gradio4j.Request;
import io.gradio4j.impl.auth.Caller;
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
 * @param caller who sent it
 * @param root the address of the app as the client knows it, without a trailing slash; URLs of files begin with it
 */
public record Input(JsonArray data, JsonValue eventData, OptionalInt trigger, Request request, Caller caller, String root) {

    /** What somebody sent who is not known, no role, nobody signed in, and who needs no addresses. */
    public Input(JsonArray data, JsonValue eventData, OptionalInt trigger, Request request) {
        this(data, eventData, trigger, request, Caller.NOBODY, "");
    }

    /** The same with other values. */
    Input with(JsonArray data, JsonValue eventData) {
        return new Input(data, eventData, trigger, request, caller, root);
    }
}
