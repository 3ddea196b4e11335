package io.gradio4j;

/**
 * A listener: the handle that {@link Call#run} and its like return. It can be followed by others and be cancelled by others.
 *
 * {@snippet :
 * Listener search = query.onSubmit().inputs(query).outputs(results).run(index::search);
 * search.then().outputs(status).run(() -> "done");
 * stop.onClick().cancels(search);
 * }
 */
public sealed class Listener permits Options {

    final ListenerDefinition definition;

    Listener(ListenerDefinition definition) {
        this.definition = definition;
    }

    /** A listener that runs whenever this one has ended, in success or failure. */
    public Event then() {
        return follow(ListenerDefinition.Condition.ALWAYS);
    }

    /** A listener that runs when this one succeeded. */
    public Event onSuccess() {
        return follow(ListenerDefinition.Condition.SUCCESS);
    }

    /** A listener that runs when this one failed. */
    public Event onFailure() {
        return follow(ListenerDefinition.Condition.FAILURE);
    }

    /** All that was said of it; for runtimes. */
    public ListenerDefinition definition() {
        return definition;
    }

    private Event follow(ListenerDefinition.Condition condition) {
        definition.attach();
        var next = new ListenerDefinition();
        next.after = definition;
        next.condition = condition;
        return new Event(next);
    }
}
