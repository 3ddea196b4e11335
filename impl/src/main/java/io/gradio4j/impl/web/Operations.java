package io.gradio4j.impl.web;

import io.gradio4j.impl.event.AppRuntime;
import io.gradio4j.impl.json.Jsons;
import io.gradio4j.impl.metrics.Exposition;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.LinkedHashMap;

/** The routes for the machines that watch over an app: is it well, and what does it do. */
final class Operations {

    private final AppRuntime runtime;

    Operations(AppRuntime runtime) {
        this.runtime = runtime;
    }

    /**
     * {@code GET gradio_api/health}, {@code /live} and {@code /ready}, in the form of MicroProfile Health: alive is who can answer; ready is
     * who takes new events.
     *
     * @param aspect what comes behind {@code health}, without a slash
     */
    void health(Exchange exchange, String aspect) {
        var checks = new LinkedHashMap<String, Boolean>();
        switch (aspect) {
            case "live" -> checks.put("server", true);
            case "", "ready" -> {
                checks.put("queue", runtime.queue().isOpen());
                if (!runtime.nodes().areOne()) {
                    checks.put(runtime.cluster().name(), runtime.cluster().isUp());
                }
            }
            default -> throw HttpException.notFound();
        }
        var up = !checks.containsValue(false);
        var list = Jsons.array();
        checks.forEach((name, well) -> list.add(Jsons.object().add("name", name).add("status", status(well))));
        exchange.response().setHeader("Cache-Control", "no-store");
        exchange.json(up ? 200 : 503, Jsons.object().add("status", status(up)).add("checks", list).build());
    }

    private static String status(boolean up) {
        return up ? "UP" : "DOWN";
    }

    /** Whether somebody shows the token for metrics: then no login is needed. */
    boolean showsToken(Exchange exchange) {
        return runtime.settings().operation().metricsToken().filter(token -> MessageDigest.isEqual(
                ("Bearer " + token).getBytes(StandardCharsets.UTF_8),
                exchange.header("Authorization").orElse("").getBytes(StandardCharsets.UTF_8))).isPresent();
    }

    /** {@code GET gradio_api/metrics}, if the operator wants that. */
    void metrics(Exchange exchange) {
        var operation = runtime.settings().operation();
        if (!operation.metrics()) {
            throw HttpException.notFound();
        }
        if (operation.metricsToken().isPresent() && !showsToken(exchange)) {
            exchange.response().setHeader("WWW-Authenticate", "Bearer");
            throw new HttpException(401, "Metrics need the token that GRADIO_METRICS_TOKEN names.");
        }
        var openMetrics = exchange.header("Accept").orElse("").contains("application/openmetrics-text");
        exchange.response().addHeader("Vary", "Accept");
        exchange.response().setHeader("Cache-Control", "no-store");
        exchange.text(200, openMetrics ? "application/openmetrics-text;version=1.0.0;charset=utf-8" : "text/plain;version=0.0.4",
                Exposition.text(runtime.metrics(), runtime.now(), openMetrics));
    }
}
