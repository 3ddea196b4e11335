package io.gradio4j.impl.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HistoryTest {

    private static void add(Metrics metrics, Outcome outcome, int millis) {
        metrics.endpoint("greet").ended(outcome, millis * 1_000_000L);
    }

    @Test
    void withoutEventsThereAreNoFunctions() {
        assertThat(new Metrics(10).history().json()).hasToString("{\"functions\":{}}");
    }

    @Test
    void figuresAreThoseOfTheStartedEvents() {
        var metrics = new Metrics(1_000);
        IntStream.rangeClosed(1, 99).forEach(i -> add(metrics, Outcome.SUCCEEDED, i * 10));
        add(metrics, Outcome.FAILED, 1_000);
        metrics.endpoint("greet").ended(Outcome.REFUSED);
        assertThat(metrics.history().json()).hasToString("{\"functions\":{\"greet\":{\"success_rate\":0.99,\"process_time_percentiles\":"
                + "{\"50th\":0.5,\"90th\":0.9,\"99th\":0.99},\"total_requests\":100}}}");
    }

    @Test
    void oneEventIsEveryPercentile() {
        var metrics = new Metrics(10);
        add(metrics, Outcome.CANCELLED, 20);
        assertThat(metrics.history().summaries()).containsExactly(new History.Summary("greet", 1, 0, 0.02, 0.02, 0.02));
    }

    @Test
    void theOldestEventsAreForgotten() {
        var metrics = new Metrics(3);
        IntStream.rangeClosed(1, 5).forEach(i -> add(metrics, Outcome.SUCCEEDED, i));
        assertThat(metrics.history().events()).extracting(History.Ended::seconds).containsExactlyInAnyOrder(0.003, 0.004, 0.005);
    }

    @Test
    void nothingIsKeptWithoutMonitoring() {
        var metrics = new Metrics(0);
        add(metrics, Outcome.SUCCEEDED, 1);
        assertThat(metrics.history().events()).isEmpty();
    }
}
