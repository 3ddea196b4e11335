package io.gradio4j.impl.web;

import io.gradio4j.impl.metrics.Exposition;
import io.gradio4j.impl.metrics.History;
import io.gradio4j.impl.metrics.Outcome;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The page that shows how the last events went: a chart of the last hour, and a table. It has no script, and loads itself anew. */
final class MonitoringPage {

    private static final int MINUTES = 60;
    private static final int HEIGHT = 120;
    private static final int BAR = 12;
    private static final Map<Outcome, String> COLOURS = new EnumMap<>(Map.of(Outcome.SUCCEEDED, "#15803d", Outcome.FAILED, "#b91c1c",
            Outcome.CANCELLED, "#a16207"));

    private final String title;
    private final String root;
    private final StringBuilder out = new StringBuilder(8_192);

    /**
     * A page.
     *
     * @param title the app's title
     * @param root the app's path
     */
    MonitoringPage(String title, String root) {
        this.title = title;
        this.root = root;
    }

    /**
     * The document.
     *
     * @param history the last events
     * @param now what is so at this moment
     * @param time the time, in milliseconds since 1970
     */
    String html(History history, Exposition.Now now, long time) {
        out.append("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta http-equiv=\"refresh\" content=\"5\">\n"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>Monitoring: ").append(Pages.html(title))
                .append("</title>\n<link rel=\"icon\" href=\"").append(Pages.html(root)).append("/favicon.ico\">\n")
                .append("<link rel=\"stylesheet\" href=\"").append(Pages.html(root)).append("/monitoring/style.css\">\n</head>\n<body>\n<main>\n<h1>")
                .append(Pages.html(title)).append("</h1>\n");
        facts(now);
        chart(history.events(), time);
        table(history.summaries());
        return out.append("</main>\n</body>\n</html>\n").toString();
    }

    private void facts(Exposition.Now now) {
        out.append("<dl>\n");
        fact("Running", now.running());
        fact("Waiting", now.waiting());
        fact("Open pages", now.connected());
        fact("Sessions", now.sessions());
        fact("Messages on their way", now.outbox());
        out.append("</dl>\n");
    }

    private void fact(String name, long value) {
        out.append("<div><dt>").append(name).append("</dt><dd>").append(value).append("</dd></div>\n");
    }

    private void chart(List<History.Ended> events, long time) {
        var counts = new int[MINUTES][Outcome.values().length];
        var most = 1;
        for (var event : events) {
            var minute = MINUTES - 1 - Math.clamp((time - event.at()) / 60_000, 0, MINUTES);
            if (minute >= 0) {
                counts[minute][event.outcome().ordinal()]++;
                most = Math.max(most, java.util.Arrays.stream(counts[minute]).sum());
            }
        }
        out.append("<h2>Events of the last hour</h2>\n<svg role=\"img\" aria-label=\"Events per minute, at most ").append(most)
                .append("\" viewBox=\"0 0 ").append(MINUTES * BAR).append(' ').append(HEIGHT).append("\">\n");
        for (var minute = 0; minute < MINUTES; minute++) {
            var top = (double) HEIGHT;
            for (var entry : COLOURS.entrySet()) {
                var count = counts[minute][entry.getKey().ordinal()];
                if (count > 0) {
                    var height = (double) HEIGHT * count / most;
                    top -= height;
                    out.append(String.format(Locale.ROOT, "<rect x=\"%d\" y=\"%.1f\" width=\"%d\" height=\"%.1f\" fill=\"%s\"><title>%d %s, %d min ago</title>"
                            + "</rect>%n", minute * BAR, top, BAR - 2, height, entry.getValue(), count, text(entry.getKey()), MINUTES - 1 - minute));
                }
            }
        }
        out.append("</svg>\n<ul>\n");
        COLOURS.forEach((outcome, colour) -> out.append("<li><svg aria-hidden=\"true\" viewBox=\"0 0 10 10\"><rect width=\"10\" height=\"10\" fill=\"")
                .append(colour).append("\"/></svg> ").append(text(outcome)).append("</li>\n"));
        out.append("</ul>\n");
    }

    private static String text(Outcome outcome) {
        return outcome.name().toLowerCase(Locale.ROOT);
    }

    private void table(List<History.Summary> summaries) {
        out.append("<h2>Endpoints</h2>\n<table>\n<thead><tr><th scope=\"col\">Endpoint</th><th scope=\"col\">Events</th><th scope=\"col\">Succeeded</th>"
                + "<th scope=\"col\">Half within</th><th scope=\"col\">90 % within</th><th scope=\"col\">99 % within</th></tr></thead>\n<tbody>\n");
        for (var summary : summaries) {
            out.append(String.format(Locale.ROOT, "<tr><th scope=\"row\">/%s</th><td>%d</td><td>%.1f %%</td><td>%.3f s</td><td>%.3f s</td><td>%.3f s</td></tr>%n",
                    Pages.html(summary.endpoint()), summary.total(), summary.successRate() * 100, summary.p50(), summary.p90(), summary.p99()));
        }
        if (summaries.isEmpty()) {
            out.append("<tr><td colspan=\"6\">No events yet</td></tr>\n");
        }
        out.append("</tbody>\n</table>\n");
    }

    /** The style sheet of the page. */
    static final String STYLE = """
            :root { color-scheme: light dark; font-family: system-ui, sans-serif; }
            main { max-width: 60rem; margin-inline: auto; padding: 1rem; }
            h1 { font-size: 1.4rem; } h2 { font-size: 1.1rem; margin-block-start: 2rem; }
            dl, ul { display: flex; flex-wrap: wrap; gap: 1rem 2rem; margin: 0; padding: 0; list-style: none; }
            dt { font-size: .85rem; } dd { margin: 0; font-size: 1.6rem; font-variant-numeric: tabular-nums; }
            main > svg { inline-size: 100%; border-block-end: 1px solid; margin-block-end: .5rem; }
            li svg { inline-size: .8em; }
            table { border-collapse: collapse; inline-size: 100%; font-variant-numeric: tabular-nums; }
            th, td { padding: .4rem .6rem; text-align: end; border-block-end: 1px solid color-mix(in srgb, currentcolor 25%, transparent); }
            th:first-child { text-align: start; } tbody th { font-weight: 500; }
            """;
}
