package io.gradio4j.impl.auth;

import io.gradio4j.impl.json.JavaText;
import io.gradio4j.spi.Form;
import io.gradio4j.spi.SessionStore;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Tokens where all nodes find them. What was not asked for in a day the store forgets by itself, so there is nothing to tidy up. */
final class SharedTokens<T> implements Tokens<T> {

    private static final JavaText JAVA = new JavaText(SharedTokens.class.getClassLoader());
    private static final String ENTRY = "entry";

    private final SessionStore store;
    private final String name;
    private final Secrets secrets;
    private final Limits limits;
    private final InstantSource clock;

    private record Entry(Object value, Instant since, String owner) {
    }

    /** Entries, and lists of the keys of an owner's entries. */
    private record Java<V>(Class<? super V> type) implements Form<V> {

        static final Java<Entry> ENTRY = new Java<>(Entry.class);
        static final Java<List<String>> KEYS = new Java<>(List.class);

        @Override
        public String write(V value) {
            return JAVA.write(value);
        }

        @Override
        @SuppressWarnings("unchecked")
        public V read(String text) {
            return (V) type.cast(JAVA.read(text));
        }
    }

    /**
     * Tokens of one kind.
     *
     * @param name the kind's name
     * @param limits bounds them, but for their number, which is up to the store
     */
    SharedTokens(SessionStore store, String name, Secrets secrets, Limits limits, InstantSource clock) {
        this.store = store;
        this.name = name;
        this.secrets = secrets;
        this.limits = limits;
        this.clock = clock;
    }

    private String key(String token) {
        return name + " " + Base64.getEncoder().encodeToString(secrets.digest(token));
    }

    private String list(String owner) {
        return name + " of " + Base64.getEncoder().encodeToString(secrets.digest(owner));
    }

    @Override
    public String add(T value) {
        return add(value, "", Integer.MAX_VALUE);
    }

    @Override
    public String add(T value, String owner, int most) {
        var token = Secrets.random();
        var key = key(token);
        store.open(key).update(ENTRY, Java.ENTRY, before -> Optional.of(new Entry(value, clock.instant(), owner)));
        if (!owner.isEmpty()) {
            var excess = new ArrayList<String>();
            store.open(list(owner)).update(ENTRY, Java.KEYS, before -> {
                var keys = new ArrayList<>(before.orElse(List.of()));
                keys.add(key);
                excess.clear();
                excess.addAll(keys.subList(0, Math.max(0, keys.size() - most)));
                keys.removeAll(excess);
                return Optional.of(keys);
            });
            excess.forEach(store::remove);
        }
        return token;
    }

    @SuppressWarnings("unchecked")
    private Optional<T> valid(Optional<Entry> entry) {
        return entry.filter(e -> !clock.instant().isAfter(e.since().plus(limits.longest()))).map(e -> (T) e.value());
    }

    @Override
    public Optional<T> find(String token) {
        return store.find(key(token)).flatMap(kept -> valid(kept.get(ENTRY, Java.ENTRY)));
    }

    @Override
    public Optional<T> take(String token) {
        var key = key(token);
        var taken = new AtomicReference<@Nullable Entry>();
        store.find(key).ifPresent(kept -> kept.update(ENTRY, Java.ENTRY, before -> {
            taken.set(before.orElse(null));
            return Optional.empty();
        }));
        var entry = Optional.ofNullable(taken.get());
        entry.filter(e -> !e.owner().isEmpty()).ifPresent(e -> store.open(list(e.owner())).update(ENTRY, Java.KEYS,
                before -> before.map(keys -> keys.stream().filter(k -> !k.equals(key)).toList())));
        store.remove(key);
        return valid(entry);
    }

    @Override
    public void removeAll(String owner) {
        store.find(list(owner)).flatMap(kept -> kept.get(ENTRY, Java.KEYS)).ifPresent(keys -> keys.forEach(store::remove));
        store.remove(list(owner));
    }
}
