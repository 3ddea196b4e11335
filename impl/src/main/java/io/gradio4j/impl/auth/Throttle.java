package io.gradio4j.impl.auth;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Slows guessing of passwords down: after some failures of a user's name or of an address, each further attempt has to wait, twice as long
 * each time, up to a minute. An attempt counts as failed until it has succeeded, so that many at once do not slip through. Bounded; safe
 * for use by many threads.
 *
 * <p>The wait is short enough that somebody else's guessing does not shut a person out: it delays them a minute at the most.
 */
final class Throttle {

    private static final int FREE_PER_USER = 5;
    private static final int FREE_PER_ADDRESS = 20;
    private static final int MOST = 10_000;
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);
    private static final Duration REMEMBERED = Duration.ofHours(1);

    private final Secrets secrets;
    private final InstantSource clock;
    private final Map<String, Failures> users = bounded();
    private final Map<String, Failures> addresses = bounded();

    private record Failures(int count, Instant last, Instant blockedUntil) {
    }

    Throttle(Secrets secrets, InstantSource clock) {
        this.secrets = secrets;
        this.clock = clock;
    }

    private static Map<String, Failures> bounded() {
        return new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
                return size() > MOST;
            }
        };
    }

    /**
     * Begins an attempt.
     *
     * @param user the name, as long as it may be
     * @param address where it comes from
     * @return empty when it may go on; else how long to wait, and nothing is counted
     */
    synchronized Optional<Duration> attempt(String user, String address) {
        var now = clock.instant();
        var userKey = key(user);
        var addressKey = network(address);
        var wait = wait(users.get(userKey), now);
        var other = wait(addresses.get(addressKey), now);
        wait = wait.compareTo(other) < 0 ? other : wait;
        if (wait.isPositive()) {
            return Optional.of(wait);
        }
        users.compute(userKey, (k, known) -> oneMore(known, now, FREE_PER_USER));
        addresses.compute(addressKey, (k, known) -> oneMore(known, now, FREE_PER_ADDRESS));
        return Optional.empty();
    }

    private static Duration wait(@org.jspecify.annotations.Nullable Failures known, Instant now) {
        return known == null ? Duration.ZERO : Duration.between(now, known.blockedUntil());
    }

    private static Failures oneMore(@org.jspecify.annotations.Nullable Failures known, Instant now, int free) {
        var count = known == null || now.isAfter(known.last().plus(REMEMBERED)) ? 1 : known.count() + 1;
        var wait = count <= free ? Duration.ZERO : Duration.ofSeconds(1L << Math.min(count - free - 1, 30));
        return new Failures(count, now, now.plus(wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT));
    }

    /** An attempt that was begun has succeeded: its failures are forgotten. */
    synchronized void succeeded(String user, String address) {
        users.remove(key(user));
        addresses.remove(network(address));
    }

    synchronized int size() {
        return users.size() + addresses.size();
    }

    /** A name of any length in few bytes. */
    private String key(String user) {
        return Base64.getEncoder().encodeToString(secrets.digest(user));
    }

    /** One customer has a whole IPv6 network of 64 bits: it counts as one address. */
    private static String network(String address) {
        if (!address.contains(":")) {
            return address;
        }
        try {
            var scope = address.indexOf('%');
            var parsed = InetAddress.getByName(scope < 0 ? address : address.substring(0, scope));
            return parsed instanceof Inet6Address ? Base64.getEncoder().encodeToString(java.util.Arrays.copyOf(parsed.getAddress(), 8))
                    : parsed.getHostAddress();
        } catch (UnknownHostException e) {
            return address;
        }
    }
}
