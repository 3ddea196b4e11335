package io.gradio4j;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** All that was said of one listener, as the runtime reads it. Apps use the chain that starts at {@link Event}. */
public final class ListenerDefinition {

    private static final AtomicLong ORDER = new AtomicLong();

    final long order = nextOrder();
    final List<Target> targets = new ArrayList<>();
    final List<Value<?>> inputs = new ArrayList<>();
    final List<Block> outputs = new ArrayList<>();
    final List<ListenerDefinition> cancels = new ArrayList<>();
    final List<ListenerDefinition> followers = new ArrayList<>();
    final Map<Value<?>, List<Check<?>>> checks = new LinkedHashMap<>();
    boolean typedOutput;
    boolean merged;
    boolean onInputsAndLoad;
    private boolean computing;
    boolean rendering;
    @Nullable Handler handler;
    @Nullable String js;
    @Nullable String apiName;
    @Nullable String apiDescription;
    ApiVisibility apiVisibility = ApiVisibility.PUBLIC;
    Set<String> rolesAllowed = Set.of();
    Set<String> rolesWithin = Set.of();
    boolean scrollToOutput;
    @Nullable ShowProgress showProgress;
    @Nullable List<Block> showProgressOn;
    boolean queue = true;
    @Nullable TriggerMode triggerMode;
    Concurrency concurrency = new Concurrency.Default();
    @Nullable String concurrencyId;
    @Nullable Duration timeLimit;
    @Nullable Duration streamEvery;
    @Nullable CacheOptions cache;
    @Nullable Block home;
    @Nullable ListenerDefinition after;
    Condition condition = Condition.ALWAYS;
    private boolean attached;

    ListenerDefinition() {
    }

    static long nextOrder() {
        return ORDER.incrementAndGet();
    }

    /**
     * What fires a listener.
     *
     * @param block whose event it is
     * @param event the event's wire name
     */
    public record Target(Block block, String event) {
    }

    /**
     * One rule for one input.
     *
     * @param rule true if the value is fine
     * @param message what the person reads otherwise
     * @param <T> the input's type
     */
    public record Check<T extends @Nullable Object>(Predicate<? super T> rule, String message) {
    }

    /** When a listener that follows another one runs. */
    public enum Condition {
        /** Whenever the other one has ended. */
        ALWAYS,
        /** When the other one succeeded. */
        SUCCESS,
        /** When the other one failed. */
        FAILURE
    }

    /** How many events of a listener run at once. */
    public sealed interface Concurrency {
        /** As many as the app's default says. */
        record Default() implements Concurrency {
        }

        /** Any number, up to the app's ceiling. */
        record Unlimited() implements Concurrency {
        }

        /**
         * At most so many.
         *
         * @param atMost 1 or more
         */
        record Limited(int atMost) implements Concurrency {
        }
    }

    /** The listener that computes a component's value: it belongs to no block, the runtime adds it. */
    static ListenerDefinition computing(Component<?, ?> output, Component.ValueSource source, @Nullable Block clock, Blocks page) {
        var definition = new ListenerDefinition();
        definition.detach();
        definition.computing = true;
        var components = source.inputs().stream().filter(Block.class::isInstance).map(Block.class::cast).toList();
        components.forEach(input -> definition.targets.add(new Target(input, "change")));
        if (clock != null) {
            definition.targets.add(new Target(clock, "tick"));
        }
        definition.targets.add(new Target(page, "load"));
        definition.inputs.addAll(source.inputs());
        definition.outputs.add(output);
        definition.typedOutput = true;
        definition.handler = new Handler.Returning(source.function());
        definition.showProgress = definition.targets.size() > 1 ? ShowProgress.HIDDEN : ShowProgress.FULL;
        definition.triggerMode = components.isEmpty() ? TriggerMode.ONCE : TriggerMode.ALWAYS_LAST;
        return definition;
    }

    /** Whether it computes a component's value. */
    public boolean isComputing() {
        return computing;
    }

    /** Whether it draws a {@link Render}. */
    public boolean isRendering() {
        return rendering;
    }

    /** Makes this a description only: it is never registered itself, see {@link Signature}. */
    void detach() {
        attached = true;
    }

    /** Takes over all that was said of a function, but not what fires it. */
    void copy(ListenerDefinition other) {
        inputs.addAll(other.inputs);
        outputs.addAll(other.outputs);
        cancels.addAll(other.cancels);
        other.checks.forEach((input, rules) -> checks.put(input, List.copyOf(rules)));
        typedOutput = other.typedOutput;
        handler = other.handler;
        js = other.js;
        apiName = other.apiName;
        apiDescription = other.apiDescription;
        apiVisibility = other.apiVisibility;
        rolesAllowed = other.rolesAllowed;
        scrollToOutput = other.scrollToOutput;
        showProgress = other.showProgress;
        showProgressOn = other.showProgressOn;
        queue = other.queue;
        triggerMode = other.triggerMode;
        concurrency = other.concurrency;
        concurrencyId = other.concurrencyId;
        timeLimit = other.timeLimit;
        streamEvery = other.streamEvery;
        cache = other.cache;
    }

