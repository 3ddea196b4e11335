package io.gradio4j;

import io.gradio4j.Functions.Fn0;
import io.gradio4j.Functions.Fn1;
import io.gradio4j.Functions.Fn2;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A part of the page that depends on data: a function makes its blocks, and makes them anew whenever its inputs change. It stands in the
 * tree like a layout; its blocks come one below the other, within a {@link Row} side by side.
 *
 * {@snippet :
 * new Render<>(text, value -> value.isBlank()
 *         ? new Markdown("Nothing yet")
 *         : new Column(value.chars().mapToObj(c -> new Textbox().key(c).value("" + (char) c)).toList()))
 *     .triggers(text.onSubmit());
 * }
 *
 * <p>What the function makes belongs to one open page and lives until the function runs again. It may give its blocks listeners, use blocks
 * from outside as their inputs and outputs, listen to blocks from outside, and return further renders. A block with a {@code key} that was
 * there before stays the same: its place, what a person sees in it (see {@link Fluent#preservedByKey}), and the value of a {@link State}.
 * Without a key everything is new each time, and the callback {@link State#onDelete} of what is gone is called.
 *
 * <p>The function runs like a listener's, on a virtual thread and for each page by itself. It returns new blocks each time;
 * {@code Blocks.of()} is nothing at all, {@code Blocks.of(a, b)} several without a layout around them. Listeners that it makes cannot be
 * {@code cached} and have no function in the browser; roles that they need are to be named in {@link #roles}.
 *
 * @param <A> the first input's type
 */
public final class Render<A extends @Nullable Object> extends Block {

    final ListenerDefinition definition = new ListenerDefinition();

    /**
     * A part that is drawn when the page loads.
     *
     * @param function makes the blocks
     */
    public Render(Fn0<? extends Block> function) {
        this(List.of(), new Handler.Returning(arguments -> function.apply()));
    }

    /**
     * A part that depends on one input.
     *
     * @param input what it depends on: a component, or what the runtime injects, such as {@link Gradio#request()}
     * @param function makes the blocks
     */
    @SuppressWarnings("unchecked")
    public Render(Value<A> input, Fn1<A, ? extends Block> function) {
        this(List.of(input), new Handler.Returning(arguments -> function.apply((A) arguments[0])));
    }

    /**
     * A part that depends on two inputs.
     *
     * @param first what it depends on
     * @param second likewise
     * @param function makes the blocks
     * @param <B> the second input's type
     */
    @SuppressWarnings("unchecked")
    public <B extends @Nullable Object> Render(Value<A> first, Value<B> second, Fn2<A, B, ? extends Block> function) {
        this(List.of(first, second), new Handler.Returning(arguments -> function.apply((A) arguments[0], (B) arguments[1])));
    }

    /**
     * A part that depends on any number of inputs.
     *
     * @param inputs what it depends on
     * @param function makes the blocks
     */
    public Render(List<? extends Value<?>> inputs, Fn1<Values, ? extends Block> function) {
        this(inputs, new Handler.Returning(arguments -> function.apply(new Values(List.<Value<?>>copyOf(inputs), arguments))));
    }

    private Render(List<? extends Value<?>> inputs, Handler handler) {
        super("column");
        definition.detach();
        definition.rendering = true;
        definition.inputs.addAll(inputs);
        definition.outputs.add(this);
        definition.handler = handler;
        definition.onInputsAndLoad = true;
        definition.apiName = "apply";
        definition.apiVisibility = ApiVisibility.UNDOCUMENTED;
        definition.triggerMode = TriggerMode.ALWAYS_LAST;
        definition.concurrency = new ListenerDefinition.Concurrency.Unlimited();
    }

    @Override
    protected boolean skipApi() {
        return true;
    }

    /** The layout that holds what is drawn. */
    Layout<?> container(boolean inRow) {
        return inRow ? new Row().showProgress(true) : new Column().showProgress(true);
    }

    /**
     * What has the part drawn. Default: the page's load, and the {@code change} of each input.
     *
     * @param triggers events of components, such as {@code text.onSubmit()}, or of the page
     * @return this render
     */
    public Render<A> triggers(Event... triggers) {
        return with("triggers", () -> {
            definition.onInputsAndLoad = false;
            definition.targets.clear();
            List.of(triggers).forEach(trigger -> definition.targets.addAll(trigger.definition.targets));
        });
    }

    /**
     * Whether drawing waits in the queue. Without it, it begins at once, past all limits.
     *
     * @param queue default: true
     * @return this render
     */
    public Render<A> queue(boolean queue) {
        return with("queue", () -> definition.queue = queue);
    }

    /**
     * What a trigger does while the part is being drawn for the same page.
     *
     * @param mode default: {@link TriggerMode#ALWAYS_LAST}
     * @return this render
     */
    public Render<A> triggerMode(TriggerMode mode) {
        return with("triggerMode", () -> definition.triggerMode = mode);
    }

    /**
     * The roles that listeners made by the function may need (see {@link Options#rolesAllowed}), also those of renders within. A server asks a
     * container for the roles of its users before anything is drawn. Default: those that listeners outside of renders need.
     *
     * @param roles all that may occur
     * @return this render
     */
    public Render<A> roles(String... roles) {
        return with("roles", () -> definition.rolesWithin = Set.of(roles));
    }

    /**
     * How many pages' parts are drawn at once; the others wait.
     *
     * @param atMost 1 or more; default: any number
     * @return this render
     * @throws IllegalArgumentException if less than 1
     */
    public Render<A> concurrencyLimit(int atMost) {
        if (atMost < 1) {
            throw new IllegalArgumentException("concurrencyLimit must be 1 or more, not " + atMost);
        }
        return with("concurrencyLimit", () -> definition.concurrency = new ListenerDefinition.Concurrency.Limited(atMost));
    }

    /**
     * Puts this render in a group with all listeners of the same id: they share one queue and the lowest of their limits.
     *
     * @param id any text; default: a group of its own
     * @return this render
     */
    public Render<A> concurrencyId(String id) {
        return with("concurrencyId", () -> definition.concurrencyId = id);
    }

    /**
     * How long drawing may take. A function that takes longer is interrupted, and what was there stays.
     *
     * @param limit default: any time
     * @return this render
     * @throws IllegalArgumentException if it is not positive
     */
    public Render<A> timeLimit(Duration limit) {
        if (!limit.isPositive()) {
            throw new IllegalArgumentException("timeLimit must be positive, not " + limit);
        }
        return with("timeLimit", () -> definition.timeLimit = limit);
    }

    /**
     * How it shows that the part is being drawn.
     *
     * @param show default: {@link ShowProgress#HIDDEN} if the first trigger is a timer's tick, else {@link ShowProgress#FULL}
     * @return this render
     */
    public Render<A> showProgress(ShowProgress show) {
        return with("showProgress", () -> definition.showProgress = show);
    }

    private Render<A> with(String option, Runnable change) {
        requireOpen(option);
        change.run();
        return this;
    }
}
