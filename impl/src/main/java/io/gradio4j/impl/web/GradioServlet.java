package io.gradio4j.impl.web;

import io.gradio4j.impl.event.AppRuntime;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;

/** The HTTP routes of one app. A route is found by the path's first parts; what it does stands in the class that is named there. */
public final class GradioServlet extends HttpServlet {

    private static final Set<String> READING = Set.of("GET", "HEAD");
    private static final String API = "gradio_api/";

    private final transient AppRuntime runtime;
    private final transient Pages pages;
    private final transient Events events;
    private final transient EventStreams streams;

    /**
     * Serves an app.
     *
     * @param runtime the running app
     * @param appPath its path within the web application, an empty string for the top
     */
    public GradioServlet(AppRuntime runtime, String appPath) {
        this.runtime = runtime;
        pages = new Pages(runtime, new Root(runtime.settings(), appPath));
        events = new Events(runtime);
        streams = new EventStreams(runtime);
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) {
        var exchange = new Exchange(request, response);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "same-origin");
        exchange.answer(() -> route(exchange, request.getMethod()));
    }

    private void route(Exchange exchange, String method) {
        if (READING.contains(method)) {
            get(exchange, exchange.path());
        } else if (method.equals("POST")) {
            if (!OriginPolicy.allows(exchange.header("Origin"), exchange.header("Host"), exchange.header("Sec-Fetch-Site"))) {
                throw new HttpException(403, "Requests from other sites are not allowed: " + exchange.header("Origin").orElse("no origin"));
            }
            post(exchange, exchange.path());
        } else {
            notAllowed(exchange, "GET, HEAD, POST");
        }
    }

    private static void notAllowed(Exchange exchange, String allowed) {
        exchange.response().setHeader("Allow", allowed);
        throw new HttpException(405, "Method Not Allowed");
    }

    private void get(Exchange exchange, String path) {
        switch (path) {
            case "" -> pages.page(exchange);
            case "config" -> pages.config(exchange);
            case "theme.css", API + "theme.css" -> pages.theme(exchange);
            case "favicon.ico" -> pages.favicon(exchange);
            case "robots.txt" -> pages.robots(exchange);
            case API + "info" -> pages.info(exchange);
            case API + "app.js" -> pages.functions(exchange);
            case API + "app_id" -> exchange.text(200, "application/json", "{\"app_id\":" + runtime.app().id() + "}");
            case API + "startup-events" -> exchange.text(200, "application/json", "false");
            case API + "queue/status" -> events.status(exchange);
            case API + "queue/data" -> streams.data(exchange);
            case API + "queue/join", API + "cancel", API + "reset" -> notAllowed(exchange, "POST");
            default -> getBelow(exchange, path);
        }
    }

    private void getBelow(Exchange exchange, String path) {
        if (path.startsWith("assets/")) {
            pages.asset(exchange, path.substring("assets/".length()));
        } else if (path.startsWith(API + "heartbeat/")) {
            streams.heartbeat(exchange, path.substring((API + "heartbeat/").length()));
        } else if (path.startsWith(API + "call/") && path.lastIndexOf('/') > (API + "call/").length()) {
            streams.call(exchange, path.substring(path.lastIndexOf('/') + 1));
        } else if (path.startsWith(API + "run/") || path.startsWith(API + "api/") || path.startsWith(API + "call/")) {
            notAllowed(exchange, "POST");
        } else {
            throw HttpException.notFound();
        }
    }

    private void post(Exchange exchange, String path) {
        switch (path) {
            case API + "queue/join" -> events.join(exchange);
            case API + "cancel" -> events.cancel(exchange);
            case API + "reset" -> exchange.text(200, "application/json", "{\"success\":true}");
            default -> postBelow(exchange, path);
        }
    }

    private void postBelow(Exchange exchange, String path) {
        if (path.startsWith(API + "run/") || path.startsWith(API + "api/")) {
            events.run(exchange, path.substring((API + "run/").length()));
        } else if (path.startsWith(API + "call/v2/")) {
            events.callByParameters(exchange, path.substring((API + "call/v2/").length()));
        } else if (path.startsWith(API + "call/")) {
            events.call(exchange, path.substring((API + "call/").length()));
        } else {
            throw HttpException.notFound();
        }
    }
}
