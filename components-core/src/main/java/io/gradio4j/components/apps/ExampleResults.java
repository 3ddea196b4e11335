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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a function makes of examples; each is computed once. Of a function with several results, the last one counts. */
final class ExampleResults {

    private final ListenerDefinition function;
    private final Handler handler;
    private final List<? extends List<@Nullable Object>> rows;
    private final List<Component<?, ?>> columns;
    private final Map<Integer, FutureTask<Updates>> results = new ConcurrentHashMap<>();

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
        if (function.handler().filter(h -> h instanceof Handler.Streaming || h instanceof Handler.Emitting).isPresent()
                && function.outputs().stream().anyMatch(output -> output instanceof HasMediaStream<?> player && player.isStreaming())) {
            return Optional.of("an output that is played in pieces");
        }
        return Stream.<Object>concat(function.inputs().stream(), function.outputs().stream()).filter(b -> b instanceof Injected || b instanceof State<?>)
                .findFirst().map(b -> b instanceof Block block ? block.describe() : "an argument of " + b.getClass().getSimpleName());
    }

    /** The result for an example; computed by whoever asks first. A failure is not kept. */
    Updates of(int index) {
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

    private Updates compute(int index) throws Exception {
        var row = rows.get(index);
        var arguments = function.inputs().stream().map(input -> {
            var column = columns.indexOf(input);
            return column < 0 ? null : row.get(column);
        }).toArray();
        var result = call(arguments);
        if (!function.typedOutput()) {
            return result instanceof Updates updates ? updates : Updates.none();
        }
        return Updates.none().and(new Update.OfValue((Component<?, ?>) function.outputs().getFirst(), result));
    }

    private @Nullable Object call(@Nullable Object[] arguments) throws Exception {
        return switch (handler) {
            case Handler.Returning returning -> returning.function().apply(arguments);
            case Handler.Streaming streaming -> {
                try (var stream = streaming.function().apply(arguments)) {
                    var last = new Last();
                    stream.forEachOrdered(last::next);
                    yield last.value;
                }
            }
            case Handler.Emitting emitting -> {
                var last = new Last();
                emitting.function().accept(arguments, last);
                yield last.value;
            }
            case Handler.Batching batching -> batching.function().apply(List.<@Nullable Object[]>of(arguments)).getFirst();
        };
    }

    /** Keeps the last state of the outputs. */
    private static final class Last implements Sink<@Nullable Object> {

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
        public void append(HasGrowingText output, String text) {
            throw new IllegalStateException("Examples: a growing value has no last state to be cached; give the whole value with next(…)");
        }
    }
}
