package io.gradio4j;

import jakarta.json.JsonValue;
import org.jspecify.annotations.Nullable;

/**
 * A function of a component that its browser half calls by name, as in {@code this.server("ls", folder)}: past the queue, and without an
 * event. Only what a component declares in {@link Block#serverFunctions()} can be called, by whoever may use the app; what a browser sends
 * is to be checked like any input. Called on any thread.
 */
@FunctionalInterface
public interface ServerFunction {

    /**
     * Calls it.
     *
     * @param call what the browser sent
     * @return anything that JSON-B can write
     * @throws ValidationException if the argument is none of this function's
     * @throws GradioException with a message for the person
     * @throws Exception anything else; its message stays on the server unless the app shows its errors
     */
    @Nullable Object apply(Call call) throws Exception;

    /**
     * What a function is called with.
     *
     * @param argument the one argument of the call, or an array of several; an empty array for none
     * @param conversion helps with JSON and files
     * @param request the request that carries the call
     */
    record Call(JsonValue argument, Conversion conversion, Request request) {
    }
}
