package io.gradio4j.impl.event;

import io.gradio4j.Component;
import io.gradio4j.HasGrowingText;
import io.gradio4j.Sink;
import io.gradio4j.State;
import io.gradio4j.impl.app.Dependency;
import io.gradio4j.impl.json.Jsons;
import io.gradio4j.impl.message.Datum;
import io.gradio4j.impl.message.Edit;
import io.gradio4j.impl.message.Message;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The results of one event as they come: whole values first, then only what changed. An appended text is never compared or copied, so a
 * long text costs no more per piece than a short one.
 */
final class Emission implements Sink<@Nullable Object> {

    /** Takes each result that is not the last one. */
    interface Receiver {
        /**
         * Takes a result.
         *
         * @param output the result
         * @throws java.util.concurrent.CancellationException when no more is wanted
         */
        void accept(Message.Output output);
    }

    private final Dependency dependency;
    private final Results results;
    private final Timings timings;
    private final boolean simple;
    private final Receiver receiver;
    private final List<Current> current = new ArrayList<>();
    private long stepStarted = System.nanoTime();
    private long converting;
    private boolean first = true;
    private @Nullable Recording recording;
    private volatile boolean usedCache;

    /** What an output has: a value, or a text that grows. */
    private sealed interface Current {
        record Whole(JsonValue value) implements Current {
        }

        /** The text at a path of a value; the value is the text where the path is empty. */
        record Growing(JsonValue around, List<Object> path, StringBuilder text) implements Current {
        }
    }

    Emission(Dependency dependency, Results results, Timings timings, boolean simple, Receiver receiver) {
        this.dependency = dependency;
        this.results = results;
        this.timings = timings;
        this.simple = simple;
        this.receiver = receiver;
        dependency.outputs().forEach(o -> current.add(new Current.Whole(JsonValue.NULL)));
    }

    @Override
    public void next(@Nullable Object update) {
        show(converted(update));
    }

    /** Shows values as they are on the wire. */
    void show(List<JsonValue> values) {
        if (recording != null) {
            recording.whole(values);
        }
        var data = new ArrayList<Datum>(values.size());
        for (var i = 0; i < values.size(); i++) {
            var value = values.get(i);
            data.add(simple || first ? new Datum.Whole(value) : new Datum.Edits(Diff.between(whole(i), value)));
            current.set(i, new Current.Whole(value));
        }
        send(data);
    }

    private List<JsonValue> converted(@Nullable Object result) {
        var started = System.nanoTime();
        try {
            return results.of(result);
        } finally {
            converting += System.nanoTime() - started;
        }
    }

    /** How long it took to convert what the handler gave, in nanoseconds. */
    long converting() {
        return converting;
    }

    @Override
    public void append(String text) {
        if (dependency.outputs().size() != 1) {
            throw new IllegalStateException("append(text) needs exactly one output, the handler '" + dependency.apiName() + "' has "
                    + dependency.outputs().size() + "; use append(output, text)");
        }
        append(0, text);
    }

    @Override
    public void append(Component<String, ?> output, String text) {
        append(index(output), text);
    }

    private int index(Object output) {
        for (var i = 0; i < dependency.outputs().size(); i++) {
            if (dependency.outputs().get(i).block() == output) {
                return i;
            }
        }
        throw new IllegalArgumentException(output + " is none of the outputs of the handler '" + dependency.apiName() + "'");
    }

    @Override
    public void append(HasGrowingText output, String text) {
        append(index(output), text);
    }

    /** Adds text to the end of one output's text. */
    void append(int index, String text) {
        if (recording != null) {
            recording.grown(index, text);
        }
        if (first) {
            leaveOthers(index);
        }
        var grows = current.get(index) instanceof Current.Growing || hasText(index);
        var growing = growing(index);
        growing.text().append(text);
        var data = new ArrayList<Datum>(current.size());
        for (var i = 0; i < current.size(); i++) {
            if (simple || first) {
                data.add(datum(i));
            } else if (i == index) {
                data.add(grows ? new Datum.Appended(growing.path(), text)
                        : new Datum.Edits(List.of(new Edit(Edit.Action.REPLACE, List.of(), Jsons.string(growing.text().toString())))));
            } else {
                data.add(new Datum.Edits(List.of()));
            }
        }
        send(data);
    }

    /** Of several outputs, those that nothing was said of stay as they are. */
    private void leaveOthers(int index) {
        for (var i = 0; i < current.size(); i++) {
            if (i != index && !(dependency.outputs().get(i).block() instanceof State<?>)) {
                current.set(i, new Current.Whole(Results.SKIP));
            }
        }
    }

    private Current.Growing growing(int index) {
        if (current.get(index) instanceof Current.Growing growing) {
            return growing;
        }
        var value = whole(index);
        var path = path(index, value).orElseThrow(() -> new IllegalStateException("append(text) needs a text, but "
                + dependency.outputs().get(index).block().describe() + " has another kind of value"));
        var start = Within.get(value, path) instanceof JsonString text ? text.getString() : "";
        var growing = new Current.Growing(value, path, new StringBuilder(start));
        current.set(index, growing);
        return growing;
    }

    private boolean hasText(int index) {
        var value = whole(index);
        return path(index, value).filter(path -> Within.get(value, path) instanceof JsonString).isPresent();
    }

    /** Where the text stands that may grow; nothing at all may become a text. */
    private Optional<List<Object>> path(int index, JsonValue value) {
        return dependency.outputs().get(index).block() instanceof HasGrowingText component ? component.growingText(value)
                : value instanceof JsonString || value == JsonValue.NULL || value.equals(Results.SKIP) ? Optional.of(List.of())
                : Optional.empty();
    }

    private JsonValue whole(int index) {
        return switch (current.get(index)) {
            case Current.Whole(JsonValue value) -> value;
            case Current.Growing(JsonValue around, List<Object> path, StringBuilder text) ->
                    Within.put(around, path, Jsons.string(text.toString()));
        };
    }

    private Datum datum(int index) {
        return switch (current.get(index)) {
            case Current.Whole(JsonValue value) -> new Datum.Whole(value);
            case Current.Growing growing when growing.path().isEmpty() -> new Datum.Text(growing.text().toString());
            case Current.Growing growing -> new Datum.Whole(whole(index));
        };
    }

    private void send(List<Datum> data) {
        first = false;
        receiver.accept(output(data, true));
    }

    /** The last result: every output's whole value. */
    Message.Output complete() {
        var data = new ArrayList<Datum>(current.size());
        for (var i = 0; i < current.size(); i++) {
            data.add(datum(i));
        }
        return output(data, false);
    }

    /** The only result. */
    Message.Output complete(@Nullable Object result) {
        return completeWith(converted(result));
    }

    /** The only result, as it is on the wire. */
    Message.Output completeWith(List<JsonValue> values) {
        if (recording != null) {
            recording.only(values);
        }
        return output(values.stream().<Datum>map(Datum.Whole::new).toList(), false);
    }

    /** From now on all results are recorded too. */
    Emission recordedBy(@Nullable Recording recording) {
        this.recording = recording;
        return this;
    }

    /** The handler found something in a cache of its own. */
    void cacheWasUsed() {
        usedCache = true;
    }

    private Message.Output output(List<Datum> data, boolean generating) {
        var now = System.nanoTime();
        var seconds = (now - stepStarted) / 1e9;
        stepStarted = now;
        return new Message.Output(data, generating, seconds, timings.step(dependency.timedAs(), seconds), results.changedStates(), usedCache, null);
    }
}
