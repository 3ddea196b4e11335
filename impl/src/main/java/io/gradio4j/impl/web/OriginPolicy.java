package io.gradio4j.impl.web;

import java.net.URI;
import java.net.URISyntaxException;
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
        try {
            var uri = new URI(origin);
            if (uri.getHost() == null || uri.getScheme() == null) {
                return false;
            }
            var defaultPort = uri.getScheme().equalsIgnoreCase("https") ? 443 : 80;
            var authority = uri.getPort() < 0 || uri.getPort() == defaultPort ? uri.getHost() : uri.getHost() + ":" + uri.getPort();
            var own = host.endsWith(":" + defaultPort) ? host.substring(0, host.lastIndexOf(':')) : host;
            return authority.equalsIgnoreCase(own);
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
