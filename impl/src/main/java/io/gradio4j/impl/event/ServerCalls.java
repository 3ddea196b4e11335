package io.gradio4j.impl.event;

import io.gradio4j.Block;
import io.gradio4j.BlockAccess;
import io.gradio4j.GradioException;
import io.gradio4j.ServerFunction;
import io.gradio4j.ValidationException;
import io.gradio4j.impl.app.App;
import io.gradio4j.impl.json.JsonText;
import io.gradio4j.impl.session.Session;
import java.lang.System.Logger;
import java.util.Optional;

/** Calls the functions that components declare. */
final class ServerCalls {

    private static final Logger LOG = System.getLogger(ServerCalls.class.getName());

    private final App app;

    ServerCalls(App app) {
        this.app = app;
    }

    /**
     * Calls one on this thread.
     *
     * @param session whose page has the component
     * @throws RefusedException if there is none, or it fails
     */
    Answer call(Session session, ServerCall call) {
        var block = Optional.<Block>ofNullable(app.blocks().get(call.block())).or(() -> session.parts().block(call.block()))
                .map(defined -> session.block(call.block(), defined))
                .orElseThrow(() -> new RefusedException(404, "Component not found."));
        var function = BlockAccess.serverFunctions(block).get(call.function());
        if (function == null) {
            throw new RefusedException(404, "Function not found.");
        }
        var conversion = app.files().conversion(call.root());
        try {
            var value = function.apply(new ServerFunction.Call(call.data(), conversion, call.request()));
            return new Answer(200, JsonText.of(conversion.toJson(value)));
        } catch (ValidationException e) {
            throw new RefusedException(400, String.valueOf(e.getMessage()));
        } catch (GradioException e) {
            throw new RefusedException(500, e.getMessage());
        } catch (Exception e) {
            LOG.log(Logger.Level.ERROR, "The server function " + call.function() + " of " + block.describe() + " failed", e);
            var text = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
            throw new RefusedException(500, app.showError() ? text : "The server function failed.");
        }
    }
}
