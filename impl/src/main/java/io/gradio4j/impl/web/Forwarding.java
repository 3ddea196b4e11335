package io.gradio4j.impl.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Sees through proxies: takes {@code X-Forwarded-For}, {@code -Proto} and {@code -Host} from those that are trusted, and from nobody else,
 * for anybody can send such headers. Immutable.
 */
final class Forwarding {

    private static final Set<String> SECURE = Set.of("https", "wss");
    private static final Set<String> PLAIN = Set.of("http", "ws");
    private static final Pattern AUTHORITY = Pattern.compile("[A-Za-z0-9._~-]{1,253}(?::[0-9]{1,5})?|\\[[0-9A-Fa-f:.]{2,45}](?::[0-9]{1,5})?");

    private final Proxies proxies;

    /** Sees through these proxies. */
    Forwarding(Proxies proxies) {
        this.proxies = proxies;
    }

    /**
     * The connection that a request came by.
     *
     * @param address the other end's address
     * @param scheme how it connected
     * @param authority the host that the request names
     */
    record Peer(String address, String scheme, String authority) {
    }

    /**
     * Who a request came from, and how that browser sees it.
     *
     * @param peer the connection
     * @param headers all values of a header
     */
    Visit visit(Peer peer, Function<String, List<String>> headers) {
        if (!proxies.trust(peer.address())) {
            return new Visit(peer.scheme(), peer.authority(), peer.address());
        }
        var client = peer.address();
        var trusted = 1;
        for (var hop : items(headers.apply("X-Forwarded-For")).reversed()) {
            var address = withoutPort(hop);
            if (!Proxies.isAddress(address)) {
                break;
            }
            client = address;
            if (!proxies.trust(address)) {
                break;
            }
            trusted++;
        }
        var scheme = said(headers.apply("X-Forwarded-Proto"), trusted).map(s -> s.toLowerCase(Locale.ROOT))
                .flatMap(s -> SECURE.contains(s) ? Optional.of("https") : PLAIN.contains(s) ? Optional.of("http") : Optional.empty());
        var host = said(headers.apply("X-Forwarded-Host"), trusted).filter(Forwarding::isAuthority);
        return new Visit(scheme.orElse(peer.scheme()), host.orElse(peer.authority()), client);
    }

    /** Whether a text is a host with or without a port, and nothing else. */
    static boolean isAuthority(String text) {
        return AUTHORITY.matcher(text).matches();
    }

    /**
     * What the outermost trusted proxy said. Most proxies replace a header; where each one adds its word at the end, whatever stands before
     * the words of the trusted ones was sent by the visitor.
     */
    private static Optional<String> said(List<String> values, int trusted) {
        var items = items(values);
        return items.isEmpty() ? Optional.empty() : Optional.of(items.get(Math.max(0, items.size() - trusted)));
    }

    private static List<String> items(List<String> values) {
        return values.stream().flatMap(v -> Arrays.stream(v.split(","))).map(String::strip).filter(v -> !v.isEmpty()).toList();
    }

    private static String withoutPort(String hop) {
        if (hop.startsWith("[")) {
            return hop.substring(1, Math.max(1, hop.indexOf(']')));
        }
        var colon = hop.indexOf(':');
        return colon >= 0 && colon == hop.lastIndexOf(':') ? hop.substring(0, colon) : hop;
    }
}
