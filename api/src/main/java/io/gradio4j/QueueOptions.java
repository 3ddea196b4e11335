package io.gradio4j;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** How an app's events wait, see {@link Blocks#queue}. */
public final class QueueOptions {

    private int maxSize;
    private int defaultConcurrency;
    private boolean unlimited;
    private boolean apiOpen = true;
    private @Nullable Duration statusUpdateRate;

    QueueOptions() {
    }

    /**
     * How many events may wait, those that run not counted. Further ones are refused with the status 503.
     *
     * @param atMost 1 or more; default: {@code GRADIO_MAX_QUEUE_SIZE}, else 10,000
     * @return these options
     * @throws IllegalArgumentException if less than 1
     */
    public QueueOptions maxSize(int atMost) {
        maxSize = atLeastOne("maxSize", atMost);
        return this;
    }

    /**
     * How many events of one listener run at once, unless the listener says otherwise.
     *
     * @param atMost 1 or more; default: {@code GRADIO_DEFAULT_CONCURRENCY_LIMIT}, else 1
     * @return these options
     * @throws IllegalArgumentException if less than 1
     */
    public QueueOptions defaultConcurrencyLimit(int atMost) {
        defaultConcurrency = atLeastOne("defaultConcurrencyLimit", atMost);
        unlimited = false;
        return this;
    }

    /** Lets any number of events of one listener run at once, unless the listener says otherwise. */
    public QueueOptions unlimitedConcurrency() {
        unlimited = true;
        return this;
    }

    /**
     * How often waiting events hear of their place.
     *
     * @param rate default: whenever somebody's place has changed
     * @return these options
     * @throws IllegalArgumentException if it is not positive
     */
    public QueueOptions statusUpdateRate(Duration rate) {
        if (!rate.isPositive()) {
            throw new IllegalArgumentException("statusUpdateRate must be positive, not " + rate);
        }
        statusUpdateRate = rate;
        return this;
    }

    /**
     * Whether clients may call functions that use the queue past it, at {@code /run}.
     *
     * @param open default: true
     * @return these options
     */
    public QueueOptions apiOpen(boolean open) {
        apiOpen = open;
        return this;
    }

    private static int atLeastOne(String option, int atMost) {
        if (atMost < 1) {
            throw new IllegalArgumentException(option + " must be 1 or more, not " + atMost);
        }
        return atMost;
    }

    /** How many events may wait; empty for the server's limit. */
    public OptionalInt maxSize() {
        return maxSize == 0 ? OptionalInt.empty() : OptionalInt.of(maxSize);
    }

    /**
     * How many events of one listener run at once.
     *
     * @param otherwise what holds when nothing was said
     * @return empty for any number
     */
    public OptionalInt concurrency(OptionalInt otherwise) {
        return unlimited ? OptionalInt.empty() : defaultConcurrency > 0 ? OptionalInt.of(defaultConcurrency) : otherwise;
    }

    /** How often waiting events hear of their place; empty for whenever it has changed. */
    public Optional<Duration> statusUpdateRate() {
        return Optional.ofNullable(statusUpdateRate);
    }

    /** Whether clients may call functions that use the queue past it. */
    public boolean isApiOpen() {
        return apiOpen;
    }
}
