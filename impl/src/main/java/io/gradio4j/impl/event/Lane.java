package io.gradio4j.impl.event;

import io.gradio4j.impl.app.Dependency;
import io.gradio4j.impl.message.Message;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The events that share one limit, first come first served. Guarded by the queue's lock. */
final class Lane {

    private final OptionalInt limit;
    private final Timings timings;
    private final ArrayDeque<Job> waiting = new ArrayDeque<>();
    private final Set<Turn> running = new HashSet<>();
    private boolean told = true;

    Lane(OptionalInt limit, Timings timings) {
        this.limit = limit;
        this.timings = timings;
    }

    void add(Job job) {
        waiting.add(job);
        job.session().outbox().add(estimation(job, waiting.size() - 1, waitBefore(waiting.size() - 1)));
    }

    /** Who is next if there is someone and the turn has come: an event, or those of the same function that may run with it. */
    @Nullable Turn next() {
        if (waiting.isEmpty() || limit.isPresent() && running.size() >= limit.getAsInt()) {
            return null;
        }
        var first = waiting.remove();
        var size = first.dependency().batchSize();
        var turn = new Turn(size.isEmpty() ? List.of(first) : batch(first, size.getAsInt()));
        running.add(turn);
        told = waiting.isEmpty();
        return turn;
    }

    private List<Job> batch(Job first, int size) {
        var batch = new ArrayList<Job>();
        batch.add(first);
        var others = waiting.iterator();
        while (others.hasNext() && batch.size() < size) {
            var job = others.next();
            if (job.dependency() == first.dependency()) {
                batch.add(job);
                others.remove();
            }
        }
        return batch;
    }

    /** Takes an event out that does not want to wait any more; those behind it have moved up. */
    void remove(Job job) {
        if (waiting.remove(job)) {
            told = waiting.isEmpty();
        }
    }

    /** Gives a place free. */
    void remove(Turn turn) {
        running.remove(turn);
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
        var own = timings.event(job.dependency().timedAs());
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
        if (limit.isEmpty()) {
            return wait;
        }
        var own = expected(job.dependency());
        return wait == null || own == null ? null : wait + own / limit.getAsInt();
    }

    /** How long an event keeps its place, in seconds: a stream as long as it may. */
    private @Nullable Double expected(Dependency dependency) {
        var atMost = dependency.definition().timeLimit();
        return dependency.streams() && atMost.isPresent() ? Double.valueOf(Call.seconds(atMost.get())) : timings.event(dependency.timedAs());
    }

    /** Seconds until one more event can run; null when it cannot be told. */
    private @Nullable Double untilFree() {
        if (limit.isEmpty() || running.size() < limit.getAsInt()) {
            return 0.0;
        }
        var now = System.nanoTime();
        var least = Double.MAX_VALUE;
        for (var turn : running) {
            var length = expected(turn.dependency());
            if (length == null) {
                return null;
            }
            least = Math.min(least, length - (now - turn.since()) / 1e9);
        }
        return Math.max(least, 0);
    }
}
