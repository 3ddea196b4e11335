package io.gradio4j.impl.event;

import io.gradio4j.impl.message.Message;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The events that share one limit, first come first served. Guarded by the queue's lock. */
final class Lane {

    private final OptionalInt limit;
    private final Timings timings;
    private final ArrayDeque<Job> waiting = new ArrayDeque<>();
    private final Set<Job> running = new HashSet<>();
    private boolean told = true;

    Lane(OptionalInt limit, Timings timings) {
        this.limit = limit;
        this.timings = timings;
    }

    void add(Job job) {
        waiting.add(job);
        job.session().outbox().add(estimation(job, waiting.size() - 1, waitBefore(waiting.size() - 1)));
    }

    /** The next event if there is one and its turn has come. */
    @Nullable Job next() {
        if (waiting.isEmpty() || limit.isPresent() && running.size() >= limit.getAsInt()) {
            return null;
        }
        var job = waiting.remove();
        running.add(job);
        told = waiting.isEmpty();
        return job;
    }

    /** Forgets an event that has ended; those that waited behind it have moved up. */
    void remove(Job job) {
        if (waiting.remove(job)) {
            told = waiting.isEmpty();
        } else {
            running.remove(job);
        }
    }

    boolean isIdle() {
        return waiting.isEmpty() && running.isEmpty();
    }

    int waiting() {
        return waiting.size();
    }

    /** Whether waiting events do not know yet that they moved up. */
    boolean hasNews() {
        return !told;
    }

    /** Tells all waiting events where they stand. */
    void tell() {
        told = true;
        var rank = 0;
        var wait = untilFree();
        for (var job : waiting) {
            job.session().outbox().add(estimation(job, rank++, wait));
            wait = plusOne(wait, job);
        }
    }

    private Message.Estimation estimation(Job job, int rank, @Nullable Double wait) {
        var own = timings.event(job.dependency().id());
        return new Message.Estimation(job.id(), rank, waiting.size(), wait == null || own == null ? null : own + wait);
    }

    private @Nullable Double waitBefore(int rank) {
        var wait = untilFree();
        var i = 0;
        for (var job : waiting) {
            if (i++ == rank) {
                break;
            }
            wait = plusOne(wait, job);
        }
        return wait;
    }

    private @Nullable Double plusOne(@Nullable Double wait, Job job) {
        var own = timings.event(job.dependency().id());
        if (limit.isEmpty()) {
            return wait;
        }
        return wait == null || own == null ? null : wait + own / limit.getAsInt();
    }

    /** Seconds until one more event can run; null when it cannot be told. */
    private @Nullable Double untilFree() {
        if (limit.isEmpty() || running.size() < limit.getAsInt()) {
            return 0.0;
        }
        var now = System.nanoTime();
        var least = Double.MAX_VALUE;
        for (var job : running) {
            var mean = timings.event(job.dependency().id());
            if (mean == null) {
                return null;
            }
            var since = job.running().map(Phase.Running::since).orElse(now);
            least = Math.min(least, mean - (now - since) / 1e9);
        }
        return Math.max(least, 0);
    }
}
