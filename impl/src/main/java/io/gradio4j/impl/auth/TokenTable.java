package io.gradio4j.impl.auth;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Tokens in memory. When there are too many, those go first that were not asked for the longest. */
final class TokenTable<T> implements Tokens<T> {

    private final Secrets secrets;
    private final Limits limits;
    private final InstantSource clock;
    private final Map<String, Entry<T>> entries = new LinkedHashMap<>(16, 0.75f, true);

    private record Entry<T>(T value, String owner, Instant since, Instant used) {
    }

    TokenTable(Secrets secrets, Limits limits, InstantSource clock) {
        this.secrets = secrets;
        this.limits = limits;
        this.clock = clock;
    }

    private String key(String token) {
        return Base64.getEncoder().encodeToString(secrets.digest(token));
    }

    @Override
    public String add(T value) {
        return add(value, "", limits.capacity());
    }

    @Override
    public synchronized String add(T value, String owner, int most) {
        var now = clock.instant();
        entries.values().removeIf(e -> isOver(e, now));
        for (var excess = entries.values().stream().filter(e -> e.owner().equals(owner)).count() - most + 1; excess > 0; excess--) {
            removeFirst(e -> e.owner().equals(owner));
        }
        if (entries.size() >= limits.capacity()) {
            removeFirst(any -> true);
        }
        var token = Secrets.random();
        entries.put(key(token), new Entry<>(value, owner, now, now));
        return token;
    }

    private void removeFirst(Predicate<Entry<T>> which) {
        for (var i = entries.values().iterator(); i.hasNext();) {
            if (which.test(i.next())) {
                i.remove();
                return;
            }
        }
    }

    private boolean isOver(Entry<T> entry, Instant now) {
        return now.isAfter(entry.since().plus(limits.longest())) || now.isAfter(entry.used().plus(limits.idle()));
    }

    @Override
    public synchronized Optional<T> find(String token) {
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
        entries.put(key, new Entry<>(entry.value(), entry.owner(), entry.since(), now));
        return Optional.of(entry.value());
    }

    @Override
    public synchronized Optional<T> take(String token) {
        var entry = entries.remove(key(token));
        return entry == null || isOver(entry, clock.instant()) ? Optional.empty() : Optional.of(entry.value());
    }

    @Override
    public synchronized void removeAll(String owner) {
        entries.values().removeIf(e -> e.owner().equals(owner));
    }

    synchronized int size() {
        return entries.size();
    }
}
