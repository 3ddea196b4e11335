package io.gradio4j.impl.web;

import io.gradio4j.Request;
import io.gradio4j.impl.auth.Access;
import io.gradio4j.impl.auth.Evidence;
import jakarta.websocket.server.HandshakeRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The HTTP requests of WebSockets that are being opened. Containers share one endpoint config among all connections, so what belongs to
 * one connection is kept here by its query, which carries the session's unguessable name. Bounded; safe for use by many threads.
 */
final class Handshakes {

    private static final int MOST = 1_000;

    private final Access access;
    private final Root root;
    private final Edge edge;
    private final boolean seen;
    private final Map<String, Handshake> open = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Handshake> eldest) {
            return size() > MOST;
        }
    };

    /**
     * The handshakes of one app.
     *
     * @param seen whether a handler looks at requests: if nobody does, and nobody logs in, signs in or has a role, they are not kept, as there is
     *        one for each open page
     */
    Handshakes(Access access, Root root, Edge edge, boolean seen) {
        this.seen = seen || !access.isOpen() || access.oauth().isPresent() || !access.roles().isEmpty();
        this.access = access;
        this.root = root;
        this.edge = edge;
    }

    /**
     * What is known of a connection's request.
     *
     * @param allowed whether it comes from one of our own pages, or from no page at all
     * @param ownPage whether it comes from one of our own pages
     * @param request what handlers may see of it, but for the user
     * @param evidence what shows who sent it
     * @param root what comes before the paths of files
     */
    record Handshake(boolean allowed, boolean ownPage, Request request, Evidence evidence, String root) {

        private static final Handshake REFUSED = new Handshake(false, false, Request.NONE, Evidence.NONE, "");
    }

    void add(HandshakeRequest request) {
        var headers = new TreeMap<String, List<String>>(String.CASE_INSENSITIVE_ORDER);
        request.getHeaders().forEach((name, values) -> headers.put(name, List.copyOf(values)));
        var visit = edge.forwarding().visit(Peers.current().orElseGet(() -> new Forwarding.Peer("", "http", first(headers, "Host").orElse(""))),
                name -> headers.getOrDefault(name, List.of()));
        var claim = Edge.claim(visit, name -> headers.getOrDefault(name, List.of()));
        var lower = new LinkedHashMap<String, List<String>>();
        headers.forEach((name, values) -> lower.put(name.toLowerCase(Locale.ROOT), values));
        var user = request.getUserPrincipal();
        var view = !seen && user == null ? Request.NONE : new Request(Map.copyOf(lower), cookies(first(headers, "Cookie")), Map.of(), Root.SOCKET, visit.client(),
                user == null ? "" : user.getName(), "");
        var roles = user == null ? Set.<String>of() : access.roles().stream().filter(request::isUserInRole).collect(Collectors.toSet());
        var evidence = new Evidence(view.cookies(), view.username(), roles, () -> view);
        var handshake = new Handshake(edge.origins().allows(claim), edge.origins().isOwnPage(claim), view, evidence,
                root.ofSocket(request.getRequestURI()));
        var query = request.getQueryString();
        synchronized (open) {
            open.merge(query == null ? "" : query, handshake, (a, b) -> Handshake.REFUSED);
        }
    }

    /** The request of a connection that is open now; a refused one when it is not known for sure. */
    Handshake take(@Nullable String query) {
        synchronized (open) {
            var found = open.remove(query == null ? "" : query);
            return found == null ? Handshake.REFUSED : found;
        }
    }

    private static Optional<String> first(Map<String, List<String>> headers, String name) {
        return headers.getOrDefault(name, List.of()).stream().findFirst();
    }

    private static Map<String, String> cookies(Optional<String> header) {
        var cookies = new LinkedHashMap<String, String>();
        for (var part : header.orElse("").split(";")) {
            var equals = part.indexOf('=');
            if (equals > 0) {
                cookies.put(part.substring(0, equals).trim(), part.substring(equals + 1).trim());
            }
        }
        return Map.copyOf(cookies);
    }
}
