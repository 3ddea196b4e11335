package io.gradio4j;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What can be said of a listener at any place of its chain, besides inputs, outputs and the function.
 *
 * @param <S> the chain's own type
 */
public abstract sealed class Options<S extends Options<S>> extends Listener
        permits Start, In1, In2, In3, In4, In5, In6, In7, In8, InMany, Call {

    Options(ListenerDefinition definition) {
        super(definition);
    }

    @SuppressWarnings("unchecked")
    private S self() {
        return (S) this;
    }

    /**
     * The endpoint's name for API clients. Default: the first trigger's caption or label in lower case with underscores, such as
     * {@code greet} for a button "Greet"; a name that is taken gets {@code _1}, {@code _2} and so on.
     *
     * @param name letters, digits, {@code _} and {@code -}
     * @return this chain
     */
    public S apiName(String name) {
        definition.apiName = name;
        return self();
    }

    /**
     * What the API documentation says of the endpoint. Default: nothing.
     *
     * @param description plain text
     * @return this chain
     */
    public S apiDescription(String description) {
        definition.apiDescription = description;
        return self();
    }

    /**
     * Who may call the endpoint. The server enforces it.
     *
     * @param visibility default: {@link ApiVisibility#PUBLIC}
     * @return this chain
     */
    public S apiVisibility(ApiVisibility visibility) {
        definition.apiVisibility = visibility;
        return self();
    }

    /**
     * Lets only users with one of these roles fire this listener's events; all others get 403, whatever way they take. The roles are
     * those that the container or {@link LaunchOptions#roles} knows. Default: everybody who may use the app.
     *
     * @param roles one or more
     * @return this chain
     * @throws IllegalArgumentException if there is none
     */
    public S rolesAllowed(String... roles) {
        if (roles.length == 0) {
            throw new IllegalArgumentException("rolesAllowed needs one role at least");
        }
        definition.rolesAllowed = Set.copyOf(List.of(roles));
        return self();
    }

    /**
     * Whether the page scrolls to the first output when the event is done.
     *
     * @param scroll default: false
     * @return this chain
     */
    public S scrollToOutput(boolean scroll) {
        definition.scrollToOutput = scroll;
        return self();
    }

    /**
     * How a running event shows on the page.
     *
     * @param show default: {@link ShowProgress#FULL}, for a timer's tick {@link ShowProgress#HIDDEN}
     * @return this chain
     */
    public S showProgress(ShowProgress show) {
        definition.showProgress = show;
        return self();
    }

    /**
     * Where a running event shows on the page.
     *
     * @param blocks default: the outputs
     * @return this chain
     */
    public S showProgressOn(Block... blocks) {
        definition.showProgressOn = List.of(blocks);
        return self();
    }

    /**
     * Whether events wait in the queue. Without it, events run at once, past all limits, and show no progress and no toasts.
     *
     * @param queue default: true
     * @return this chain
     */
    public S queue(boolean queue) {
        definition.queue = queue;
        return self();
    }

    /**
     * What a trigger does while an event of this listener is running.
     *
     * @param mode default: {@link TriggerMode#ALWAYS_LAST} for {@code change} and {@code key_up}, else {@link TriggerMode#ONCE}
     * @return this chain
     */
    public S triggerMode(TriggerMode mode) {
        definition.triggerMode = mode;
        return self();
    }

    /**
     * How many events of this listener run at once; the others wait.
     *
     * @param atMost 1 or more; default: the app's default, which is 1
     * @return this chain
     * @throws IllegalArgumentException if less than 1
     */
    public S concurrencyLimit(int atMost) {
        if (atMost < 1) {
            throw new IllegalArgumentException("concurrencyLimit must be 1 or more, not " + atMost);
        }
        definition.concurrency = new ListenerDefinition.Concurrency.Limited(atMost);
        return self();
    }

    /** Lets any number of events of this listener run at once, up to the app's ceiling of threads. */
    public S unlimitedConcurrency() {
        definition.concurrency = new ListenerDefinition.Concurrency.Unlimited();
        return self();
    }

    /**
     * Puts this listener in a group with all others of the same id: they share one queue and the lowest of their limits.
     *
     * @param id any text; default: a group of its own
     * @return this chain
     */
    public S concurrencyId(String id) {
        definition.concurrencyId = id;
        return self();
    }

    /**
     * How long one event may run. A handler that takes longer is interrupted and the event fails; a stream of the page's camera or
     * microphone (see {@link HasStream}) is ended with its last result, and the next piece starts another event.
     *
     * @param limit default: any time
     * @return this chain
     * @throws IllegalArgumentException if it is not positive
     */
    public S timeLimit(Duration limit) {
        definition.timeLimit = positive("timeLimit", limit);
        return self();
    }

    /**
     * How often the page sends a piece of what it streams, see {@link HasStream}.
     *
     * @param every default: 500 ms
     * @return this chain
     * @throws IllegalArgumentException if it is not positive
     */
    public S streamEvery(Duration every) {
        definition.streamEvery = positive("streamEvery", every);
        return self();
    }

    private static Duration positive(String option, Duration duration) {
        if (!duration.isPositive()) {
            throw new IllegalArgumentException(option + " must be positive, not " + duration);
        }
        return duration;
    }

    /**
     * Remembers results: an event with the same input values as an earlier one gets its results at once, past the queue and all limits,
     * without calling the function. Results that come in steps are repeated with all steps. The 128 results that were used last are kept.
     *
     * <p>Not for functions whose results depend on more than their inputs: with {@link State} among the outputs or the request, profile or
     * token among the inputs, the app does not start. Results that change other properties than values are not remembered.
     *
     * @return this chain
     */
    public S cached() {
        return cached(options -> {
        });
    }

    /**
     * Like {@link #cached()}, with other limits.
     *
     * @param options changes the defaults
     * @return this chain
     */
    public S cached(Consumer<CacheOptions> options) {
        definition.cache = new CacheOptions();
        options.accept(definition.cache);
        return self();
    }

    /**
     * A rule for an input. When a value breaks it, the message is shown at the field and the function is not called.
     *
     * @param input one of the listener's inputs; for any other component, giving the function throws
     *         {@link IllegalArgumentException}
     * @param rule true if the value is fine
     * @param message what the person reads otherwise
     * @param <T> the input's type
     * @return this chain
     */
    public <T extends @Nullable Object> S validate(Component<T, ?> input, Predicate<? super T> rule, String message) {
        definition.checks.computeIfAbsent(input, i -> new ArrayList<>()).add(new ListenerDefinition.Check<T>(rule, message));
        return self();
    }

    /**
     * Cancels the other listeners' waiting and running events of the same page: a running function's thread is interrupted and its
     * stream closed.
     *
     * @param listeners what to cancel; they must use the queue
     * @return this chain
     */
    public S cancels(Listener... listeners) {
        for (var listener : listeners) {
            definition.cancels.add(listener.definition);
        }
        definition.attach();
        return self();
    }

    /**
     * A function that runs in the browser first. It gets the inputs' values; what it returns replaces them, or sets the outputs when
     * there is no function on the server.
     *
     * @param function the source of one JavaScript function, such as {@code (a, b) => a + b}
     * @return this chain
     */
    public S js(String function) {
        definition.js = function;
        definition.attach();
        return self();
    }
}
