package io.gradio4j.impl.metrics;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/** What is known of one endpoint's events. Counting takes no lock. Safe for use by many threads. */
public final class EndpointMetrics {

    private final String name;
    private final History history;
    private final Map<Step, Histogram> steps = new EnumMap<>(Step.class);
    private final Map<Outcome, LongAdder> outcomes = new EnumMap<>(Outcome.class);

    EndpointMetrics(String name, History history) {
        this.name = name;
        this.history = history;
        for (var step : Step.values()) {
            steps.put(step, new Histogram());
        }
        for (var outcome : Outcome.values()) {
            outcomes.put(outcome, new LongAdder());
        }
    }

    /**
     * Counts a part of an event's way.
     *
     * @param step which part
     * @param nanos how long it took
     */
    public void took(Step step, long nanos) {
        step(step).add(nanos);
    }

    /**
     * Counts the end of an event that was started.
     *
     * @param outcome how it ended
     * @param nanos how long it ran
     */
    public void ended(Outcome outcome, long nanos) {
        ended(outcome);
        history.add(name, outcome, nanos);
    }

    /** Counts the end of an event that was never started. */
    public void ended(Outcome outcome) {
        outcome(outcome).increment();
    }

    Histogram step(Step step) {
        return java.util.Objects.requireNonNull(steps.get(step));
    }

    LongAdder outcome(Outcome outcome) {
        return java.util.Objects.requireNonNull(outcomes.get(outcome));
    }
}
