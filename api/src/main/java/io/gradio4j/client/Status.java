package io.gradio4j.client;

import io.gradio4j.Progress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How far a call is.
 *
 * @param stage where it is
 * @param ahead how many calls are before it in the queue; empty when it does not wait there
 * @param queueSize how many calls wait in that queue; empty when it does not wait there
 * @param eta how long it will take, as the server guesses: until the result comes when it waits, the function's usual time when it runs
 * @param progress what the function says about itself, the outermost loop first
 */
public record Status(Stage stage, OptionalInt ahead, OptionalInt queueSize, Optional<Duration> eta, List<Progress.Unit> progress) {

    /** Where a call is. */
    public enum Stage {
        /** In the queue. */
        WAITING,
        /** The function runs. */
        RUNNING,
        /** The result is here. */
        DONE,
        /** There will be no result. */
        FAILED,
        /** There will be no result because nobody wants it. */
        CANCELLED;

        /** Whether nothing more will happen. */
        public boolean isLast() {
            return this == DONE || this == FAILED || this == CANCELLED;
        }
    }

    static Status of(Stage stage) {
        return new Status(stage, OptionalInt.empty(), OptionalInt.empty(), Optional.empty(), List.of());
    }

    Status withProgress(List<Progress.Unit> units) {
        return new Status(stage, ahead, queueSize, eta, units);
    }
}
