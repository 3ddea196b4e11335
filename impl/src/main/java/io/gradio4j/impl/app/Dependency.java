package io.gradio4j.impl.app;

import io.gradio4j.ApiVisibility;
import io.gradio4j.Block;
import io.gradio4j.Component;
import io.gradio4j.Handler;
import io.gradio4j.HasMediaStream;
import io.gradio4j.Injected;
import io.gradio4j.ListenerDefinition;
import io.gradio4j.ShowProgress;
import io.gradio4j.TriggerMode;
import io.gradio4j.Value;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A listener as part of an app: what clients call by its number or name. Immutable.
 *
 * @param id the number: {@code fn_index} on the wire
 * @param definition what the author said
 * @param targets what fires it in the page
 * @param arguments the handler's arguments in order: components and what is injected
 * @param inputs the components whose values clients send, in order
 * @param outputs what it changes, in order
 * @param handler the function on the server
 * @param js the function in the browser
 * @param queue whether events wait in the queue
 * @param apiName the endpoint's name, unique in the app
 * @param visibility who may call it
 * @param showProgress how a running event shows
 * @param triggerMode what a trigger does while one is running
 * @param cancels the numbers of those it cancels
 * @param cancelling whether it only cancels
 * @param after the number of the one it follows
 * @param lane the group that shares one limit
 * @param limit how many events of it run at once; empty for any number
 * @param renderId the number of the layout whose content it draws; empty for most
 * @param origin what has drawn it; empty for one that is the same on all pages
 */
public record Dependency(int id, ListenerDefinition definition, List<Target> targets, List<Value<?>> arguments, List<Slot> inputs,
        List<Slot> outputs, Optional<Handler> handler, Optional<String> js, boolean queue, String apiName, ApiVisibility visibility,
        ShowProgress showProgress, TriggerMode triggerMode, List<Integer> cancels, boolean cancelling, OptionalInt after, String lane,
        OptionalInt limit, OptionalInt renderId, Optional<Origin> origin) {

    /**
     * Where a listener comes from that only one page has.
     *
     * @param renderedIn the number of the layout that holds the part to which it belongs
     * @param countedAs the name of the app's own listener that began it
     * @param timedAs the number under which the times of all that began there are kept
     * @param serial tells one drawing from all others of the app
     */
    public record Origin(int renderedIn, String countedAs, int timedAs, long serial) {
    }

    /**
     * What fires it.
     *
     * @param block the block's number; empty for one that no block fires
     * @param event the event's name
     */
    public record Target(OptionalInt block, String event) {
    }

    /**
     * A block at its place among the inputs or outputs.
     *
     * @param id the block's number
     * @param block the block as it was defined
     */
    public record Slot(int id, Block block) {

        /** The block as a component; outputs may also be layouts. */
        public Optional<Component<?, ?>> component() {
            return block instanceof Component<?, ?> c ? Optional.of(c) : Optional.empty();
        }
    }

    /** The name under which its events are counted: there are no more of them than the app's own listeners. */
    public String countedAs() {
        return origin.map(Origin::countedAs).orElse(apiName);
    }

    /** The number under which its times are kept; likewise. */
    public int timedAs() {
        return origin.map(Origin::timedAs).orElse(renderId.isPresent() ? -1 - id : id);
    }

    /** Whether the handler looks at the request that started the event. */
    public boolean seesRequest() {
        return arguments.stream().anyMatch(a -> a instanceof Injected.OfRequest || a instanceof Injected.OfHeader);
    }

    /** Whether pieces of a stream belong to one event. */
    public boolean streams() {
        return targets.stream().anyMatch(t -> t.event().equals("stream"));
    }

    /** How many events run together; empty when each runs alone. */
    public OptionalInt batchSize() {
        return handler.isPresent() && handler.get() instanceof Handler.Batching batching ? OptionalInt.of(batching.maxSize()) : OptionalInt.empty();
    }

    /** Whether it gives several results. */
    public boolean generates() {
        return handler.isPresent() && (handler.get() instanceof Handler.Streaming || handler.get() instanceof Handler.Emitting);
    }

    /** Whether some output may play what it gives while more of it comes. */
    public boolean playsMedia() {
        return generates() && outputs.stream().anyMatch(output -> output.block() instanceof HasMediaStream<?>);
    }

    /** The same with another limit. */
    Dependency withLimit(OptionalInt limit) {
        return new Dependency(id, definition, targets, arguments, inputs, outputs, handler, js, queue, apiName, visibility, showProgress, triggerMode,
                cancels, cancelling, after, lane, limit, renderId, origin);
    }
}
