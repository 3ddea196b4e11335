package io.gradio4j.impl.web;

import io.gradio4j.impl.app.Settings;
import io.gradio4j.impl.web.Forwarding.Peer;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What stands between a browser and this server.
 *
 * @param forwarding the proxies
 * @param origins the pages that may send requests
 */
record Edge(Forwarding forwarding, OriginPolicy origins) {

    /**
     * The edge as the operator described it.
     *
     * @throws IllegalArgumentException if a proxy is no address, or an origin is none
     */
    static Edge of(Settings settings) {
        var root = Optional.of(settings.rootPath()).filter(r -> r.startsWith("http://") || r.startsWith("https://"));
        return new Edge(new Forwarding(new Proxies(settings.operation().trustedProxies())),
                new OriginPolicy(root, settings.operation().corsOrigins()));
    }

    /** A request as its browser sees it. */
    Visit visit(HttpServletRequest request) {
        return forwarding.visit(peer(request), name -> Collections.list(request.getHeaders(name)));
    }

    /** The connection that a request came by. */
    static Peer peer(HttpServletRequest request) {
        var url = request.getRequestURL();
        var start = url.indexOf("://") + 3;
        var end = url.indexOf("/", start);
        // A host that is none must get into no address: then the server's own address has to do.
        var host = Optional.of(Optional.ofNullable(request.getHeader("Host")).orElseGet(() -> end < 0 ? url.substring(start) : url.substring(start, end)))
                .filter(Forwarding::isAuthority).orElseGet(() -> local(request));
        return new Peer(Optional.ofNullable(request.getRemoteAddr()).orElse(""), request.isSecure() ? "https" : "http", host);
    }

    private static String local(HttpServletRequest request) {
        var address = request.getLocalAddr();
        return (address.contains(":") ? "[" + address + "]" : address) + ":" + request.getLocalPort();
    }

    /** What a browser says of where a request comes from. */
    OriginPolicy.Claim claim(HttpServletRequest request) {
        return claim(visit(request), name -> Collections.list(request.getHeaders(name)));
    }

    /** What a browser says of where a request comes from. */
    static OriginPolicy.Claim claim(Visit visit, Function<String, List<String>> headers) {
        return new OriginPolicy.Claim(all(headers.apply("Origin")), visit.authority(), all(headers.apply("Sec-Fetch-Site")));
    }

    /** Browsers send each of them once; what is sent twice is as good as foreign. */
    private static Optional<String> all(List<String> values) {
        return values.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", values));
    }
}
