package io.gradio4j;

import io.gradio4j.Functions.Fn1;
import io.gradio4j.Functions.Fn2;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A block with a value: what a person edits or a handler shows.
 *
 * <p>A component converts between the wire and the handler's view in {@link #preprocess} and {@link #postprocess}, which may run on
 * any thread and must not keep state: the runtime calls them on a copy that carries the session's current properties.
 *
 * {@snippet :
 * public final class Rating extends Component<Integer, Rating> implements HasChange {
 *     public Rating(String label) {
 *         super("rating");
 *         label(label);
 *     }
 * }
 * }
 *
 * @param <T> the value a handler sees
 * @param <S> the component's own type
 */
public abstract non-sealed class Component<T extends @Nullable Object, S extends Component<T, S>> extends Fluent<S>
        implements Value<T> {

    private static final Defaults COMMON = Defaults.of("value", null, "label", null, "info", null, "show_label", true, "container",
            true, "scale", null, "min_width", 160, "interactive", null, "visible", true, "elem_id", null, "elem_classes",
            List.of(), "key", null, "preserved_by_key", List.of("value"));

    private @Nullable ValueSource source;
    private @Nullable HasTick clock;

    /**
     * Makes a component.
     *
     * @param type the front-end name
     */
    protected Component(String type) {
        super(type);
    }

    /**
     * What a client sent, as the handler sees it. The value is validated here against the component's own constraints.
     *
     * @param payload the value on the wire, {@link JsonValue#NULL} for none
     * @param conversion helps with JSON
     * @return the handler's argument
     * @throws ValidationException if the payload is no value of this component; the message names it
     */
    protected abstract T preprocess(JsonValue payload, Conversion conversion);

    /**
     * What a handler returned, as the browser gets it.
     *
     * @param value the handler's result; for the initial value of a component without one this is not called
     * @param conversion helps with JSON
     * @return the value on the wire
     */
    protected abstract JsonValue postprocess(T value, Conversion conversion);

    /**
     * A value in a table of examples, as the {@code static example} of the browser half gets it. Default: the same as {@link #postprocess}.
     *
     * @param value a sample value
     * @param conversion helps with JSON
     * @return the value on the wire
     */
    protected JsonValue example(T value, Conversion conversion) {
        return postprocess(value, conversion);
    }

    /** The value's JSON schema and an example, for the API documentation. */
    public abstract Schema schema();

    /** The schema of what clients send, where it differs from {@link #schema()}. */
    public Schema inputSchema() {
        return schema();
    }

    /** The schema of what clients get, where it differs from {@link #schema()}. */
    public Schema outputSchema() {
        return schema();
    }

    /** The value on the wire that means "nothing": what clearing sets. Default: null. */
    public JsonValue emptyPayload() {
        return JsonValue.NULL;
    }

    /**
     * The failure of a payload that is of the wrong kind.
     *
     * @param expected what the component takes, such as {@code a string}
     * @param payload what it got
     * @return to be thrown by {@link #preprocess}; the message names the component and what it got
     */
    protected final ValidationException expected(String expected, JsonValue payload) {
        var text = payload.toString();
        return new ValidationException(describe() + " takes " + expected + ", not "
                + (text.length() > 100 ? text.substring(0, 100) + "…" : text));
    }

    @Override
    protected Defaults defaults() {
        return COMMON;
    }

    /**
     * The initial value.
     *
     * @param value default: none, unless the component says otherwise
     * @return this component
     */
    public S value(T value) {
        if (value == null) {
            throw new IllegalArgumentException(describe() + ": the initial value is null; leave value(…) out for none");
        }
        return set("value", value);
    }

    /**
     * A value that is computed when the app starts and again each time the page loads. Default: none.
     *
     * @param source gives the value; called on any thread
     * @return this component
     */
    public S value(Supplier<? extends T> source) {
        return computed(List.of(), arguments -> source.get());
    }

    /**
     * A value that is computed from an input: when the page loads and on each {@code change} of the input.
     *
     * @param input what it depends on: a component, or what the runtime injects, such as {@link Gradio#request()}
     * @param function gives the value
     * @param <A> the input's type
     * @return this component
     */
    @SuppressWarnings("unchecked")
    public <A extends @Nullable Object> S value(Value<A> input, Fn1<A, ? extends T> function) {
        return computed(List.of(input), arguments -> function.apply((A) arguments[0]));
    }

    /**
     * A value that is computed from two inputs: when the page loads and on each {@code change} of one.
     *
     * @param first what it depends on
     * @param second likewise
     * @param function gives the value
     * @param <A> the first input's type
     * @param <B> the second input's type
     * @return this component
     */
    @SuppressWarnings("unchecked")
    public <A extends @Nullable Object, B extends @Nullable Object> S value(Value<A> first, Value<B> second,
            Fn2<A, B, ? extends T> function) {
        return computed(List.of(first, second), arguments -> function.apply((A) arguments[0], (B) arguments[1]));
    }

    /**
     * A value that is computed from any number of inputs: when the page loads and on each {@code change} of one.
     *
     * @param inputs what it depends on
     * @param function gives the value
     * @return this component
     */
    public S value(List<? extends Value<?>> inputs, Fn1<Values, ? extends T> function) {
        var all = List.<Value<?>>copyOf(inputs);
        return computed(all, arguments -> function.apply(new Values(all, arguments)));
    }

    private S computed(List<Value<?>> inputs, Handler.Function function) {
        requireOpen("value");
        source = new ValueSource(inputs, function);
        return self();
    }

    /**
     * Computes the value again at regular times too, while the page is in view. Needs a computed value.
     *
     * @param interval the time between two computations
     * @return this component
     * @throws IllegalArgumentException if it is not positive
     */
    public S every(Duration interval) {
        return every(new Interval(interval));
    }

    /**
     * Computes the value again at each tick of a timer too. Needs a computed value.
     *
     * @param timer what ticks
     * @return this component
     */
    public S every(HasTick timer) {
        requireOpen("every");
        clock = timer;
        return self();
    }

    /**
     * Where a computed value comes from.
     *
     * @param inputs what it depends on
     * @param function gives the value for the inputs' values
     */
    public record ValueSource(List<Value<?>> inputs, Handler.Function function) {
    }

    /** Where the value comes from, or {@code null} when it is fixed. */
    public final @Nullable ValueSource valueSource() {
        return source;
    }

    /** The listener that computes the value; {@code null} when it is fixed. */
    final @Nullable ListenerDefinition computation(Blocks page) {
        if (source == null) {
            if (clock != null) {
                throw new IllegalStateException(describe() + ": every(…) needs a value that is computed, see value(Supplier)");
            }
            return null;
        }
        return ListenerDefinition.computing(this, source, clock instanceof Block block ? block : null, page);
    }

    /**
     * The text above the component, which is also its name in the API documentation and for {@link AppTester}.
     *
     * @param label default: the component's own name
     * @return this component
     */
    public S label(String label) {
        return set("label", label);
    }

    /**
     * Small text below the label, for components that people edit.
     *
     * @param info may have code, links, bold and italics of Markdown; default: none
     * @return this component
     */
    public S info(String info) {
        return set("info", info);
    }

    /**
     * Whether the label is drawn; a screen reader reads it in any case.
     *
     * @param show default: true
     * @return this component
     */
    public S showLabel(boolean show) {
        return set("show_label", show);
    }

    /**
     * A frame with padding around the component.
     *
     * @param container default: true
     * @return this component
     */
    public S container(boolean container) {
        return set("container", container);
    }

    /**
     * How wide the component is relative to its neighbours in a row. Default: all alike.
     *
     * @param scale 0 for no wider than needed
     * @return this component
     */
    public S scale(int scale) {
        return set("scale", scale);
    }

    /**
     * The least width; a narrower place wraps the component to the next line.
     *
     * @param pixels default: 160
     * @return this component
     */
    public S minWidth(int pixels) {
        return set("min_width", pixels);
    }

    /**
     * Whether a person can edit the component. Default: yes if it is an input of a listener, or an output of none and empty.
     *
     * @param interactive whether it can be edited
     * @return this component
     */
    public S interactive(boolean interactive) {
        return set("interactive", interactive);
    }
}
