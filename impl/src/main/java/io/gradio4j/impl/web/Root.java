package io.gradio4j.impl.web;

import io.gradio4j.impl.app.Settings;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;

/** Where clients find an app. What the operator configured is the address of all apps together; each has its own path below it. */
final class Root {

    /** The path of an app's WebSocket within the app. */
    static final String SOCKET = "/gradio_api/ws";

    private final Settings settings;
    private final String appPath;
    private final Edge edge;

    /**
     * The addresses of one app.
     *
     * @param appPath its path within the web application, an empty string for the top
     * @param edge who stands in front of it
     */
    Root(Settings settings, String appPath, Edge edge) {
        this.settings = settings;
        this.appPath = appPath;
        this.edge = edge;
    }

    /** The app's address without a trailing slash. */
    String url(HttpServletRequest request) {
        var configured = settings.rootPath();
        if (configured.startsWith("http://") || configured.startsWith("https://")) {
            return configured + appPath;
        }
        var visit = edge.visit(request);
        return visit.scheme() + "://" + visit.authority() + path(request);
    }

    /** Whether the browser came by HTTPS, as far as the configured address, the connection or a trusted proxy tells. */
    boolean isSecure(HttpServletRequest request) {
        return settings.rootPath().startsWith("https://") || edge.visit(request).scheme().equals("https");
    }

    /** What a page puts before the paths of files: its own server it knows, so the path is enough, whatever proxy is in between. */
    String ofSocket(URI socket) {
        var path = String.valueOf(socket.getPath());
        var end = appPath + SOCKET;
        return path(path.endsWith(end) ? path.substring(0, path.length() - end.length()) : "");
    }

    /** The app's path without a trailing slash, as the browser sees it. */
    String path(HttpServletRequest request) {
        return path(request.getContextPath());
    }

    private String path(String contextPath) {
        var configured = settings.rootPath();
        if (configured.startsWith("http://") || configured.startsWith("https://")) {
            var slash = configured.indexOf('/', configured.indexOf("://") + 3);
            return (slash < 0 ? "" : configured.substring(slash)) + appPath;
        }
        if (!configured.isEmpty()) {
            return (configured.startsWith("/") ? configured : "/" + configured) + appPath;
        }
        return contextPath + appPath;
    }
}
