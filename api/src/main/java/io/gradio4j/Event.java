package io.gradio4j;

import java.util.List;

/**
 * The start of a listener's chain: an event of a block, such as {@code greet.onClick()}. Then come inputs, outputs, options and the
 * function; the function's types follow from the inputs' and outputs'.
 *
 * {@snippet :
 * greet.onClick().inputs(name).outputs(greeting).apiName("greet").run(service::greet);
 * }
 *
 * <p>Nothing is registered before the chain is ended by a function, or by {@link #js} or {@link #cancels}.
 */
public final class Event extends Start<Listener, Event> {

    Event(ListenerDefinition definition) {
        super(definition, d -> {
            d.attach();
            return new Listener(d);
        });
    }

    /**
     * An event of a block; for components that have an event of their own.
     *
     * @param source the block; anything else is an error
     * @param name the event's wire name
     * @return the listener's chain
     * @throws IllegalArgumentException if the source is no block
     */
    public static Event of(Object source, String name) {
        if (!(source instanceof Block block)) {
            throw new IllegalArgumentException("Only a block has the event '" + name + "', not " + source.getClass().getName());
        }
        var definition = new ListenerDefinition();
        definition.targets.add(new ListenerDefinition.Target(block, name));
        return new Event(definition);
    }

    static Event endpoint(Block home, String name) {
        var definition = new ListenerDefinition();
        definition.home = home;
        definition.apiName = name;
        return new Event(definition);
    }

    static Event merge(List<Event> triggers) {
        var definition = new ListenerDefinition();
        triggers.forEach(t -> definition.targets.addAll(t.definition.targets));
        definition.merged = true;
        definition.onInputsAndLoad = triggers.isEmpty();
        return new Event(definition);
    }

    /**
     * Ends the chain with the inputs, outputs, function and options that were said elsewhere; for high-level apps, which decide the
     * triggers after the function is known.
     *
     * @param signature the definition a {@link Signature} ended with
     * @return the finished listener
     */
    public Listener adopt(ListenerDefinition signature) {
        definition.copy(signature);
        definition.attach();
        return this;
    }
}
