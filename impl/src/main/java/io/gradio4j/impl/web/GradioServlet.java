package io.gradio4j.impl.web;

import io.gradio4j.impl.auth.Access;
import io.gradio4j.impl.event.AppRuntime;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;

/** The HTTP routes of one app. A route is found by the path's first parts; what it does stands in the class that is named there. */
public final class GradioServlet extends HttpServlet {

    private static final Set<String> READING = Set.of("GET", "HEAD");
    private static final String API = "gradio_api/";

    /** What is open to everybody: what the login itself needs, and what tells nothing of the app. Any other route needs a user. */
    private static final Set<String> OPEN = Set.of("theme.css", API + "theme.css", "favicon.ico", "robots.txt", "pwa_icon", "login",
            "logout", "login/oidc", "login/huggingface", "login/callback", API + "app_id", API + "startup-events", API + "user", API + "token",
            API + "health");
    private static final Set<String> OPEN_BELOW = Set.of("assets/", "static/", "pwa_icon/", API + "health/");
    private static final String MONITORING = "monitoring/";
    private static final String HEARTBEAT = API + "heartbeat/";
    private static final String CALL = API + "call/";

    /** What takes messages, goes on for ever or changes something although it is read: nobody may cause that who only asks about it. */
    private static final Set<String> NEVER_HEAD = Set.of(API + "queue/data", API + "upload_progress", API + "deep_link", "monitoring", "logout", "login/oidc",
            "login/huggingface", "login/callback");
    private static final String SUMMARY = MONITORING + "summary";

    private final transient AppRuntime runtime;
    private final transient Access access;
    private final transient Edge edge;
    private final transient Cors cors;
    private final transient AuthRoutes auth;
    private final transient LinkRoutes links;
    private final transient Icons icons;
    private final transient Pages pages;
    private final transient ErrorPage errors;
    private final transient Events events;
    private final transient EventStreams streams;
    private final transient Operations operations;
    private final transient Monitoring monitoring;
    private final transient ServerFunctions functions;
    private final transient Uploads uploads;
    private final transient Recordings recordings;
    private final transient FileDownloads downloads;
    private final transient MediaRoutes media;

