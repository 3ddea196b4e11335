package io.gradio4j.impl.web;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Which web pages may change something here: our own, and those that the operator listed. Programs other than browsers send none of these
 * headers and are let through; they have no visitor's cookies to misuse. Immutable.
 */
final class OriginPolicy {

    private static final Set<String> OWN = Set.of("same-origin", "none");

    private final Optional<String> own;
    private final Set<String> listed;

    /**
     * A policy.
     *
     * @param root the address under which a proxy shows the app: its origin is ours; empty when there is none
     * @param listed origins whose pages may use the API, such as {@code https://example.org}
     * @throws IllegalArgumentException if one of them is no origin
     */
    OriginPolicy(Optional<String> root, List<String> listed) {
        own = root.map(OriginPolicy::originOf).map(OriginPolicy::normal);
        var all = new HashSet<String>();
        for (var origin : listed) {
            if (!isOrigin(origin)) {
                throw new IllegalArgumentException("GRADIO_CORS_ORIGINS: \"" + origin
                        + "\" is no origin: it must be a scheme and a host, with a port if it is not the usual one, such as https://example.org");
            }
            all.add(normal(origin));
        }
        this.listed = Set.copyOf(all);
    }

    /**
     * What a browser says of where a request comes from.
     *
     * @param origin the header Origin
     * @param host the host that the browser names
     * @param fetchSite the header Sec-Fetch-Site
     */
    record Claim(Optional<String> origin, String host, Optional<String> fetchSite) {
    }

    /** Whether a request may change something. */
    boolean allows(Claim claim) {
        return claim.origin().filter(this::lists).isPresent() || isNotForeign(claim);
    }

    /** Whether a browser says that the request comes from one of our own pages. */
    boolean isOwnPage(Claim claim) {
        return isNotForeign(claim) && (claim.origin().isPresent() || claim.fetchSite().map("same-origin"::equalsIgnoreCase).orElse(false));
    }

    /** Whether an origin is one that the operator listed. */
    boolean lists(String origin) {
        return listed.contains(normal(origin));
    }

    /** Whether any origin is listed: then answers differ by origin. */
    boolean listsAny() {
        return !listed.isEmpty();
    }

    private boolean isNotForeign(Claim claim) {
        return claim.fetchSite().map(site -> OWN.contains(site.toLowerCase(Locale.ROOT))).orElse(true)
                && claim.origin().map(o -> sameHost(o, claim.host()) || own.filter(normal(o)::equals).isPresent()).orElse(true);
    }

    /** The scheme and the authority of an address. */
    private static String originOf(String url) {
        var slash = url.indexOf('/', url.indexOf("://") + 3);
        return slash < 0 ? url : url.substring(0, slash);
    }

    private static boolean isOrigin(String text) {
        var lower = text.toLowerCase(Locale.ROOT);
        return lower.startsWith("https://") && Forwarding.isAuthority(lower.substring("https://".length()))
                || lower.startsWith("http://") && Forwarding.isAuthority(lower.substring("http://".length()));
    }

    private static String normal(String origin) {
        var lower = origin.toLowerCase(Locale.ROOT);
        return lower.startsWith("https://") ? without(":443", lower) : without(":80", lower);
    }

    private static boolean sameHost(String origin, String host) {
        var page = origin.toLowerCase(Locale.ROOT);
        var own = host.toLowerCase(Locale.ROOT);
        return page.startsWith("https://") ? same(page.substring("https://".length()), own, ":443")
                : page.startsWith("http://") && same(page.substring("http://".length()), own, ":80");
    }

    /** Compared as texts: an origin is a scheme and an authority and nothing else, so nothing has to be parsed or can be misread. */
    private static boolean same(String authority, String host, String defaultPort) {
        return !authority.isEmpty() && without(defaultPort, authority).equals(without(defaultPort, host));
    }

    private static String without(String port, String authority) {
        return authority.endsWith(port) ? authority.substring(0, authority.length() - port.length()) : authority;
    }
}
