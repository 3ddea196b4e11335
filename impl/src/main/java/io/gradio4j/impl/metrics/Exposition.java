package io.gradio4j.impl.metrics;

import java.math.BigDecimal;

/** Writes metrics as a monitoring system reads them: in the format of OpenMetrics, or in the older one of Prometheus. */
public final class Exposition {

    private final Metrics metrics;
    private final boolean openMetrics;
    private final StringBuilder out = new StringBuilder(4_096);

    private Exposition(Metrics metrics, boolean openMetrics) {
        this.metrics = metrics;
        this.openMetrics = openMetrics;
    }

    /**
     * What is so at this moment.
     *
     * @param waiting how many events wait
     * @param running how many run
     * @param sessions how many sessions are kept
     * @param connected how many of them have an open page
     * @param outbox how many messages are on their way to pages
     * @param fullest how many of them are in the fullest session
     * @param held how many characters all of them have, roughly
     * @param lingering how many handlers go on although nobody wants their results any more
     */
    public record Now(long waiting, long running, long sessions, long connected, long outbox, long fullest, long held, long lingering) {
    }

    /**
     * Writes everything.
     *
     * @param metrics the counts
     * @param now what is so at this moment
     * @param openMetrics whether in the format of OpenMetrics
     * @return the text
     */
    public static String text(Metrics metrics, Now now, boolean openMetrics) {
        return new Exposition(metrics, openMetrics).write(now);
    }

    private String write(Now now) {
        type("gradio_events", openMetrics ? "gradio_events" : "gradio_events_total", "counter", "Events that have ended.");
        metrics.endpoints().forEach((name, endpoint) -> {
            for (var outcome : Outcome.values()) {
                var count = endpoint.outcome(outcome).sum();
                if (count > 0) {
                    sample("gradio_events_total", name, "outcome", outcome.text(), String.valueOf(count));
                }
            }
        });
        type("gradio_event_duration_seconds", "gradio_event_duration_seconds", "histogram", "Time that events take, by the part of their way.");
        if (openMetrics) {
            out.append("# UNIT gradio_event_duration_seconds seconds\n");
        }
        metrics.endpoints().forEach((name, endpoint) -> {
            for (var step : Step.values()) {
                histogram(name, step.text(), endpoint.step(step));
            }
        });
        gauge("gradio_queue_waiting", "Events that wait for their turn.", now.waiting());
        gauge("gradio_queue_running", "Events that run.", now.running());
        gauge("gradio_sessions", "Sessions that are kept.", now.sessions());
        gauge("gradio_sessions_connected", "Sessions with an open page.", now.connected());
        gauge("gradio_outbox_messages", "Messages on their way to pages.", now.outbox());
        gauge("gradio_outbox_messages_max", "Messages on their way to the page with the most of them.", now.fullest());
        gauge("gradio_outbox_characters", "Characters on their way to pages, roughly.", now.held());
        gauge("gradio_handlers_lingering", "Handlers that were interrupted and go on.", now.lingering());
        if (openMetrics) {
            out.append("# EOF\n");
        }
        return out.toString();
    }

    private void type(String family, String sample, String type, String help) {
        var name = openMetrics ? family : sample;
        out.append("# HELP ").append(name).append(' ').append(help).append("\n# TYPE ").append(name).append(' ').append(type).append('\n');
    }

    private void gauge(String name, String help, long value) {
        type(name, name, "gauge", help);
        out.append(name).append(' ').append(value).append('\n');
    }

    private void histogram(String endpoint, String step, Histogram histogram) {
        var counts = histogram.counts();
        var sum = 0L;
        var all = 0L;
        for (var count : counts) {
            all += count;
        }
        if (all == 0) {
            return;
        }
        for (var i = 0; i < counts.length; i++) {
            sum += counts[i];
            out.append("gradio_event_duration_seconds_bucket{endpoint=\"").append(escaped(endpoint)).append("\",step=\"").append(step)
                    .append("\",le=\"").append(i < Histogram.BOUNDS.length ? BigDecimal.valueOf(Histogram.BOUNDS[i]).stripTrailingZeros().toPlainString() : "+Inf").append("\"} ")
                    .append(sum).append('\n');
        }
        sample("gradio_event_duration_seconds_sum", endpoint, "step", step, String.valueOf(histogram.seconds()));
        sample("gradio_event_duration_seconds_count", endpoint, "step", step, String.valueOf(all));
    }

    private void sample(String name, String endpoint, String label, String value, String number) {
        out.append(name).append("{endpoint=\"").append(escaped(endpoint)).append("\",").append(label).append("=\"")
                .append(value).append("\"} ").append(number).append('\n');
    }

    private static String escaped(String label) {
        return label.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    }
}