    /**
     * Serves an app.
     *
     * @param runtime the running app
     * @param appPath its path within the web application, an empty string for the top
     * @param access who may use it
     */
    public GradioServlet(AppRuntime runtime, String appPath, Access access) {
        this.runtime = runtime;
        this.access = access;
        edge = Edge.of(runtime.settings());
        var root = new Root(runtime.settings(), appPath, edge);
        cors = new Cors(edge.origins());
        auth = new AuthRoutes(access, root);
        links = new LinkRoutes(runtime);
        icons = new Icons(runtime.settings().operation().favicon());
        pages = new Pages(runtime, root, links, icons);
        errors = new ErrorPage(root, runtime.app().theme().hash(), runtime.plugins().resources());
        events = new Events(runtime, root);
        streams = new EventStreams(runtime);
        operations = new Operations(runtime);
        monitoring = new Monitoring(runtime, root);
        functions = new ServerFunctions(runtime, root);
        uploads = new Uploads(runtime.app().files());
        recordings = new Recordings(runtime.app().files());
        downloads = new FileDownloads(runtime.app().files().resolver());
        media = new MediaRoutes(runtime);
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) {
        var exchange = new Exchange(request, response, access, edge, errors);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "same-origin");
        if (!access.isOpen()) {
            response.setHeader("Cache-Control", "no-store");
        }
        if (!cors.answer(exchange)) {
            exchange.answer(() -> route(exchange, request.getMethod()));
        }
    }

    private void route(Exchange exchange, String method) {
        if (READING.contains(method)) {
            if (!isOpen(exchange) && !admit(exchange)) {
                return;
            }
            if (method.equals("HEAD") && isNeverHead(exchange.path())) {
                notAllowed(exchange, "GET");
            }
            get(exchange, exchange.path());
        } else if (method.equals("POST")) {
            exchange.requireMayChange();
            if (isOpen(exchange) || admit(exchange)) {
                post(exchange, exchange.path());
            }
        } else {
            notAllowed(exchange, "GET, HEAD, POST");
        }
    }

    private static boolean isNeverHead(String path) {
        return NEVER_HEAD.contains(path) || path.startsWith(HEARTBEAT) || areResults(path);
    }

    /** Whether a path is that of a call's results: {@code call/<name>/<event id>}. */
    private static boolean areResults(String path) {
        return path.startsWith(CALL) && path.lastIndexOf('/') > CALL.length();
    }

    /** Whether a request needs no user. The monitoring page and the metrics have secrets of their own. */
    private boolean isOpen(Exchange exchange) {
        var path = exchange.path();
        return access.isOpen() || OPEN.contains(path) || OPEN_BELOW.stream().anyMatch(path::startsWith)
                || path.startsWith(MONITORING) && !path.equals(SUMMARY) || path.equals(API + "metrics") && operations.showsToken(exchange);
    }

    /** Whether the request goes on: otherwise it is answered. */
    private boolean admit(Exchange exchange) {
        var page = pages.has(exchange.path());
        var asks = access.reliesOnContainer() && (page || exchange.header("Authorization").isPresent());
        if (asks && !exchange.caller().isKnown() && !exchange.authenticate()) {
            return false;
        }
        return switch (access.verdict(exchange.caller())) {
            case WELCOME -> true;
            case FORBIDDEN -> throw new HttpException(403, access.refusal());
            case UNKNOWN -> {
                if (!page || !access.hasLoginPage()) {
                    throw HttpException.unauthenticated(access.message());
                }
                pages.login(exchange, access.message());
                yield false;
            }
        };
    }

    private static void notAllowed(Exchange exchange, String allowed) {
        exchange.response().setHeader("Allow", allowed);
        throw new HttpException(405, "Method Not Allowed");
    }

    private void get(Exchange exchange, String path) {
        switch (path) {
            case "" -> pages.page(exchange, "");
            case "config" -> pages.config(exchange);
            case "theme.css", API + "theme.css" -> pages.theme(exchange);
            case "favicon.ico" -> icons.favicon(exchange);
            case "pwa_icon" -> icons.icon(exchange);
            case "robots.txt" -> pages.robots(exchange);
            case API + "info" -> pages.info(exchange);
            case API + "openapi.json" -> pages.openApi(exchange);
            case "manifest.json" -> pages.manifest(exchange);
            case "gradio.js" -> pages.script(exchange);
            case API + "embed" -> pages.embed(exchange);
            case API + "runs" -> pages.runs(exchange);
            case API + "deep_link" -> links.save(exchange);
            case API + "app.js" -> pages.functions(exchange);
            case "logout" -> auth.logout(exchange);
            case "login/oidc", "login/huggingface" -> auth.signIn(exchange);
            case "login/callback" -> auth.callback(exchange);
            case API + "user" -> auth.user(exchange);
            case API + "token" -> auth.token(exchange);
            case API + "login_check" -> exchange.text(200, "application/json", "null");
            case API + "app_id" -> exchange.text(200, "application/json", "{\"app_id\":" + runtime.app().id() + "}");
            case API + "startup-events" -> exchange.text(200, "application/json", "false");
            case API + "health" -> operations.health(exchange, "");
            case API + "metrics" -> operations.metrics(exchange);
            case "monitoring" -> monitoring.announce(exchange);
            case SUMMARY -> monitoring.summary(exchange);
            case MONITORING + "style.css" -> exchange.text(200, "text/css", MonitoringPage.STYLE);
            case API + "queue/status" -> events.status(exchange);
            case API + "queue/data" -> streams.data(exchange);
            case API + "upload_progress" -> uploads.progress(exchange);
            case "login", API + "upload", API + "process_recording", API + "queue/join", API + "component_server", API + "cancel", API + "reset" -> notAllowed(exchange, "POST");
            default -> getBelow(exchange, path);
        }
    }

    private void getBelow(Exchange exchange, String path) {
        if (pages.has(path)) {
            pages.page(exchange, path);
        } else if (path.startsWith("assets/")) {
            pages.asset(exchange, path.substring("assets/".length()));
        } else if (path.startsWith(API + "file=") || path.startsWith(API + "file/")) {
            downloads.file(exchange, path.substring((API + "file=").length()));
        } else if (path.startsWith(API + "stream/")) {
            media.get(exchange, path.substring((API + "stream/").length()));
        } else if (path.startsWith(API + "script/")) {
            pages.script(exchange, path.substring((API + "script/").length()));
        } else if (path.startsWith("pwa_icon/")) {
            icons.icon(exchange, path.substring("pwa_icon/".length()));
        } else if (path.startsWith(MONITORING)) {
            monitoring.dashboard(exchange, path.substring(MONITORING.length()));
        } else if (path.startsWith(API + "health/")) {
            operations.health(exchange, path.substring((API + "health/").length()));
        } else if (path.startsWith(HEARTBEAT)) {
            streams.heartbeat(exchange, path.substring(HEARTBEAT.length()));
        } else if (areResults(path)) {
            streams.call(exchange, path.substring(path.lastIndexOf('/') + 1));
        } else if (path.startsWith(API + "run/") || path.startsWith(API + "api/") || path.startsWith(CALL)) {
            notAllowed(exchange, "POST");
        } else {
            throw HttpException.notFound();
        }
    }

    private void post(Exchange exchange, String path) {
        switch (path) {
            case "login" -> auth.login(exchange);
            case API + "queue/join" -> events.join(exchange);
            case API + "component_server" -> functions.call(exchange);
            case API + "upload" -> uploads.upload(exchange);
            case API + "process_recording" -> recordings.process(exchange);
            case API + "cancel" -> events.cancel(exchange);
            case API + "reset" -> exchange.text(200, "application/json", "{\"success\":true}");
            default -> postBelow(exchange, path);
        }
    }

    private void postBelow(Exchange exchange, String path) {
        if (path.startsWith(API + "run/") || path.startsWith(API + "api/")) {
            events.run(exchange, path.substring((API + "run/").length()));
        } else if (path.startsWith(CALL + "v2/")) {
            events.callByParameters(exchange, path.substring((CALL + "v2/").length()));
        } else if (path.startsWith(API + "stream/")) {
            events.stream(exchange, path.substring((API + "stream/").length()));
        } else if (path.startsWith(CALL)) {
            events.call(exchange, path.substring(CALL.length()));
        } else {
            throw HttpException.notFound();
        }
    }
}
