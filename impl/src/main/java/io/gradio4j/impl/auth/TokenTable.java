package io.gradio4j.impl.auth;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Values that are found by a token which only its holder knows: here stands just a digest of it. A value ends when it was not asked for in
 * a while, after its longest time, or when there are too many: then those go first that were not asked for the longest. Safe for use by
 * many threads.
 *
 * @param <T> the values
 */
final class TokenTable<T> {

    private final Secrets secrets;
    private final Limits limits;
    private final InstantSource clock;
    private final Map<String, Entry<T>> entries = new LinkedHashMap<>(16, 0.75f, true);

    /**
     * What bounds a table.
     *
     * @param capacity how many values there may be
     * @param idle how long a value lives without being asked for
     * @param longest how long it lives in any case
     */
    record Limits(int capacity, Duration idle, Duration longest) {
    }

    private record Entry<T>(T value, Instant since, Instant used) {
    }

    TokenTable(Secrets secrets, Limits limits, InstantSource clock) {
        this.secrets = secrets;
        this.limits = limits;
        this.clock = clock;
    }

    private String key(String token) {
        return Base64.getEncoder().encodeToString(secrets.digest(token));
    }

    /** Adds a value; its new token is returned. */
    String add(T value) {
        return add(value, other -> false, limits.capacity());
    }

    /**
     * Adds a value; of those that are alike only some are kept.
     *
     * @param value the value
     * @param alike which others count as like it
     * @param most how many of them may be there, this one included
     * @return its new token
     */
    synchronized String add(T value, Predicate<T> alike, int most) {
        var now = clock.instant();
        entries.values().removeIf(e -> isOver(e, now));
        for (var excess = entries.values().stream().filter(e -> alike.test(e.value())).count() - most + 1; excess > 0; excess--) {
            removeFirst(alike);
        }
        if (entries.size() >= limits.capacity()) {
            removeFirst(any -> true);
        }
        var token = Secrets.random();
        entries.put(key(token), new Entry<>(value, now, now));
        return token;
    }

    private void removeFirst(Predicate<T> which) {
        for (var i = entries.values().iterator(); i.hasNext();) {
            if (which.test(i.next().value())) {
                i.remove();
                return;
            }
        }
    }

    private boolean isOver(Entry<T> entry, Instant now) {
        return now.isAfter(entry.since().plus(limits.longest())) || now.isAfter(entry.used().plus(limits.idle()));
    }

    /** The value of a token, if it has one. */
    synchronized Optional<T> find(String token) {
        var key = key(token);
        var now = clock.instant();
        var entry = entries.get(key);
        if (entry == null) {
            return Optional.empty();
        }
        if (isOver(entry, now)) {
            entries.remove(key);
            return Optional.empty();
        }
        entries.put(key, new Entry<>(entry.value(), entry.since(), now));
        return Optional.of(entry.value());
    }

    /** Removes a token and gives the value it had. */
    synchronized Optional<T> take(String token) {
        var entry = entries.remove(key(token));
        return entry == null || isOver(entry, clock.instant()) ? Optional.empty() : Optional.of(entry.value());
    }

    /** Removes all values of some kind. */
    synchronized void removeIf(Predicate<T> which) {
        entries.values().removeIf(e -> which.test(e.value()));
    }

    synchronized int size() {
        return entries.size();
    }
}
