package io.gradio4j.impl.metrics;

import java.util.concurrent.atomic.LongAdder;

/** How often something took how long, in fixed classes. Counting takes no lock. Safe for use by many threads. */
final class Histogram {

    /** The upper bounds of the classes in seconds; one more class has the rest. */
    static final double[] BOUNDS = {0.0001, 0.0005, 0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 5, 10, 60};

    private final LongAdder[] counts = new LongAdder[BOUNDS.length + 1];
    private final LongAdder nanos = new LongAdder();

    Histogram() {
        for (var i = 0; i < counts.length; i++) {
            counts[i] = new LongAdder();
        }
    }

    void add(long duration) {
        var seconds = duration / 1e9;
        var i = 0;
        while (i < BOUNDS.length && seconds > BOUNDS[i]) {
            i++;
        }
        counts[i].increment();
        nanos.add(duration);
    }

    /** How many there are in each class, the rest last. */
    long[] counts() {
        var result = new long[counts.length];
        for (var i = 0; i < result.length; i++) {
            result[i] = counts[i].sum();
        }
        return result;
    }

    /** All times together, in seconds. */
    double seconds() {
        return nanos.sum() / 1e9;
    }
}
