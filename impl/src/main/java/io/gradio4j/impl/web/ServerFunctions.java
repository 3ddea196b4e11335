package io.gradio4j.impl.web;

import io.gradio4j.Block;
import io.gradio4j.BlockAccess;
import io.gradio4j.GradioException;
import io.gradio4j.ServerFunction;
import io.gradio4j.ValidationException;
import io.gradio4j.impl.event.AppRuntime;
import io.gradio4j.impl.json.JsonText;
import io.gradio4j.impl.web.Events.Sessions;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.lang.System.Logger;
import java.util.Optional;

/** {@code POST component_server}: calls a function that a component declares, past the queue. */
final class ServerFunctions {

    private static final Logger LOG = System.getLogger(ServerFunctions.class.getName());

    private final AppRuntime runtime;
    private final Root root;

    ServerFunctions(AppRuntime runtime, Root root) {
        this.runtime = runtime;
        this.root = root;
    }

    /** The body names the component and the function; without a session the component is taken as it was defined. */
    void call(Exchange exchange) {
        if (!(exchange.json(runtime.settings().maxBody()) instanceof JsonObject body && body.get("component_id") instanceof JsonNumber id
                && id.isIntegral() && body.get("fn_name") instanceof JsonString name && body.get("data") instanceof JsonValue data)) {
            throw new HttpException(400, "Invalid JSON body.");
        }
        var hash = body.get("session_hash") instanceof JsonString text ? text.getString() : "";
        var block = block(exchange, id, hash).orElseThrow(() -> new HttpException(404, "Component not found."));
        var function = BlockAccess.serverFunctions(block).get(name.getString());
        if (function == null) {
            throw new HttpException(404, "Function not found.");
        }
        var conversion = runtime.app().files().conversion(root.url(exchange.request()));
        var call = new ServerFunction.Call(data, conversion, exchange.view(hash));
        var what = name.getString() + " of " + block.describe();
        EventStreams.onVirtualThread(exchange, () -> exchange.text(200, "application/json", JsonText.of(result(what, function, call))));
    }

    private Optional<Block> block(Exchange exchange, JsonNumber id, String hash) {
        if (id.bigIntegerValueExact().bitLength() >= 32) {
            return Optional.empty();
        }
        var number = id.intValue();
        var defined = Optional.<Block>ofNullable(runtime.app().blocks().get(number));
        if (hash.isEmpty() || defined.isEmpty() && runtime.app().renders().isEmpty()) {
            return defined;
        }
        var session = Sessions.own(runtime.sessions().open(Sessions.checked(hash)), exchange.caller());
        return defined.or(() -> session.parts().block(number)).map(block -> session.block(number, block));
    }

    private JsonValue result(String what, ServerFunction function, ServerFunction.Call call) {
        try {
            return call.conversion().toJson(function.apply(call));
        } catch (ValidationException e) {
            throw new HttpException(400, String.valueOf(e.getMessage()));
        } catch (GradioException e) {
            throw new HttpException(500, e.getMessage());
        } catch (Exception e) {
            LOG.log(Logger.Level.ERROR, "The server function " + what + " failed", e);
            var text = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
            throw new HttpException(500, runtime.app().showError() ? text : "The server function failed.");
        }
    }
}
