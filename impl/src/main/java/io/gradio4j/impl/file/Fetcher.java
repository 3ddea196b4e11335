package io.gradio4j.impl.file;

import io.gradio4j.ValidationException;
import io.gradio4j.impl.json.JsonbConversion;
import java.io.IOException;
import java.lang.System.Logger;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Predicate;

/**
 * Fetches files that clients name by URL, where the app allows it. A host's name is looked up once; all its addresses must be public, and
 * the connection goes to one of just these. Every redirect is checked again. Size and time are limited.
 */
final class Fetcher {

    private static final Logger LOG = System.getLogger(Fetcher.class.getName());
    private static final long MOST_BYTES = 100L << 20;
    private static final int MOST_REDIRECTS = 5;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final FetchPolicy policy;
    private final long most;
    private final Dns dns;
    private final Predicate<InetAddress> isPublic;
    private final Duration patience;

    /** Finds the addresses of a host. */
    interface Dns {
        List<InetAddress> addresses(String host) throws UnknownHostException;
    }

    Fetcher(FetchPolicy policy, OptionalLong most) {
        this(policy, Math.min(most.orElse(MOST_BYTES), MOST_BYTES), host -> List.of(InetAddress.getAllByName(host)),
                PublicAddresses::contain, PATIENCE);
    }

    Fetcher(FetchPolicy policy, long most, Dns dns, Predicate<InetAddress> isPublic, Duration patience) {
        this.policy = policy;
        this.most = most;
        this.dns = dns;
        this.isPublic = isPublic;
        this.patience = patience;
    }

    /**
     * Fetches a file.
     *
     * @param text its URL
     * @param draft gets the content
     * @return a name for the file: the last part of the URL's path
     * @throws ValidationException if it may not be fetched or cannot be had; the message tells nothing about hosts within our network
     */
    String fetch(String text, Draft draft) {
        var shown = JsonbConversion.abbreviate(text);
        if (policy.allowsNothing()) {
            throw new ValidationException("This app fetches no URLs; upload the file instead of " + shown);
        }
        try {
            return follow(new URI(text), draft, System.nanoTime() + patience.toNanos());
        } catch (TooLargeException e) {
            throw new ValidationException("The file at " + shown + " is larger than " + most + " bytes");
        } catch (IOException | URISyntaxException e) {
            LOG.log(Logger.Level.INFO, () -> ("Not fetched: " + shown + ": " + e).replaceAll("\\p{Cntrl}", "?"));
            throw new ValidationException("This app may not fetch " + shown + ", or there is no such file");
        }
    }

    /** The content is larger than allowed. */
    static final class TooLargeException extends IOException {
    }

    private String follow(URI first, Draft draft, long deadline) throws IOException, URISyntaxException {
        var url = first;
        for (var hop = 0; hop <= MOST_REDIRECTS; hop++) {
            if (!policy.allows(url)) {
                throw new IOException("the URL " + url + " is not allowed");
            }
            try (var response = PinnedHttp.get(url, addresses(url.getHost()), deadline)) {
                if (response.status() == 200) {
                    response.copyTo(draft, most);
                    return name(first);
                }
                if (!List.of(301, 302, 303, 307, 308).contains(response.status())) {
                    throw new IOException("the server answered " + response.status());
                }
                var next = url.resolve(new URI(response.header("location").orElseThrow(() -> new IOException("a redirect to nowhere"))));
                if (url.getScheme().equalsIgnoreCase("https") && !"https".equalsIgnoreCase(next.getScheme())) {
                    throw new IOException("a redirect from https to " + next.getScheme());
                }
                url = next;
            }
        }
        throw new IOException("more than " + MOST_REDIRECTS + " redirects");
    }

    private List<InetAddress> addresses(String host) throws IOException {
        var bare = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
        var found = dns.addresses(bare);
        if (found.isEmpty() || !found.stream().allMatch(isPublic)) {
            throw new IOException(host + " is at " + found + ", which is not all public");
        }
        return found;
    }

    private static String name(URI url) {
        var path = url.getPath();
        var last = path == null ? "" : path.substring(path.lastIndexOf('/') + 1);
        return last.isEmpty() ? "file" : FileNames.clean(last).orElse("file");
    }
}
