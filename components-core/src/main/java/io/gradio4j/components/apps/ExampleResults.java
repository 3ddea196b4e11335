package io.gradio4j.components.apps;

import io.gradio4j.Block;
import io.gradio4j.Component;
import io.gradio4j.Handler;
import io.gradio4j.HasGrowingText;
import io.gradio4j.HasMediaStream;
import io.gradio4j.Injected;
import io.gradio4j.ListenerDefinition;
import io.gradio4j.Sink;
import io.gradio4j.State;
import io.gradio4j.Update;
import io.gradio4j.Updates;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a function makes of examples; each is computed once. Of a function with several results the last one counts, unless an output plays
 * them one after the other: then all do.
 */
final class ExampleResults {

    private final ListenerDefinition function;
    private final Handler handler;
    private final List<? extends List<@Nullable Object>> rows;
    private final List<Component<?, ?>> columns;
    private final Map<Integer, FutureTask<List<Updates>>> results = new ConcurrentHashMap<>();

    /**
     * Results of a function.
     *
     * @param rows the examples
     * @param columns whose values each row has
     * @throws IllegalArgumentException if the function takes more than values, or something else than a value
     */
    ExampleResults(ListenerDefinition function, List<? extends List<@Nullable Object>> rows, List<Component<?, ?>> columns) {
        this.function = function;
        this.rows = rows;
        this.columns = columns;
        handler = function.handler().orElseThrow(() -> new IllegalArgumentException("Examples: there is no function whose results can be cached"));
        obstacle(function).ifPresent(obstacle -> {
            throw new IllegalArgumentException("Examples: results cannot be cached for a function with " + obstacle);
        });
    }

    /** Why a function's results cannot be kept; empty when they can. */
    static Optional<String> obstacle(ListenerDefinition function) {
        if (function.outputs().isEmpty()) {
            return Optional.of("no outputs");
        }
        return Stream.<Object>concat(function.inputs().stream(), function.outputs().stream()).filter(b -> b instanceof Injected || b instanceof State<?>)
                .findFirst().map(b -> b instanceof Block block ? block.describe() : "an argument of " + b.getClass().getSimpleName());
    }

    /** Whether a result has several pieces, one to be played after the other. */
    boolean play() {
        return (handler instanceof Handler.Streaming || handler instanceof Handler.Emitting)
                && function.outputs().stream().anyMatch(output -> output instanceof HasMediaStream<?> player && player.isStreaming());
    }

    /** The last result for an example. */
    Updates of(int index) {
        var all = all(index);
        return all.isEmpty() ? Updates.none() : all.getLast();
    }

    /** The results for an example, of which there is one unless they {@link #play}; computed by whoever asks first. A failure is not kept. */
    List<Updates> all(int index) {
        var task = results.computeIfAbsent(index, i -> new FutureTask<>(() -> compute(i)));
        task.run();
        try {
            return task.get();
        } catch (ExecutionException e) {
            results.remove(index, task);
            throw e.getCause() instanceof RuntimeException cause ? cause
                    : new IllegalStateException("The function failed for the example " + rows.get(index) + ": " + e.getCause().getMessage(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the results of an example were computed", e);
        }
    }

    private List<Updates> compute(int index) throws Exception {
        var row = rows.get(index);
        var arguments = function.inputs().stream().map(input -> {
            var column = columns.indexOf(input);
            return column < 0 ? null : row.get(column);
        }).toArray();
        var kept = play() ? new All() : new Last();
        call(arguments, kept);
        return kept.all().stream().map(this::updates).toList();
    }

    private Updates updates(@Nullable Object result) {
        if (!function.typedOutput()) {
            return result instanceof Updates updates ? updates : Updates.none();
        }
        return Updates.none().and(new Update.OfValue((Component<?, ?>) function.outputs().getFirst(), result));
    }

    private void call(@Nullable Object[] arguments, Kept kept) throws Exception {
        switch (handler) {
            case Handler.Returning returning -> kept.next(returning.function().apply(arguments));
            case Handler.Streaming streaming -> {
                try (var stream = streaming.function().apply(arguments)) {
                    stream.forEachOrdered(kept::next);
                }
            }
            case Handler.Emitting emitting -> emitting.function().accept(arguments, kept);
            case Handler.Batching batching -> kept.next(batching.function().apply(List.<@Nullable Object[]>of(arguments)).getFirst());
        }
    }

    /** What is kept of the results. */
    private interface Kept extends Sink<@Nullable Object> {
        List<@Nullable Object> all();

        @Override
        default void append(HasGrowingText output, String text) {
            throw new IllegalStateException("Examples: a growing value has no last state to be cached; give the whole value with next(…)");
        }
    }

    /** Keeps each result, and of a text that grows what it is by then. */
    private static final class All implements Kept {

        private final List<@Nullable Object> all = new ArrayList<>();
        private final Map<Component<String, ?>, String> texts = new HashMap<>();
        private String text = "";

        @Override
        public void next(@Nullable Object update) {
            all.add(update);
        }

        @Override
        public void append(String text) {
            this.text += text;
            next(this.text);
        }

        @Override
        public void append(Component<String, ?> output, String text) {
            next(Updates.none().and(new Update.OfValue(output, texts.merge(output, text, String::concat))));
        }

        @Override
        public List<@Nullable Object> all() {
            return all;
        }
    }

    /** Keeps the last state of the outputs. */
    private static final class Last implements Kept {

        private @Nullable Object value;

        @Override
        public void next(@Nullable Object update) {
            value = value instanceof Updates before && update instanceof Updates now ? now.all().stream().reduce(before, Updates::and, (a, b) -> a) : update;
        }

        @Override
        public void append(String text) {
            value = value == null ? text : value + text;
        }

        @Override
        public void append(Component<String, ?> output, String text) {
            var all = value instanceof Updates updates ? updates : Updates.none();
            var before = all.all().stream().filter(u -> u instanceof Update.OfValue v && v.target() == output)
                    .map(u -> String.valueOf(((Update.OfValue) u).value())).reduce("", (earlier, later) -> later);
            value = all.and(new Update.OfValue(output, before + text));
        }

        @Override
        public List<@Nullable Object> all() {
            return Collections.singletonList(value);
        }
    }
}
