package io.gradio4j.impl.session;

import io.gradio4j.spi.Form;
import io.gradio4j.spi.SessionStore;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Keeps sessions in memory: the objects themselves, never written. It forgets nothing by itself. */
final class LocalStore implements SessionStore {

    private final Map<String, LocalKept> sessions = new ConcurrentHashMap<>();
    private final Kept common = new LocalKept();

    /** What is kept of one session. */
    static final class LocalKept implements Kept {

        private final Map<String, Object> values = new ConcurrentHashMap<>();

        @Override
        @SuppressWarnings("unchecked")
        public <T> Optional<T> get(String name, Form<T> form) {
            return Optional.ofNullable((T) values.get(name));
        }

        @Override
        @SuppressWarnings("unchecked")
        public <T> Optional<T> update(String name, Form<T> form, UnaryOperator<Optional<T>> change) {
            return Optional.ofNullable((T) values.compute(name, (n, before) -> change.apply(Optional.ofNullable((T) before)).orElse(null)));
        }
    }

    @Override
    public Kept open(String session) {
        return sessions.computeIfAbsent(session, s -> new LocalKept());
    }

    @Override
    public Optional<Kept> find(String session) {
        return Optional.ofNullable(sessions.get(session));
    }

    @Override
    public void remove(String session) {
        sessions.remove(session);
    }

    @Override
    public <T> T common(String name, Form<T> form, Supplier<T> first) {
        return common.update(name, form, before -> before.or(() -> Optional.of(first.get()))).orElseThrow();
    }
}
