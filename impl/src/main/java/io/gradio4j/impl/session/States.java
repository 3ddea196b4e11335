package io.gradio4j.impl.session;

import io.gradio4j.State;
import io.gradio4j.impl.json.JavaText;
import io.gradio4j.impl.session.StateForm.Held;
import io.gradio4j.spi.SessionStore.Kept;
import java.lang.System.Logger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The values of a session's states, and their ends. Safe for use by many threads. */
final class States {

    private static final Logger LOG = System.getLogger(States.class.getName());
    private static final Duration TTL_AFTER_CLOSE = Duration.ofHours(1);

    private final Kept kept;
    private final JavaText text;
    private final BooleanSupplier closed;
    private final Map<Integer, Known> known = new ConcurrentHashMap<>();

    /** A state that was used here. Before its due time there is no need to look. */
    private static final class Known {
        private final StateForm form;
        private volatile long due;

        Known(StateForm form) {
            this.form = form;
        }
    }

    /**
     * The states of a session.
     *
     * @param closed whether its page is closed
     */
    States(Kept kept, JavaText text, BooleanSupplier closed) {
        this.kept = kept;
        this.text = text;
        this.closed = closed;
    }

    private static String name(int id) {
        return "state " + id;
    }

    private Known known(int id, State<?> state) {
        return known.computeIfAbsent(id, i -> new Known(new StateForm(text, state, i)));
    }

    Object get(int id, State<?> state) {
        var form = known(id, state).form;
        var held = kept.get(name(id), form);
        if (held.isPresent() && isOver(held.get(), state)) {
            expire(id);
            held = Optional.empty();
        }
        return held.or(() -> kept.update(name(id), form, before -> before.or(() -> Optional.of(
                new Held(state.initial(), System.currentTimeMillis(), false))))).orElseThrow().value();
    }

    void set(int id, State<?> state, Object value) {
        kept.update(name(id), known(id, state).form, before -> Optional.of(new Held(value, System.currentTimeMillis(), true)));
    }

    /** When the page was closed, each end may be sooner. */
    void closing() {
        known.values().forEach(k -> k.due = 0);
    }

    /** Deletes values whose time is over. */
    void expire() {
        var now = System.currentTimeMillis();
        known.forEach((id, state) -> {
            if (now >= state.due && limit(state.form.state()).isPresent()) {
                expire(id);
            }
        });
    }

    private void expire(int id) {
        var state = known.get(id);
        take(id, state, held -> isOver(held, state.form.state())).ifPresent(over -> deleted(state.form.state(), over));
    }

    /** Takes a value away if it is to go; gives it if that was done here. */
    private Optional<Held> take(int id, Known state, Predicate<Held> which) {
        var gone = new AtomicReference<@Nullable Held>();
        var left = kept.update(name(id), state.form, before -> {
            var over = before.filter(which);
            gone.set(over.orElse(null));
            return over.isPresent() ? Optional.empty() : before;
        });
        left.ifPresent(held -> limit(state.form.state()).ifPresent(limit -> state.due = held.setAt() + limit.toMillis()));
        return Optional.ofNullable(gone.get());
    }

    private static void deleted(State<?> state, Held held) {
        if (!held.written()) {
            return;
        }
        try {
            state.deleted(held.value());
        } catch (RuntimeException | Error e) {
            LOG.log(Logger.Level.ERROR, "onDelete of a State failed", e);
        }
    }

    /** Deletes the values of states that are no more. What the app does about it must not hold up a page. */
    void forget(Set<Integer> ids) {
        ids.forEach(id -> {
            var state = known.remove(id);
            if (state != null) {
                take(id, state, held -> true).ifPresent(held -> Thread.ofVirtual().name("gradio-state-end").start(
                        () -> deleted(state.form.state(), held)));
            }
        });
    }

    /** Takes all values away. What comes back has to run for the app to hear of it. */
    Runnable takeAll() {
        var gone = new ArrayList<Runnable>();
        known.forEach((id, state) -> take(id, state, held -> true).ifPresent(held -> gone.add(() -> deleted(state.form.state(), held))));
        return () -> gone.forEach(Runnable::run);
    }

    /** Whether there is no value that a handler has set. */
    boolean areUnset() {
        return known.entrySet().stream().noneMatch(e -> kept.get(name(e.getKey()), e.getValue().form).filter(Held::written).isPresent());
    }

    private boolean isOver(Held held, State<?> state) {
        return held.written() && limit(state).filter(limit -> System.currentTimeMillis() - held.setAt() > limit.toMillis()).isPresent();
    }

    private Optional<Duration> limit(State<?> state) {
        var own = state.timeToLive();
        return closed.getAsBoolean() && own.filter(limit -> limit.compareTo(TTL_AFTER_CLOSE) <= 0).isEmpty() ? Optional.of(TTL_AFTER_CLOSE) : own;
    }
}
