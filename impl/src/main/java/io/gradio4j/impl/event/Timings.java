package io.gradio4j.impl.event;

import java.util.concurrent.ConcurrentHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How long functions take on average, in seconds: for a step, as results say it, and for a whole event, as the queue estimates it. */
final class Timings {

    private final Map<Integer, Mean> steps = new ConcurrentHashMap<>();
    private final Map<Integer, Mean> events = new ConcurrentHashMap<>();

    private static final class Mean {
        private double total;
        private long count;

        synchronized double add(double seconds) {
            total += seconds;
            return total / ++count;
        }

        synchronized @Nullable Double value() {
            return count == 0 ? null : total / count;
        }
    }

    /** Counts a step; the new mean. */
    double step(int dependency, double seconds) {
        return steps.computeIfAbsent(dependency, d -> new Mean()).add(seconds);
    }

    /** Counts an event. */
    void event(int dependency, double seconds) {
        events.computeIfAbsent(dependency, d -> new Mean()).add(seconds);
    }

    /** The mean of a whole event; null when none has ended yet. */
    @Nullable Double event(int dependency) {
        var mean = events.get(dependency);
        return mean == null ? null : mean.value();
    }
}
