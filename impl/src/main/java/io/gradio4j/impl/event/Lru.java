package io.gradio4j.impl.event;

import io.gradio4j.CacheOptions;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Values by key, bounded by number and weight: the one that was not used for the longest time goes first. Safe for use by many threads. */
final class Lru<V> {

    private final CacheOptions options;
    private final Map<Key, Entry<V>> entries = new LinkedHashMap<>(16, 0.75f, true);
    private long weight;

    /**
     * What a value is found by.
     *
     * @param session whose it is; an empty string for all
     * @param key the key of the app
     */
    record Key(String session, Object key) {
    }

    private record Entry<V>(V value, long weight) {
    }

    Lru(CacheOptions options) {
        this.options = options;
    }

    CacheOptions options() {
        return options;
    }

    synchronized Optional<V> get(Key key) {
        return Optional.ofNullable(entries.get(key)).map(Entry::value);
    }

    synchronized void put(Key key, V value, long size) {
        remove(key);
        entries.put(key, new Entry<>(value, size));
        weight += size;
        while (entries.size() > 1 && isTooMuch()) {
            remove(entries.keySet().iterator().next());
        }
    }

    private boolean isTooMuch() {
        return entries.size() > options.maxEntries().orElse(Integer.MAX_VALUE) || weight > options.maxMemory().orElse(Long.MAX_VALUE);
    }

    private void remove(Key key) {
        var gone = entries.remove(key);
        if (gone != null) {
            weight -= gone.weight();
        }
    }

    /** The keys of a session, the one first that was not used for the longest time. */
    synchronized Set<Object> keys(String session) {
        var keys = new LinkedHashSet<>();
        entries.keySet().stream().filter(key -> key.session().equals(session)).forEach(key -> keys.add(key.key()));
        return keys;
    }

    /** Forgets all of a session. */
    synchronized void clear(String session) {
        keys(session).forEach(key -> remove(new Key(session, key)));
    }
}
