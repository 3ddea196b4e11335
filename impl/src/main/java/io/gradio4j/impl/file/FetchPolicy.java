package io.gradio4j.impl.file;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Which URLs the server may fetch, as far as the URL itself tells. Immutable. */
final class FetchPolicy {

    private static final Pattern NAME = Pattern.compile("\\*|(\\*\\.)?[a-z0-9]([a-z0-9.-]*[a-z0-9])?");

    /** A host that ends like this is a number to some library, 127.0.0.1 as 0177.1 or 2130706433. */
    private static final Pattern NUMERIC = Pattern.compile("(.*\\.)?([0-9]+|0x[0-9a-f]*)");
    private static final Pattern PLAIN_NUMERIC = Pattern.compile("(0|[1-9][0-9]{0,2})(\\.(0|[1-9][0-9]{0,2})){3}");

    private final List<String> hosts;

    /**
     * A policy.
     *
     * @param hosts names, {@code *.name} for all below one, or {@code *} for all
     * @throws IllegalArgumentException if one is none of these
     */
    FetchPolicy(List<String> hosts) {
        this.hosts = hosts.stream().map(host -> host.strip().toLowerCase(Locale.ROOT)).toList();
        this.hosts.stream().filter(host -> !NAME.matcher(host).matches()).findFirst().ifPresent(host -> {
            throw new IllegalArgumentException("fetchFrom needs names of hosts such as example.org, *.example.org or *, not '" + host + "'");
        });
    }

    boolean allowsNothing() {
        return hosts.isEmpty();
    }

    /** Whether the server may fetch this URL, if its host turns out to be public. */
    boolean allows(URI url) {
        var host = url.getHost();
        var scheme = url.getScheme();
        if (host == null || scheme == null || url.getRawUserInfo() != null
                || !scheme.equalsIgnoreCase("https") && !scheme.equalsIgnoreCase("http")) {
            return false;
        }
        var port = url.getPort();
        var name = withoutDot(host.toLowerCase(Locale.ROOT));
        return (port == -1 || port == 80 || port == 443 || port >= 1024 && port <= 65_535) && isListed(name)
                && (!NUMERIC.matcher(name).matches() || PLAIN_NUMERIC.matcher(name).matches());
    }

    private static String withoutDot(String host) {
        return host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
    }

    private boolean isListed(String host) {
        return hosts.stream().anyMatch(known -> known.equals("*") || known.equals(host)
                || known.startsWith("*.") && host.endsWith(known.substring(1)));
    }
}
