package io.gradio4j.impl.event;

import io.gradio4j.Block;
import io.gradio4j.BlockAccess;
import io.gradio4j.Component;
import io.gradio4j.Conversion;
import io.gradio4j.GradioException;
import io.gradio4j.State;
import io.gradio4j.Update;
import io.gradio4j.Updates;
import io.gradio4j.impl.app.Dependency;
import io.gradio4j.impl.file.StorageException;
import io.gradio4j.impl.json.JsonbConversion;
import io.gradio4j.impl.json.Jsons;
import io.gradio4j.impl.session.Session;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Turns what a handler returned into one value on the wire for each output, and keeps in the session what changed. */
final class Results {

    /** Leaves an output as it is. */
    static final JsonValue SKIP = Jsons.object().add("__type__", "update").build();

    private final Session session;
    private final Dependency dependency;
    private final Set<Integer> watchedStates;
    private final Map<Integer, Integer> stateHashes;
    private final Conversion conversion;
    private final Playing playing;
    private boolean canBeRepeated = true;
    private final Set<Integer> changedStates = new TreeSet<>();

    /**
     * Results of one event.
     *
     * @param watchedStates the numbers of states that have a listener for their change
     * @param playing takes what outputs play piece by piece
     */
    Results(Session session, Dependency dependency, Set<Integer> watchedStates, Conversion conversion, Playing playing) {
        this.playing = playing;
        this.conversion = conversion;
        this.session = session;
        this.dependency = dependency;
        this.watchedStates = watchedStates;
        this.stateHashes = watchedStates.isEmpty() ? Map.of() : hashes();
    }

    private Map<Integer, Integer> hashes() {
        var hashes = new java.util.HashMap<Integer, Integer>();
        for (var slot : dependency.outputs()) {
            if (slot.block() instanceof State<?> state && watchedStates.contains(slot.id())) {
                hashes.put(slot.id(), hash(session.state(slot.id(), state)));
            }
        }
        return hashes;
    }

    /** The hash of a value's content; the value may be the same object with other content. */
    private static int hash(Object value) {
        return java.util.Arrays.deepHashCode(new Object[] {value});
    }

    /** The numbers of watched states that the last result has changed. */
    List<Integer> changedStates() {
        return List.copyOf(changedStates);
    }

    /** One value for each output. */
    List<JsonValue> of(@Nullable Object result) {
        changedStates.clear();
        if (dependency.definition().typedOutput()) {
            return List.of(value(dependency.outputs().getFirst(), result));
        }
        if (dependency.outputs().isEmpty()) {
            return List.of();
        }
        if (!(result instanceof Updates updates)) {
            throw new IllegalStateException("The handler '" + dependency.apiName()
                    + "' has several outputs and must return Updates, not null");
        }
        var named = new IdentityHashMap<Block, Change>();
        updates.all().forEach(update -> named.merge(update.target(), Change.of(update), Change::and));
        var values = new ArrayList<JsonValue>(dependency.outputs().size());
        for (var slot : dependency.outputs()) {
            var change = named.remove(slot.block());
            values.add(change == null ? slot.block() instanceof State<?> ? JsonValue.NULL : SKIP : changed(slot, change));
        }
        if (!named.isEmpty()) {
            throw new IllegalStateException("The handler '" + dependency.apiName() + "' updates "
                    + named.keySet().iterator().next().describe() + ", which is none of its outputs; add it to outputs(…)");
        }
        return values;
    }

    private JsonValue value(Dependency.Slot slot, @Nullable Object value) {
        var component = slot.component().orElseThrow(() -> new IllegalStateException(
                slot.block().describe() + " is a layout: it has no value, only properties"));
        if (component instanceof State<?> state) {
            store(slot, state, value);
            return JsonValue.NULL;
        }
        var shown = (Component<?, ?>) session.block(slot.id(), component);
        var player = playing.player(shown);
        if (player.isEmpty()) {
            return converted(shown, value);
        }
        canBeRepeated = false;
        return converted(shown, value, () -> playing.next(slot.id(), player.get(), value, conversion));
    }

    private void store(Dependency.Slot slot, State<?> state, @Nullable Object value) {
        session.state(slot.id(), state, Objects.requireNonNull(value, () -> "The handler '" + dependency.apiName()
                + "' returned null for a State; use an empty value instead"));
        var before = stateHashes.get(slot.id());
        if (before != null) {
            var now = hash(value);
            if (now != before) {
                changedStates.add(slot.id());
                stateHashes.put(slot.id(), now);
            }
        }
    }

    private JsonValue converted(Component<?, ?> component, @Nullable Object value) {
        return converted(component, value, () -> BlockAccess.postprocess(component, value, conversion));
    }

    private JsonValue converted(Component<?, ?> component, @Nullable Object value, Supplier<JsonValue> convert) {
        try {
            return convert.get();
        } catch (GradioException | StorageException | CancellationException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new IllegalStateException("The handler '" + dependency.apiName() + "' returned a value that " + component.describe()
                    + " cannot show: " + JsonbConversion.abbreviate(String.valueOf(value)) + " (" + e.getMessage() + ")", e);
        }
    }

    private JsonValue changed(Dependency.Slot slot, Change change) {
        if (slot.block() instanceof State<?> state) {
            if (change.valued()) {
                store(slot, state, change.value());
            }
            return JsonValue.NULL;
        }
        return change.properties().isEmpty() ? value(slot, change.value()) : properties(slot, change, change.properties().get());
    }

    /** Whether the results can be repeated by their JSON alone: not if they changed more than values, or are played while they come. */
    boolean canBeRepeated() {
        return canBeRepeated;
    }

    private JsonValue properties(Dependency.Slot slot, Change change, Map<String, Object> properties) {
        canBeRepeated = false;
        var all = new LinkedHashMap<>(properties);
        if (change.value() != null) {
            all.put("value", change.value());
        }
        var block = session.change(slot.id(), slot.block(), all);
        var update = Jsons.object();
        properties.forEach((name, property) -> update.add(name, conversion.toJson(property)));
        if (change.valued() && block instanceof Component<?, ?> component) {
            update.add("value", converted(component, change.value()));
        }
        return update.add("__type__", "update").build();
    }

    /**
     * All that one result says of one output.
     *
     * @param valued whether it has a new value
     * @param value the new value; null empties the output
     * @param properties the changed properties but for the value; empty when there is only a value
     */
    private record Change(boolean valued, @Nullable Object value, Optional<Map<String, Object>> properties) {

        static Change of(Update update) {
            return switch (update) {
                case Update.OfValue u -> new Change(true, u.value(), Optional.empty());
                case Update.OfProperties u -> {
                    var others = new LinkedHashMap<>(u.properties());
                    var value = others.remove("value");
                    yield new Change(value != null, value, Optional.of(others));
                }
            };
        }

        /** This one and a later one; of what both say, the later one holds. */
        Change and(Change later) {
            var both = new LinkedHashMap<>(properties.orElse(Map.of()));
            both.putAll(later.properties.orElse(Map.of()));
            return new Change(valued || later.valued, later.valued ? later.value : value,
                    properties.or(later::properties).map(any -> both));
        }
    }
}
