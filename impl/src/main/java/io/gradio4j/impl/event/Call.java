package io.gradio4j.impl.event;

import io.gradio4j.GradioException;
import io.gradio4j.Handler;
import io.gradio4j.Progress;
import io.gradio4j.Toast;
import io.gradio4j.impl.app.App;
import io.gradio4j.impl.app.Dependency;
import io.gradio4j.impl.app.Hashes;
import io.gradio4j.impl.message.Message;
import io.gradio4j.impl.metrics.Metrics;
import io.gradio4j.impl.metrics.Step;
import io.gradio4j.impl.session.Session;
import java.lang.System.Logger;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Calls handlers: input values, handler, output values. Every transport's events run through here. Safe for use by many threads. */
final class Call {

    private static final Logger LOG = System.getLogger(Call.class.getName());

    private final App app;
    private final Arguments arguments;
    private final Timings timings;
    private final Metrics metrics;
    private final Shown shown;
    private final Set<Integer> watchedStates;

    Call(App app, Timings timings, Metrics metrics) {
        this.app = app;
        this.timings = timings;
        this.metrics = metrics;
        shown = new Shown(app);
        arguments = new Arguments(app);
        watchedStates = app.dependencies().stream().flatMap(d -> d.targets().stream())
                .filter(t -> t.event().equals("change") && t.block().isPresent()).map(t -> t.block().getAsInt())
                .filter(id -> app.blocks().containsKey(id) && app.blocks().get(id).type().equals("state")).collect(Collectors.toSet());
    }

    Arguments arguments() {
        return arguments;
    }

    /**
     * What the page hears while a handler runs.
     *
     * @param results takes each result that is not the last one
     * @param progress takes the progress
     * @param toasts takes the messages
     * @param resources takes what has to be closed if the event is cancelled
     */
    record Ears(Emission.Receiver results, Consumer<List<Progress.Unit>> progress, Consumer<Toast> toasts,
            Consumer<AutoCloseable> resources) {
    }

    /**
     * Calls the handler of a listener on this thread.
     *
     * @param simple whether results are whole values instead of edits
     * @return the last result
     * @throws Exception what the conversion or the handler throws
     */
    Message.Output run(Session session, Dependency dependency, Input input, boolean simple, Ears ears) throws Exception {
        var watch = metrics.endpoint(dependency.apiName());
        var begun = System.nanoTime();
        var values = arguments.of(session, dependency, input, new Progress(ears.progress()));
        var called = System.nanoTime();
        watch.took(Step.PREPROCESS, called - begun);
        shown.inputs(session, dependency, input);
        var emission = new Emission(dependency, new Results(session, dependency, watchedStates,
                app.files().conversion(input.root())), timings, simple, ears.results());
        try (var toasts = Toast.receive(ears.toasts())) {
            var last = result(dependency, values, emission, ears);
            shown.outputs(session, dependency, last);
            return last;
        } finally {
            watch.took(Step.POSTPROCESS, emission.converting());
            watch.took(Step.HANDLER, System.nanoTime() - called - emission.converting());
        }
    }

    private static Message.Output result(Dependency dependency, @Nullable Object[] values, Emission emission, Ears ears) throws Exception {
        return switch (dependency.handler().orElseThrow()) {
            case Handler.Returning(Handler.Function function) -> emission.complete(function.apply(values));
            case Handler.Emitting(Handler.EmitFunction function) -> {
                function.accept(values, emission);
                yield emission.complete();
            }
            case Handler.Streaming(Handler.StreamFunction function) -> {
                try (Stream<?> stream = function.apply(values)) {
                    ears.resources().accept(stream);
                    stream.sequential().iterator().forEachRemaining(emission::next);
                }
                yield emission.complete();
            }
        };
    }

    /** Why an event failed, as clients may know it; logs what they may not. */
    Message.Failure failure(Session session, String eventId, Dependency dependency, Throwable cause) {
        if (cause instanceof GradioException e) {
            if (e.logged()) {
                LOG.log(Logger.Level.INFO, () -> failed(session, eventId, dependency) + ": " + e.getMessage(), e);
            }
            return new Message.Failure(e.getMessage(), new Message.FailureToast(e.title(), seconds(e.duration())), e.visible());
        }
        LOG.log(Logger.Level.ERROR, () -> failed(session, eventId, dependency), cause);
        var text = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        return new Message.Failure(app.showError() ? text : null, null, true);
    }

    /** The words that logs are searched by. The session is hashed: whoever knows its name can read its messages. */
    private static String failed(Session session, String eventId, Dependency dependency) {
        return "The handler '" + dependency.apiName() + "' failed [endpoint=/" + dependency.apiName() + " event=" + eventId + " session="
                + (session.hash().isEmpty() ? "none" : Hashes.version(session.hash().getBytes(StandardCharsets.UTF_8))) + "]";
    }

    static @Nullable Double seconds(java.util.Optional<Duration> duration) {
        return duration.map(d -> d.toMillis() / 1000.0).orElse(null);
    }
}
