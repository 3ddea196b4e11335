package io.gradio4j.impl.web;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Which web pages may change something here: only our own. Programs other than browsers send none of these headers and are let through;
 * they have no visitor's cookies to misuse.
 */
final class OriginPolicy {

    private static final Set<String> OWN = Set.of("same-origin", "none");

    private OriginPolicy() {
    }

    /**
     * Whether a request may change something.
     *
     * @param origin the header Origin
     * @param host the header Host
     * @param fetchSite the header Sec-Fetch-Site
     */
    static boolean allows(Optional<String> origin, Optional<String> host, Optional<String> fetchSite) {
        return fetchSite.map(site -> OWN.contains(site.toLowerCase(Locale.ROOT))).orElse(true)
                && origin.map(o -> host.isPresent() && sameHost(o, host.get())).orElse(true);
    }

    /** Whether a browser says that the request comes from one of our own pages. */
    static boolean isOwnPage(Optional<String> origin, Optional<String> host, Optional<String> fetchSite) {
        return allows(origin, host, fetchSite) && (origin.isPresent() || fetchSite.map("same-origin"::equalsIgnoreCase).orElse(false));
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