    /**
     * What the same triggers fire, under the same condition and for the same roles, but with another function; for runtimes. No block
     * knows of it.
     *
     * @param signature the function with its inputs, outputs and options, from a {@link Signature}
     * @return the definition of a listener
     */
    public ListenerDefinition calling(ListenerDefinition signature) {
        var other = new ListenerDefinition();
        other.detach();
        other.copy(signature);
        other.targets.addAll(targets);
        other.merged = merged;
        other.onInputsAndLoad = onInputsAndLoad;
        other.after = after;
        other.condition = condition;
        other.rolesAllowed = rolesAllowed;
        return other;
    }

    /** Registers this listener with what triggers it, once. */
    void attach() {
        if (attached) {
            return;
        }
        attached = true;
        if (home != null) {
            home.attach(this);
        } else if (after != null) {
            after.attach();
            if (!Drawing.takeFollower(this, after)) {
                after.followers.add(this);
            }
        } else if (!targets.isEmpty()) {
            targets.stream().map(Target::block).distinct().forEach(block -> block.attach(this));
        } else if (inputs.stream().filter(Block.class::isInstance).findFirst().orElse(null) instanceof Block first) {
            first.attach(this);
        } else {
            throw new IllegalStateException("on() without triggers needs inputs: their changes are the triggers");
        }
    }

    /** The rank among all listeners by the time they were made. */
    public long order() {
        return order;
    }

    /** What fires it; empty for one that follows another. */
    public List<Target> targets() {
        return Collections.unmodifiableList(targets);
    }

    /** The arguments, in order. */
    public List<Value<?>> inputs() {
        return Collections.unmodifiableList(inputs);
    }

    /** What it changes, in order. */
    public List<Block> outputs() {
        return Collections.unmodifiableList(outputs);
    }

    /** Whether the handler returns the only output's value itself; otherwise it returns {@link Updates}. */
    public boolean typedOutput() {
        return typedOutput;
    }

    /** Whether {@link Gradio#on} made one of any number of triggers. */
    public boolean isMerged() {
        return merged;
    }

    /** Whether the changes of all inputs and the page's load are its triggers. */
    public boolean onInputsAndLoad() {
        return onInputsAndLoad;
    }

    /** The function on the server; empty for none. */
    public Optional<Handler> handler() {
        return Optional.ofNullable(handler);
    }

    /** The function in the browser; empty for none. */
    public Optional<String> js() {
        return Optional.ofNullable(js);
    }

    /** The endpoint's name as it was set. */
    public Optional<String> apiName() {
        return Optional.ofNullable(apiName);
    }

    /** The endpoint's description as it was set. */
    public Optional<String> apiDescription() {
        return Optional.ofNullable(apiDescription);
    }

    /** Who sees the endpoint. */
    public ApiVisibility apiVisibility() {
        return apiVisibility;
    }

    /** The roles of which a user needs one; empty when anybody may fire it. */
    public Set<String> rolesAllowed() {
        return rolesAllowed;
    }

    /** The roles that listeners may need which are made while this one runs. */
    public Set<String> rolesWithin() {
        return rolesWithin;
    }

    /** Whether the page scrolls to the first output. */
    public boolean scrollToOutput() {
        return scrollToOutput;
    }

    /** How a running event shows, as it was set. */
    public Optional<ShowProgress> showProgress() {
        return Optional.ofNullable(showProgress);
    }

    /** Where a running event shows; empty for the outputs. */
    public Optional<List<Block>> showProgressOn() {
        return Optional.ofNullable(showProgressOn);
    }

    /** Whether events wait in the queue. */
    public boolean queue() {
        return queue;
    }

    /** What a trigger does while an event is running, as it was set. */
    public Optional<TriggerMode> triggerMode() {
        return Optional.ofNullable(triggerMode);
    }

    /** How many events run at once. */
    public Concurrency concurrency() {
        return concurrency;
    }

    /** The group that shares one limit; empty for one of its own. */
    public Optional<String> concurrencyId() {
        return Optional.ofNullable(concurrencyId);
    }

    /** How long an event may run; empty for any time. */
    public Optional<Duration> timeLimit() {
        return Optional.ofNullable(timeLimit);
    }

    /** How often the page sends a piece of a stream, as it was set. */
    public Optional<Duration> streamEvery() {
        return Optional.ofNullable(streamEvery);
    }

    /** How results are remembered; empty when they are not. */
    public Optional<CacheOptions> cache() {
        return Optional.ofNullable(cache);
    }

    /** Which listeners' events it cancels. */
    public List<ListenerDefinition> cancels() {
        return Collections.unmodifiableList(cancels);
    }

    /** Which listener it follows. */
    public Optional<ListenerDefinition> after() {
        return Optional.ofNullable(after);
    }

    /** When it runs after the one it follows. */
    public Condition condition() {
        return condition;
    }

    /** The listeners that follow this one. */
    public List<ListenerDefinition> followers() {
        return Collections.unmodifiableList(followers);
    }

    /** The rules for an input, in the order they were made; empty for none. */
    public List<Check<?>> checks(Value<?> input) {
        return checks.getOrDefault(input, List.of());
    }

    /** The position of the last input that has a rule; empty when no input has one. */
    public OptionalInt lastChecked() {
        for (var i = inputs.size() - 1; i >= 0; i--) {
            if (checks.containsKey(inputs.get(i))) {
                return OptionalInt.of(i);
            }
        }
        return OptionalInt.empty();
    }
}
