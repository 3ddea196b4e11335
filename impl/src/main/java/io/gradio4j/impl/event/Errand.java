package io.gradio4j.impl.event;

import io.gradio4j.Request;
import io.gradio4j.impl.auth.Caller;
import jakarta.json.JsonArray;
import jakarta.json.JsonValue;
import java.util.Optional;
import java.util.OptionalInt;

/** What one node has another one do for a page, which it has drawn. Its parts are such that they can be written. */
sealed interface Errand {

    /** The page's session. */
    String session();

    /**
     * Accept an event.
     *
     * @param simple whether the client wants whole values
     * @param clientId what the page calls the event, and is told before all else of it; empty for a client that is told otherwise
     */
    record Join(String session, Wanted wanted, Sent sent, String eventId, boolean simple, Optional<String> clientId) implements Errand {
    }

    /** Call a listener past the queue. */
    record Run(String session, Wanted wanted, Sent sent) implements Errand {
    }

    /** Call a function of a component. */
    record Function(String session, ServerCall call) implements Errand {
    }

    /** An {@link Input}. */
    record Sent(JsonArray data, JsonValue eventData, Optional<Integer> trigger, Request request, Caller caller, String root) {

        static Sent of(Input input) {
            return new Sent(input.data(), input.eventData(), input.trigger().stream().boxed().findFirst(), input.request(), input.caller(), input.root());
        }

        Input input() {
            return new Input(data, eventData, trigger.map(OptionalInt::of).orElse(OptionalInt.empty()), request, caller, root);
        }
    }
}
