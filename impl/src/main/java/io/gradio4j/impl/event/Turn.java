package io.gradio4j.impl.event;

import io.gradio4j.impl.app.Dependency;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** One place in a lane: an event, or several that run together, on one thread. Safe for use by many threads once it has started. */
final class Turn {

    private final List<Job> jobs;
    private final AtomicInteger unfinished;
    private volatile @Nullable Thread thread;
    private volatile @Nullable Future<?> limit;
    private volatile boolean left;
    private volatile long since = System.nanoTime();

    Turn(List<Job> jobs) {
        this.jobs = jobs;
        unfinished = new AtomicInteger(jobs.size());
    }

    /** The events, all of one listener. */
    List<Job> jobs() {
        return jobs;
    }

    Dependency dependency() {
        return jobs.getFirst().dependency();
    }

    /** All its events go from waiting to running; false if one was cancelled before. */
    boolean start(Thread thread) {
        this.thread = thread;
        since = System.nanoTime();
        var all = true;
        for (var job : jobs) {
            all &= job.start(this);
        }
        return all;
    }

    /** When it started, by {@link System#nanoTime}. */
    long since() {
        return since;
    }

    /** What happens when its time is over. */
    void limitedBy(Future<?> limit) {
        this.limit = limit;
    }

    /** One of its events has ended; true if it was the last one: then its place is free. */
    boolean leave() {
        if (unfinished.decrementAndGet() > 0) {
            return false;
        }
        if (limit != null) {
            limit.cancel(false);
        }
        return true;
    }

    /** Whether all its events have ended. */
    boolean isOver() {
        return unfinished.get() <= 0;
    }

    /** Its thread has done with it. */
    void left() {
        left = true;
    }

    /** Whether its thread has done with it: a handler may go on after all events have ended. */
    boolean hasLeft() {
        return left;
    }

    void interrupt() {
        if (thread != null) {
            thread.interrupt();
        }
    }
}
