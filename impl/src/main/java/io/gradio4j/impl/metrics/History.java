package io.gradio4j.impl.metrics;

import io.gradio4j.impl.json.Jsons;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/** The last events of an app, one by one; each new one takes the place of the oldest. Adding takes no lock. Safe for use by many threads. */
public final class History {

    private final AtomicReferenceArray<@Nullable Ended> ring;
    private final AtomicLong next = new AtomicLong();

    /** Keeps this many events, none if it is 0. */
    History(int capacity) {
        ring = new AtomicReferenceArray<>(capacity);
    }

    /**
     * An event that was started and has ended.
     *
     * @param endpoint the endpoint's name
     * @param outcome how it ended
     * @param at when, in milliseconds since 1970
     * @param seconds how long it ran
     */
    public record Ended(String endpoint, Outcome outcome, long at, double seconds) {
    }

    void add(String endpoint, Outcome outcome, long nanos) {
        if (ring.length() > 0) {
            ring.set((int) (next.getAndIncrement() % ring.length()), new Ended(endpoint, outcome, System.currentTimeMillis(), nanos / 1e9));
        }
    }

    /** The events, the oldest one first. */
    public List<Ended> events() {
        var events = new ArrayList<Ended>();
        for (var i = 0; i < ring.length(); i++) {
            var event = ring.get(i);
            if (event != null) {
                events.add(event);
            }
        }
        events.sort(Comparator.comparingLong(Ended::at));
        return events;
    }

    /**
     * The events of one endpoint in figures.
     *
     * @param endpoint the endpoint's name
     * @param total how many events there are
     * @param successRate the share of those that succeeded, 0 to 1
     * @param p50 the time within which half of them ran, in seconds
     * @param p90 the same for 90 %
     * @param p99 the same for 99 %
     */
    public record Summary(String endpoint, int total, double successRate, double p50, double p90, double p99) {
    }

    /** The figures of each endpoint, by name. */
    public List<Summary> summaries() {
        var byEndpoint = new TreeMap<String, List<Ended>>();
        events().forEach(e -> byEndpoint.computeIfAbsent(e.endpoint(), n -> new ArrayList<>()).add(e));
        return byEndpoint.entrySet().stream().map(e -> summary(e.getKey(), e.getValue())).toList();
    }

    private static Summary summary(String endpoint, List<Ended> events) {
        var seconds = events.stream().mapToDouble(Ended::seconds).sorted().toArray();
        var succeeded = events.stream().filter(e -> e.outcome() == Outcome.SUCCEEDED).count();
        return new Summary(endpoint, events.size(), (double) succeeded / events.size(), percentile(seconds, 50), percentile(seconds, 90),
                percentile(seconds, 99));
    }

    private static double percentile(double[] sorted, int percent) {
        return sorted[Math.max(0, (int) Math.ceil(sorted.length * percent / 100.0) - 1)];
    }

    /** The figures as Gradio's API page asks for them. */
    public JsonObject json() {
        var functions = Jsons.object();
        for (var summary : summaries()) {
            functions.add(summary.endpoint(), Jsons.object().add("success_rate", summary.successRate())
                    .add("process_time_percentiles", Jsons.object().add("50th", summary.p50()).add("90th", summary.p90())
                            .add("99th", summary.p99()))
                    .add("total_requests", summary.total()));
        }
        return Jsons.object().add("functions", functions).build();
    }
}
