package io.gradio4j.impl.redis;

import io.gradio4j.spi.Form;
import io.gradio4j.spi.SessionStore;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Keeps sessions in Redis: each is a hash of texts with versions. Whoever changes a value tells which version it has read; if somebody was
 * faster, it reads again.
 */
final class RedisStore implements SessionStore {

    private static final Duration UNUSED = Duration.ofDays(1);

    private final Link link;
    private final String prefix;
    private final Map<String, String> common = new ConcurrentHashMap<>();

    RedisStore(Link link, String prefix) {
        this.link = link;
        this.prefix = prefix;
    }

    private String key(String session) {
        return prefix + "s:" + session;
    }

    @Override
    public Kept open(String session) {
        link.number(Script.OPEN, prefix, session);
        return new RedisKept(session);
    }

    @Override
    public Optional<Kept> find(String session) {
        return link.<Boolean>ask(redis -> redis.async().expire(key(session), UNUSED)) ? Optional.of(new RedisKept(session)) : Optional.empty();
    }

    @Override
    public void remove(String session) {
        link.ask(redis -> redis.async().del(key(session)));
    }

    @Override
    public <T> T common(String name, Form<T> form, Supplier<T> first) {
        return form.read(common.computeIfAbsent(name, n -> link.text(Script.COMMON, prefix, n, form.write(first.get()))));
    }

    /** Redis has lost its memory: common values are as they were. */
    void restore() {
        common.forEach((name, value) -> link.text(Script.COMMON, prefix, name, value));
    }

    private final class RedisKept implements Kept {

        private final String session;

        RedisKept(String session) {
            this.session = session;
        }

        /** The version, a space, and the value. */
        private @Nullable String read(String name) {
            return link.ask(redis -> redis.async().hget(key(session), name));
        }

        private static <T> Optional<T> value(@Nullable String text, Form<T> form) {
            return text == null ? Optional.empty() : Optional.of(form.read(text.substring(text.indexOf(' ') + 1)));
        }

        @Override
        public <T> Optional<T> get(String name, Form<T> form) {
            return value(read(name), form);
        }

        @Override
        public <T> Optional<T> update(String name, Form<T> form, UnaryOperator<Optional<T>> change) {
            while (true) {
                var before = read(name);
                var after = change.apply(value(before, form));
                var version = before == null ? "0" : before.substring(0, before.indexOf(' '));
                if (before == null && after.isEmpty() || (after.isPresent()
                        ? link.number(Script.CHANGE, prefix, session, name, version, form.write(after.get()))
                        : link.number(Script.CHANGE, prefix, session, name, version)) == 1) {
                    return after;
                }
                LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(1_000_000));
            }
        }
    }
}
