package io.gradio4j.impl.metrics;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** What is known of an app's events, by endpoint. Safe for use by many threads. */
public final class Metrics {

    private static final int MOST = 1_000;
    private static final String OTHERS = "other";

    private final History history;
    private final Map<String, EndpointMetrics> endpoints = new ConcurrentHashMap<>();

    /**
     * Starts without events.
     *
     * @param remembered how many of the last events are kept one by one
     */
    public Metrics(int remembered) {
        history = new History(remembered);
    }

    /** An endpoint; beyond the first thousand all are one, so that names that come and go fill no memory. */
    public EndpointMetrics endpoint(String name) {
        var known = endpoints.get(name);
        if (known != null) {
            return known;
        }
        var kept = endpoints.size() < MOST ? name : OTHERS;
        return endpoints.computeIfAbsent(kept, n -> new EndpointMetrics(n, history));
    }

    /** The last events. */
    public History history() {
        return history;
    }

    /** All endpoints that had an event, by name. */
    SortedMap<String, EndpointMetrics> endpoints() {
        return new TreeMap<>(endpoints);
    }
}
