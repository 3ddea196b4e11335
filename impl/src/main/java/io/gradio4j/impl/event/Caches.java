package io.gradio4j.impl.event;

import io.gradio4j.BlockAccess;
import io.gradio4j.Cache;
import io.gradio4j.Component;
import io.gradio4j.Conversion;
import io.gradio4j.Injected;
import io.gradio4j.State;
import io.gradio4j.impl.app.App;
import io.gradio4j.impl.app.Dependency;
import io.gradio4j.impl.app.Hashes;
import io.gradio4j.impl.json.JsonText;
import io.gradio4j.impl.json.Jsons;
import io.gradio4j.impl.session.Session;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What an app's functions remember: results of cached ones, and what handlers keep themselves. Safe for use by many threads. */
final class Caches {

    private final Conversion conversion;
    private final Map<Integer, Lru<Recording>> results = new java.util.HashMap<>();
    private final Map<Injected.OfCache, Lru<Object>> kept = new IdentityHashMap<>();

    Caches(App app) {
        conversion = app.files().definitions();
        for (var dependency : app.dependencies()) {
            dependency.definition().cache().ifPresent(options -> results.put(dependency.id(), new Lru<>(options)));
            dependency.arguments().forEach(argument -> {
                if (argument instanceof Injected.OfCache cache) {
                    kept.computeIfAbsent(cache, c -> new Lru<>(c.options()));
                }
            });
        }
    }

    /** A place for the results of one call. */
    record Place(Lru<Recording> store, Lru.Key key) {

        Optional<Recording> found() {
            return store.get(key);
        }

        void keep(Recording recording) {
            store.put(key, recording, recording.weight());
        }
    }

    /** Gives the arguments of a call when a cache is asked for its own key. */
    interface ArgumentsOf {
        @Nullable Object[] get();
    }

    /**
     * Where the results of a call are remembered.
     *
     * @param arguments the handler's arguments, for a function that makes its own key
     * @return empty when they are not: the function is not cached, or a handler changed what the session's blocks make of values
     */
    Optional<Place> place(Session session, Dependency dependency, Input input, ArgumentsOf arguments) {
        var store = results.isEmpty() ? null : results.get(dependency.id());
        if (store == null || isChanged(session, dependency.inputs()) || isChanged(session, dependency.outputs())) {
            return Optional.empty();
        }
        var made = store.options().key();
        var key = made.isPresent() ? conversion.toJson(made.get().apply(BlockAccess.values(dependency.arguments(), arguments.get())))
                : values(session, dependency, input);
        // Files have addresses below the page's own.
        var text = input.root() + JsonText.of(canonical(key));
        return Optional.of(new Place(store, new Lru.Key(store.options().isPerSession() ? session.hash() : "",
                text.length() <= 64 ? text : Hashes.sha256(text.getBytes(StandardCharsets.UTF_8)))));
    }

    private static boolean isChanged(Session session, List<Dependency.Slot> slots) {
        return slots.stream().anyMatch(slot -> session.block(slot.id(), slot.block()) != slot.block());
    }

    /** Everything that the handler's arguments are made of. */
    private JsonValue values(Session session, Dependency dependency, Input input) {
        var all = Jsons.array();
        var position = 0;
        for (var argument : dependency.arguments()) {
            switch (argument) {
                case State<?> state -> all.add(conversion.toJson(session.state(dependency.inputs().get(position++).id(), state)));
                case Component<?, ?> component -> {
                    all.add(position < input.data().size() ? input.data().get(position) : JsonValue.NULL);
                    position++;
                }
                case Injected.OfEventData<?> data -> all.add(input.eventData()).add(input.trigger().orElse(-1));
                case Injected.OfHeader(String name) -> all.add(input.request().header(name).orElse(""));
                case Injected<?> other -> {
                }
            }
        }
        return all.build();
    }

    /** The same text for the same content: keys sorted, numbers in their shortest form. */
    private static JsonValue canonical(JsonValue value) {
        return switch (value) {
            case JsonObject object -> {
                var sorted = Jsons.object();
                new TreeMap<>(object).forEach((name, item) -> sorted.add(name, canonical(item)));
                yield sorted.build();
            }
            case JsonArray array -> {
                var items = Jsons.array();
                array.forEach(item -> items.add(canonical(item)));
                yield items.build();
            }
            case JsonNumber number -> Jsons.number(number.bigDecimalValue().stripTrailingZeros());
            default -> value;
        };
    }

    /** Forgets what belongs to a page alone. */
    void forget(Session session) {
        var all = new ArrayList<Lru<?>>(results.values());
        all.addAll(kept.values());
        all.stream().filter(store -> store.options().isPerSession()).forEach(store -> store.clear(session.hash()));
    }

    /**
     * The handle that a handler gets.
     *
     * @param used runs when something was found
     */
    Cache handle(Injected.OfCache cache, Session session, Runnable used) {
        return new Handle(kept.get(cache), cache.options().isPerSession() ? session.hash() : "", used, conversion);
    }

    private record Handle(Lru<Object> store, String session, Runnable used, Conversion conversion) implements Cache {

        private Lru.Key named(Object key) {
            return new Lru.Key(session, key);
        }

        @Override
        public <T> Optional<T> get(Object key, Class<T> type) {
            var found = store.get(named(key)).map(type::cast);
            found.ifPresent(value -> used.run());
            return found;
        }

        @Override
        @SuppressWarnings("unchecked")
        public <T> T get(Object key, Supplier<T> otherwise) {
            var found = store.get(named(key));
            if (found.isPresent()) {
                used.run();
                return (T) found.get();
            }
            var made = otherwise.get();
            put(key, made);
            return made;
        }

        @Override
        public void put(Object key, Object value) {
            store.put(named(key), value, store.options().maxMemory().isPresent() ? weight(value) : 0);
        }

        private long weight(Object value) {
            return switch (value) {
                case CharSequence text -> text.length();
                case byte[] bytes -> bytes.length;
                default -> JsonText.of(conversion.toJson(value)).length();
            };
        }

        @Override
        public Set<Object> keys() {
            return store.keys(session);
        }

        @Override
        public int size() {
            return keys().size();
        }

        @Override
        public void clear() {
            store.clear(session);
        }
    }
}
