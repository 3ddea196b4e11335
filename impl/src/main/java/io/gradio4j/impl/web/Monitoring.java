package io.gradio4j.impl.web;

import io.gradio4j.impl.event.AppRuntime;
import io.gradio4j.spi.Form;
import java.lang.System.Logger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicLong;

/** The routes that show a person how the last events went. The page's address has a secret in it, which stands in the server's log alone. */
final class Monitoring {

    private static final Logger LOG = System.getLogger(Monitoring.class.getName());
    private static final long PAUSE = 10_000;

    private final AppRuntime runtime;
    private final Root root;
    private final AtomicLong told = new AtomicLong();

    Monitoring(AppRuntime runtime, Root root) {
        this.runtime = runtime;
        this.root = root;
    }

    /** The secret, the same on all nodes. */
    private String key() {
        return runtime.store().common("monitoring", Form.TEXT, () -> {
            var bytes = new byte[16];
            new SecureRandom().nextBytes(bytes);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        });
    }

    private void requireEnabled() {
        if (!runtime.settings().operation().monitoring()) {
            throw new HttpException(403, "Monitoring is not enabled.");
        }
    }

    /**
     * {@code GET monitoring}: writes the address to the log. Not the host, which the request may have made up: who follows the address from
     * the log would tell the secret to that host.
     */
    void announce(Exchange exchange) {
        requireEnabled();
        var now = System.currentTimeMillis();
        var last = told.get();
        if (now - last >= PAUSE && told.compareAndSet(last, now)) {
            LOG.log(Logger.Level.INFO, () -> "* Monitoring URL: <this server>" + root.path(exchange.request()) + "/monitoring/" + key());
        }
        exchange.text(200, "text/html", "See console for monitoring URL.");
    }

    /** {@code GET monitoring/summary}. */
    void summary(Exchange exchange) {
        requireEnabled();
        exchange.json(200, runtime.metrics().history().json());
    }

    /**
     * {@code GET monitoring/<key>} and {@code monitoring/<key>/dashboard}.
     *
     * @param rest what comes behind {@code monitoring/}
     */
    void dashboard(Exchange exchange, String rest) {
        requireEnabled();
        var slash = rest.indexOf('/');
        var given = slash < 0 ? rest : rest.substring(0, slash);
        if (!MessageDigest.isEqual(key().getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8))) {
            throw new HttpException(403, "Invalid key.");
        }
        exchange.response().setHeader("Cache-Control", "no-store");
        exchange.response().setHeader("Referrer-Policy", "no-referrer");
        if (slash < 0) {
            exchange.redirect(302, root.path(exchange.request()) + "/monitoring/" + key() + "/dashboard");
        } else if (rest.substring(slash).equals("/dashboard")) {
            var page = new MonitoringPage(runtime.app().config().getString("title"), root.path(exchange.request()));
            exchange.response().setHeader("Content-Security-Policy", "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; "
                    + "form-action 'none'; frame-ancestors 'none'");
            exchange.text(200, "text/html", page.html(runtime.metrics().history(), runtime.now(), System.currentTimeMillis()));
        } else {
            throw HttpException.notFound();
        }
    }
}
