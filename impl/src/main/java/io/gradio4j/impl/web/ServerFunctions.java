package io.gradio4j.impl.web;

import io.gradio4j.impl.event.AppRuntime;
import io.gradio4j.impl.event.ServerCall;
import io.gradio4j.impl.session.Session;
import io.gradio4j.impl.web.Events.Sessions;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;

/** {@code POST component_server}: calls a function that a component declares, past the queue. */
final class ServerFunctions {

    private final AppRuntime runtime;
    private final Root root;

    ServerFunctions(AppRuntime runtime, Root root) {
        this.runtime = runtime;
        this.root = root;
    }

    /** The body names the component and the function; without a session the component is taken as it was defined. */
    void call(Exchange exchange) {
        if (!(json(exchange) instanceof JsonObject body && body.get("component_id") instanceof JsonNumber id
                && id.isIntegral() && body.get("fn_name") instanceof JsonString name && body.get("data") instanceof JsonValue data)) {
            throw notUnderstood();
        }
        if (id.bigIntegerValueExact().bitLength() >= Integer.SIZE) {
            throw new HttpException(404, "Component not found.");
        }
        var hash = body.get("session_hash") instanceof JsonString text ? text.getString() : "";
        var session = hash.isEmpty() ? new Session("") : Sessions.own(runtime.sessions().open(Sessions.checked(hash)), exchange.caller());
        var call = new ServerCall(id.intValue(), name.getString(), data, exchange.view(hash), root.url(exchange.request()));
        EventStreams.onVirtualThread(exchange, () -> exchange.text(200, "application/json", runtime.reception().call(session, call).json()));
    }

    private JsonValue json(Exchange exchange) {
        try {
            return exchange.json(runtime.settings().maxBody());
        } catch (HttpException e) {
            throw e.status() == 422 ? notUnderstood() : e;
        }
    }

    private static HttpException notUnderstood() {
        return new HttpException(400, "Invalid JSON body.");
    }
}
