package io.gradio4j.impl.event;

import io.gradio4j.impl.app.App;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/** All lanes of a queue, and the ceiling over them. Guarded by the queue's lock. */
final class Lanes {

    private final App.Limits limits;
    private final Timings timings;
    private final Map<String, Lane> lanes = new LinkedHashMap<>();
    private int running;

    Lanes(App.Limits limits, Timings timings) {
        this.limits = limits;
        this.timings = timings;
    }

    /** An event waits. */
    void add(Job job) {
        of(job).add(job);
    }

    private Lane of(Job job) {
        var dependency = job.dependency();
        return lanes.computeIfAbsent(dependency.lane(), l -> new Lane(dependency.limit(), timings));
    }

    /** An event does not want to wait any more. */
    void remove(Job job) {
        of(job).remove(job);
    }

    /** A turn is over. */
    void remove(Turn turn) {
        var lane = of(turn.jobs().getFirst());
        lane.remove(turn);
        if (lane.isIdle()) {
            lanes.remove(turn.dependency().lane());
        }
        running--;
    }

    /** Starts as many waiting events as the limits allow, lane by lane in turn. */
    void startWaiting(Consumer<Turn> start) {
        var started = true;
        while (started) {
            started = false;
            for (var lane : lanes.values()) {
                var turn = running < limits.maxThreads() ? lane.next() : null;
                if (turn != null) {
                    running++;
                    start.accept(turn);
                    started = true;
                }
            }
        }
    }

    /** How many events wait. */
    int waiting() {
        return lanes.values().stream().mapToInt(Lane::waiting).sum();
    }

    /** Whether waiting events are to hear of their place: when it has changed, or at any time where the app wants it regularly. */
    boolean hasNews() {
        return lanes.values().stream().anyMatch(this::hasNews);
    }

    private boolean hasNews(Lane lane) {
        return limits.newsRate().isPresent() ? lane.waiting() > 0 : lane.hasNews();
    }

    void tellNews() {
        lanes.values().stream().filter(this::hasNews).forEach(Lane::tell);
    }
}
