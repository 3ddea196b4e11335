package io.gradio4j.impl.message;

import io.gradio4j.Progress;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the server tells about events. The names and fields on the wire are Gradio's; {@link MessageWriter} writes them. */
public sealed interface Message {

    /** A message about one event. */
    sealed interface OfEvent extends Message {
        /** The event. */
        String eventId();
    }

    /** Where a waiting event stands: 0 is next; the time is in seconds, null when unknown. */
    record Estimation(String eventId, int rank, int queueSize, @Nullable Double rankEta) implements OfEvent {
    }

    /** The event runs; its usual time in seconds, null when unknown. */
    record ProcessStarts(String eventId, @Nullable Double eta) implements OfEvent {
    }

    /** How far it is, the outermost loop first. */
    record ProgressReport(String eventId, List<Progress.Unit> units) implements OfEvent {
    }

    /** A toast; its time in seconds, null for until it is closed. */
    record Log(String eventId, String text, String level, @Nullable Double duration, boolean visible, String title) implements OfEvent {
    }

    /** A result that is not the last one. */
    record ProcessGenerating(String eventId, Output output) implements OfEvent {
    }

    /** The result for one piece of a stream; seconds that the stream may still last, null when it is not limited. */
    record ProcessStreaming(String eventId, Output output, @Nullable Double timeLimit) implements OfEvent {
    }

    /** The last word of an event that succeeded; how the results were remembered, null when the function was called. */
    record Succeeded(String eventId, Output output, @Nullable Remembered remembered) implements OfEvent {

        /** An event whose function was called. */
        public Succeeded(String eventId, Output output) {
            this(eventId, output, null);
        }
    }

    /** How long it took to find results in a cache, and how long the function takes usually, null when unknown; in seconds. */
    record Remembered(double duration, @Nullable Double usual) {
    }

    /** The last word of an event that failed; whether it had given a result before. */
    record Failed(String eventId, Failure failure, boolean late) implements OfEvent {

        /** An event that failed before it gave anything. */
        public Failed(String eventId, Failure failure) {
            this(eventId, failure, false);
        }
    }

    /** The last word of an event that was cancelled. */
    record Cancelled(String eventId) implements OfEvent {
    }

    /** A message about an event as another node has written it: its name on the wire, and all of its text. */
    record Written(String eventId, String name, String text) implements OfEvent {
    }

    /** The answer to a join over the WebSocket. */
    record Joined(String clientId, String eventId) implements Message {
    }

    /** The refusal of a join over the WebSocket, as HTTP would have said it. */
    record Rejected(String clientId, int status, JsonValue detail) implements Message {
    }

    /** All is well; nothing to say. */
    record Heartbeat() implements Message {
    }

    /** The end of a stream. */
    record CloseStream() implements Message {
    }

    /** The stream as a whole failed. */
    record UnexpectedError(String text, boolean sessionNotFound) implements Message {
    }

    /**
     * What an event gives.
     *
     * @param data one for each output
     * @param generating whether more is to come
     * @param duration seconds that this step took
     * @param averageDuration the function's mean, in seconds
     * @param changedStates ids of state that has changed and has a listener for it
     * @param usedCache whether the function found something in a cache of its own
     * @param part what the page is told of a part that was drawn; null for none
     */
    record Output(List<Datum> data, boolean generating, double duration, double averageDuration, List<Integer> changedStates,
            boolean usedCache, @Nullable JsonObject part) {

        /** What an event gives without a cache. */
        public Output(List<Datum> data, boolean generating, double duration, double averageDuration, List<Integer> changedStates) {
            this(data, generating, duration, averageDuration, changedStates, false, null);
        }

        /** The same with a part that was drawn. */
        public Output with(JsonObject part) {
            return new Output(data, generating, duration, averageDuration, changedStates, usedCache, part);
        }

        /** The same with more to come. */
        public Output unfinished() {
            return new Output(data, true, duration, averageDuration, changedStates, usedCache, part);
        }
    }

    /**
     * Why an event failed.
     *
     * @param error the text, or null when it is not to be shown
     * @param toast how it shows; null when the failure is no {@link io.gradio4j.GradioException}
     * @param visible whether it shows a toast
     */
    record Failure(@Nullable String error, @Nullable FailureToast toast, boolean visible) {
    }

    /** A failure's toast: its title, and seconds, null for until it is closed. */
    record FailureToast(String title, @Nullable Double duration) {
    }

    /** Whether this is the last message about its event. */
    default boolean ends() {
        return this instanceof Succeeded || this instanceof Failed || this instanceof Cancelled
                || this instanceof Written written && written.name().equals(MessageWriter.COMPLETED);
    }
}
