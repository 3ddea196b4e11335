package io.gradio4j.impl.event;

import io.gradio4j.Block;
import io.gradio4j.BlockAccess;
import io.gradio4j.GradioException;
import io.gradio4j.Handler;
import io.gradio4j.Progress;
import io.gradio4j.Toast;
import io.gradio4j.impl.app.App;
import io.gradio4j.impl.app.Dependency;
import io.gradio4j.impl.app.Hashes;
import io.gradio4j.impl.file.MediaRun;
import io.gradio4j.impl.file.StorageException;
import io.gradio4j.impl.message.Message;
import io.gradio4j.impl.metrics.Metrics;
import io.gradio4j.impl.metrics.Step;
import io.gradio4j.impl.session.Session;
import io.gradio4j.spi.UnreachableException;
import jakarta.json.JsonValue;
import java.lang.System.Logger;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Calls handlers: input values, handler, output values. Every transport's events run through here. Safe for use by many threads. */
final class Call {

    private static final Logger LOG = System.getLogger(Call.class.getName());

    private final App app;
    private final Caches caches;
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
        caches = new Caches(app);
        arguments = new Arguments(app, caches);
        watchedStates = watched(app.dependencies().stream(), id -> Optional.ofNullable(app.blocks().get(id)));
    }

    private static Set<Integer> watched(Stream<Dependency> dependencies, IntFunction<Optional<Block>> blocks) {
        return dependencies.flatMap(d -> d.targets().stream()).filter(t -> t.event().equals("change") && t.block().isPresent())
                .map(t -> t.block().getAsInt()).filter(id -> blocks.apply(id).filter(b -> b.type().equals("state")).isPresent())
                .collect(Collectors.toSet());
    }

    /** The states of which a page wants to know that they have changed. */
    private Set<Integer> watched(Session session) {
        var parts = session.parts();
        return parts.dependencies().isEmpty() ? watchedStates
                : watched(parts.with(app), id -> Optional.ofNullable(app.blocks().get(id)).or(() -> parts.block(id)));
    }

    Arguments arguments() {
        return arguments;
    }

    Caches caches() {
        return caches;
    }

    private Results results(Session session, Dependency dependency, Input input, Optional<MediaRun> media) {
        return new Results(session, dependency, watched(session), app.files().conversion(input.root()), new Playing(media, input.root()));
    }

    private Optional<Caches.Place> place(Session session, Dependency dependency, Input input) {
        return caches.place(session, dependency, input, () -> arguments.of(session, dependency, input, Arguments.Tools.unheard()));
    }

    /**
     * Repeats the results of an earlier call with the same values.
     *
     * @param receiver takes each result that is not the last one
     * @return the last result; empty when none is remembered
     */
    Optional<Message.Output> recall(Session session, Dependency dependency, Input input, boolean simple, Emission.Receiver receiver) {
        if (dependency.definition().cache().isEmpty()) {
            return Optional.empty();
        }
        var output = place(session, dependency, input).flatMap(Caches.Place::found).map(recording -> recording.replay(
                new Emission(dependency, results(session, dependency, input, Optional.empty()), timings, simple, receiver)));
        output.ifPresent(last -> {
            shown.inputs(session, dependency, input);
            shown.outputs(session, dependency, last);
        });
        return output;
    }

    /**
     * What the page hears while a handler runs.
     *
     * @param results takes each result that is not the last one
     * @param progress takes the progress
     * @param toasts takes the messages
     * @param resources takes what has to be closed if the event is cancelled
     * @param media takes the pieces of what outputs play; empty when each result is whole
     */
    record Ears(Emission.Receiver results, Consumer<List<Progress.Unit>> progress, Consumer<Toast> toasts,
            Consumer<AutoCloseable> resources, Optional<MediaRun> media) {
    }

    /**
     * Calls the handler of a listener on this thread.
     *
     * @param simple whether results are whole values instead of edits
     * @return the last result
     * @throws Exception what the conversion or the handler throws
     */
    Message.Output run(Session session, Dependency dependency, Input input, boolean simple, Ears ears) throws Exception {
        var place = dependency.definition().cache().isEmpty() ? Optional.<Caches.Place>empty() : place(session, dependency, input);
        var recording = place.isEmpty() ? null : new Recording();
        var results = results(session, dependency, input, ears.media());
        var emission = new Emission(dependency, results, timings, simple, ears.results()).recordedBy(recording);
        var watch = metrics.endpoint(dependency.countedAs());
        var begun = System.nanoTime();
        var values = arguments.of(session, dependency, input, new Arguments.Tools(new Progress(ears.progress()), emission::cacheWasUsed));
        var called = System.nanoTime();
        watch.took(Step.PREPROCESS, called - begun);
        shown.inputs(session, dependency, input);
        try (var toasts = Toast.receive(ears.toasts())) {
            var last = dependency.renderId().isPresent() ? draw(session, dependency, values, input, emission) : call(dependency, values, emission, ears);
            if (recording != null && results.canBeRepeated()) {
                place.get().keep(recording);
            }
            shown.outputs(session, dependency, last);
            return last;
        } finally {
            watch.took(Step.POSTPROCESS, emission.converting());
            watch.took(Step.HANDLER, System.nanoTime() - called - emission.converting());
        }
    }

    /** Draws a part of the page. What it has no more is forgotten, with the values of states. */
    private Message.Output draw(Session session, Dependency dependency, @Nullable Object[] values, Input input, Emission emission) throws Exception {
        if (!(dependency.handler().orElseThrow() instanceof Handler.Returning(Handler.Function function))) {
            throw new IllegalStateException("A Render has a function that returns once");
        }
        var drawn = BlockAccess.draw(function, values);
        var change = app.renders().orElseThrow().draw(session.parts(), dependency, drawn, app.files().conversion(input.root()));
        change.ifPresent(session::redrawn);
        var output = emission.completeWith(List.of(JsonValue.NULL));
        return change.map(c -> output.with(c.part().config())).orElse(output);
    }

    private static Message.Output call(Dependency dependency, @Nullable Object[] values, Emission emission, Ears ears) throws Exception {
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
            case Handler.Batching(int maxSize, Handler.BatchFunction function) -> emission.complete(
                    answers(dependency, function, List.<@Nullable Object[]>of(values)).getFirst());
        };
    }

    private static List<?> answers(Dependency dependency, Handler.BatchFunction function, List<@Nullable Object[]> rows) throws Exception {
        var answers = function.apply(rows);
        if (answers == null || answers.size() != rows.size()) {
            throw new IllegalStateException("The batch handler '" + dependency.apiName() + "' got " + rows.size() + " events and returned "
                    + (answers == null ? "null" : answers.size() + " results") + "; it must return one result for each event");
        }
        return answers;
    }

    /** One event of a batch on its way: what it is, who hears of it, and who gets its end. */
    record Member(Session session, Input input, Ears ears, Consumer<Message.Output> succeeded, Consumer<Throwable> failed) {
    }

    private record Row(Member member, Emission emission, @Nullable Object[] values) {
    }

    /** Calls a batch handler for several events. What is wrong with one event's values or result fails that event alone. */
    void run(Dependency dependency, Handler.BatchFunction function, List<Member> members) {
        var watch = metrics.endpoint(dependency.countedAs());
        var rows = new ArrayList<Row>();
        for (var member : members) {
            var begun = System.nanoTime();
            try {
                var emission = new Emission(dependency, results(member.session(), dependency, member.input(), Optional.empty()), timings, true, member.ears().results());
                rows.add(new Row(member, emission, arguments.of(member.session(), dependency, member.input(),
                        new Arguments.Tools(new Progress(member.ears().progress()), emission::cacheWasUsed))));
                watch.took(Step.PREPROCESS, System.nanoTime() - begun);
                shown.inputs(member.session(), dependency, member.input());
            } catch (Throwable e) {
                member.failed().accept(e);
            }
        }
        if (rows.isEmpty()) {
            return;
        }
        List<?> answers;
        var called = System.nanoTime();
        try (var toasts = Toast.receive(toast -> rows.forEach(row -> row.member().ears().toasts().accept(toast)))) {
            answers = answers(dependency, function, rows.stream().map(Row::values).toList());
        } catch (Throwable e) {
            rows.forEach(row -> row.member().failed().accept(e));
            return;
        } finally {
            var took = System.nanoTime() - called;
            rows.forEach(row -> watch.took(Step.HANDLER, took));
        }
        for (var i = 0; i < rows.size(); i++) {
            var row = rows.get(i);
            try {
                var output = row.emission().complete(answers.get(i));
                shown.outputs(row.member().session(), dependency, output);
                row.member().succeeded().accept(output);
                watch.took(Step.POSTPROCESS, row.emission().converting());
            } catch (Throwable e) {
                row.member().failed().accept(e);
            }
        }
    }

    /** Why an event failed, as clients may know it; logs what they may not. */
    Message.Failure failure(Session session, String eventId, Dependency dependency, Throwable cause) {
        try {
            return readable(session, eventId, dependency, cause);
        } catch (Throwable e) {
            // An exception may fail when it is asked what it says. The event ends nevertheless, or its place would be taken for good.
            return new Message.Failure(null, null, true);
        }
    }

    private Message.Failure readable(Session session, String eventId, Dependency dependency, Throwable cause) {
        if (cause instanceof GradioException e) {
            if (e.logged()) {
                LOG.log(Logger.Level.INFO, () -> failed(session, eventId, dependency) + ": " + e.getMessage(), e);
            }
            return new Message.Failure(e.getMessage(), new Message.FailureToast(e.title(), seconds(e.duration())), e.visible());
        }
        LOG.log(Logger.Level.ERROR, () -> failed(session, eventId, dependency), cause);
        if (cause instanceof StorageException || cause instanceof UnreachableException) {
            return new Message.Failure(cause.getMessage(), null, true);
        }
        var text = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        return new Message.Failure(app.showError() ? text : null, null, true);
    }

    /** The words that logs are searched by. The session is hashed: whoever knows its name can read its messages. */
    private static String failed(Session session, String eventId, Dependency dependency) {
        return "The handler '" + dependency.apiName() + "' failed [endpoint=/" + dependency.apiName() + " event=" + eventId + " session="
                + (session.hash().isEmpty() ? "none" : Hashes.version(session.hash().getBytes(StandardCharsets.UTF_8))) + "]";
    }

    static @Nullable Double seconds(Optional<Duration> duration) {
        return duration.map(Call::seconds).orElse(null);
    }

    static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
