package io.gradio4j.impl.app;

import io.gradio4j.LaunchOptions;
import java.lang.System.Logger;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What an operator decides about running the apps: who stands in front of them, who may look, how they
 * look from outside, and how they stop.
 *
 * @param trustedProxies addresses and networks of proxies whose {@code X-Forwarded-…} headers are taken
 * @param corsOrigins origins of other sites' pages that may use the API
 * @param metrics whether monitoring systems can read metrics
 * @param metricsToken what they have to show; empty when whoever may use the app may read them
 * @param monitoring whether the last events are kept, and a page shows them
 * @param remembered how many of them
 * @param favicon the app's icon; empty for our own
 * @param pwa whether browsers offer to install the app
 * @param runHistory whether browsers keep their visitors' runs
 * @param shutdownGrace how long running handlers may go on when the server stops
 */
public record Operation(List<String> trustedProxies, List<String> corsOrigins, boolean metrics, Optional<String> metricsToken,
        boolean monitoring, int remembered, Optional<Path> favicon, boolean pwa, boolean runHistory, Duration shutdownGrace) {

    private static final Logger LOG = System.getLogger(Operation.class.getName());
    private static final int REMEMBERED = 10_000;
    private static final Duration GRACE = Duration.ofSeconds(2);

    @SuppressWarnings("unchecked")
    static Operation from(LaunchOptions options, Function<String, Optional<String>> configuration) {
        return new Operation(
                list(configuration.apply("GRADIO_TRUSTED_PROXIES")),
                options.get("cors_origins", List.class).map(l -> (List<String>) l)
                        .orElseGet(() -> list(configuration.apply("GRADIO_CORS_ORIGINS"))),
                flag("GRADIO_METRICS", configuration).orElse(false),
                configuration.apply("GRADIO_METRICS_TOKEN").filter(t -> !t.isBlank()),
                options.get("enable_monitoring", Boolean.class).or(() -> flag("GRADIO_MONITORING", configuration)).orElse(true),
                configuration.apply("GRADIO_ANALYTICS_MAX_EVENTS").map(Operation::count).orElse(REMEMBERED),
                options.get("favicon_path", Path.class).or(() -> configuration.apply("GRADIO_FAVICON_PATH").filter(t -> !t.isBlank()).map(Path::of)),
                options.get("pwa", Boolean.class).or(() -> flag("GRADIO_PWA", configuration)).orElse(false),
                options.get("run_history", Boolean.class).or(() -> flag("GRADIO_RUN_HISTORY", configuration)).orElse(true),
                configuration.apply("GRADIO_SHUTDOWN_GRACE").map(Operation::grace).orElse(GRACE));
    }

    private static Optional<Boolean> flag(String name, Function<String, Optional<String>> configuration) {
        return configuration.apply(name).map(String::strip).filter(text -> !text.isEmpty())
                .map(text -> text.equalsIgnoreCase("true") || text.equals("1"));
    }

    private static int count(String text) {
        try {
            var count = Integer.parseInt(text.strip());
            if (count >= 0 && count <= 1_000_000) {
                return count;
            }
        } catch (NumberFormatException e) {
            LOG.log(Logger.Level.DEBUG, "Not a number", e);
        }
        LOG.log(Logger.Level.WARNING, "GRADIO_ANALYTICS_MAX_EVENTS={0} is not a number from 0 to 1000000; {1} is used", text, REMEMBERED);
        return REMEMBERED;
    }

    private static List<String> list(Optional<String> text) {
        return text.stream().flatMap(t -> Arrays.stream(t.split(","))).map(String::strip).filter(t -> !t.isEmpty()).toList();
    }

    private static Duration grace(String text) {
        try {
            var seconds = Double.parseDouble(text.strip());
            if (seconds >= 0 && seconds <= 3_600) {
                return Duration.ofMillis(Math.round(seconds * 1_000));
            }
        } catch (NumberFormatException e) {
            LOG.log(Logger.Level.DEBUG, "Not a number", e);
        }
        LOG.log(Logger.Level.WARNING, "GRADIO_SHUTDOWN_GRACE={0} is not a number of seconds from 0 to 3600; {1} is used", text, GRACE.toSeconds());
        return GRACE;
    }
}
