package io.gradio4j.impl.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ExpositionTest {

    private static final Exposition.Now NOW = new Exposition.Now(1, 2, 3, 4, 5, 6, 7, 8);

    private final Metrics metrics = new Metrics(10);

    private List<String> lines(boolean openMetrics) {
        return Exposition.text(metrics, NOW, openMetrics).lines().toList();
    }

    @Test
    void whatIsSoNowIsShownEvenWithoutEvents() {
        assertThat(lines(false)).contains("gradio_queue_waiting 1", "gradio_queue_running 2", "gradio_sessions 3", "gradio_sessions_connected 4",
                "gradio_outbox_messages 5", "gradio_outbox_messages_max 6").noneMatch(l -> l.contains("endpoint="));
    }

    @Test
    void eventsAreCountedByEndpointAndOutcome() {
        metrics.endpoint("greet").ended(Outcome.SUCCEEDED, 1);
        metrics.endpoint("greet").ended(Outcome.SUCCEEDED, 1);
        metrics.endpoint("greet").ended(Outcome.REFUSED);
        metrics.endpoint("ask").ended(Outcome.CANCELLED);
        assertThat(lines(false)).filteredOn(l -> l.startsWith("gradio_events_total{")).containsExactly(
                "gradio_events_total{endpoint=\"ask\",outcome=\"cancelled\"} 1",
                "gradio_events_total{endpoint=\"greet\",outcome=\"succeeded\"} 2",
                "gradio_events_total{endpoint=\"greet\",outcome=\"refused\"} 1");
    }

    @Test
    void timesAreCountedInGrowingClasses() {
        metrics.endpoint("greet").took(Step.HANDLER, 100_000);
        metrics.endpoint("greet").took(Step.HANDLER, 100_001);
        metrics.endpoint("greet").took(Step.HANDLER, 61_000_000_000L);
        assertThat(lines(false)).contains(
                "gradio_event_duration_seconds_bucket{endpoint=\"greet\",step=\"handler\",le=\"0.0001\"} 1",
                "gradio_event_duration_seconds_bucket{endpoint=\"greet\",step=\"handler\",le=\"0.0005\"} 2",
                "gradio_event_duration_seconds_bucket{endpoint=\"greet\",step=\"handler\",le=\"60\"} 2",
                "gradio_event_duration_seconds_bucket{endpoint=\"greet\",step=\"handler\",le=\"+Inf\"} 3",
                "gradio_event_duration_seconds_sum{endpoint=\"greet\",step=\"handler\"} 61.000200001",
                "gradio_event_duration_seconds_count{endpoint=\"greet\",step=\"handler\"} 3").noneMatch(l -> l.contains("preprocess"));
    }

    @Test
    void bothFormatsNameCountersInTheirWay() {
        assertThat(lines(false)).contains("# TYPE gradio_events_total counter").doesNotContain("# EOF");
        assertThat(lines(true)).contains("# TYPE gradio_events counter", "# UNIT gradio_event_duration_seconds seconds").endsWith("# EOF");
    }

    @Test
    void namesCannotBreakALine() {
        metrics.endpoint("a\"b\\c\nd").ended(Outcome.FAILED);
        assertThat(lines(false)).contains("gradio_events_total{endpoint=\"a\\\"b\\\\c\\nd\",outcome=\"failed\"} 1");
    }

    @Test
    void endlessNamesFillNoMemory() {
        for (var i = 0; i < 1_500; i++) {
            metrics.endpoint("name" + i).ended(Outcome.REFUSED);
        }
        assertThat(metrics.endpoints()).hasSize(1_001);
        assertThat(lines(false)).contains("gradio_events_total{endpoint=\"other\",outcome=\"refused\"} 500");
    }
}
