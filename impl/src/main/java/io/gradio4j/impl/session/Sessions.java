package io.gradio4j.impl.session;

import io.gradio4j.impl.json.JavaText;
import io.gradio4j.impl.message.Message;
import io.gradio4j.spi.EventBus;
import io.gradio4j.spi.SessionStore;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The sessions of an app that this node has seen, bounded: when there are too many, the one goes that was used least recently, of those
 * without an open page first. A server that is alone forgets it; where there are others, they go on with it. Safe for use by many threads.
 */
public final class Sessions {

    private final Map<String, Session> all = new LinkedHashMap<>(64, 0.75f, true);
    private final int capacity;
    private final SessionStore store;
    private final EventBus<Message> bus;
    private final JavaText text;
    private final boolean alone;
    private final Consumer<Session> ended;

    /**
     * Starts without sessions.
     *
     * @param capacity how many are kept here
     * @param store where all of them are
     * @param bus carries their messages
     * @param text how values of state are written
     * @param ended gets each one that is kept no longer
     */
    public Sessions(int capacity, SessionStore store, EventBus<Message> bus, JavaText text, Consumer<Session> ended) {
        this.capacity = capacity;
        this.store = store;
        this.bus = bus;
        this.text = text;
        this.ended = ended;
        alone = bus.node().isEmpty();
    }

    /** The session of this name; a new one if there is none. */
    public Session open(String hash) {
        if (alone) {
            return here(hash, () -> store.open(hash));
        }
        var kept = store.open(hash);
        return here(hash, () -> kept);
    }

    private Session here(String hash, Supplier<SessionStore.Kept> kept) {
        Session gone = null;
        Session session;
        synchronized (all) {
            session = all.computeIfAbsent(hash, h -> new Session(h, kept.get(), bus, text));
            session.touch();
            if (all.size() > capacity) {
                gone = leastWanted(session);
                take(gone.hash());
            }
        }
        if (gone != null && alone) {
            ended.accept(gone);
        }
        return session;
    }

    /** Takes a session out. Of a server that is alone it is gone, at once: nobody can open it between the one and the other. */
    private @Nullable Session take(String hash) {
        if (alone) {
            store.remove(hash);
        }
        return all.remove(hash);
    }

    /** Who opens session after session throws out only what nobody looks at, as long as there is some. */
    private Session leastWanted(Session newest) {
        for (var session : all.values()) {
            if (session != newest && !session.isConnectedHere()) {
                return session;
            }
        }
        return all.values().iterator().next();
    }

    /** The session of this name, if there is one. */
    public Optional<Session> find(String hash) {
        if (alone) {
            var session = known(hash);
            session.ifPresent(Session::touch);
            return session;
        }
        var kept = store.find(hash);
        if (kept.isEmpty()) {
            synchronized (all) {
                all.remove(hash);
            }
        }
        return kept.map(k -> here(hash, () -> k));
    }

    /** The session of this name, if this node has seen it. */
    public Optional<Session> known(String hash) {
        synchronized (all) {
            return Optional.ofNullable(all.get(hash));
        }
    }

    /** Ends a session that nobody will ask for again. */
    public void remove(String hash) {
        Session gone;
        synchronized (all) {
            gone = take(hash);
        }
        if (gone != null) {
            ended.accept(gone);
        }
        if (!alone) {
            store.remove(hash);
            bus.remove(hash);
        }
    }

    /** Ends a session if nothing is left in it, and nobody has asked for it meanwhile. */
    public void removeIfOver(Session session) {
        boolean over;
        synchronized (all) {
            over = session.isOver() && all.get(session.hash()) == session;
            if (over) {
                take(session.hash());
            }
        }
        if (over) {
            ended.accept(session);
        }
    }

    /** This node has nothing to do with a session any more. */
    public void leave(Session session) {
        synchronized (all) {
            all.remove(session.hash(), session);
        }
    }

    /** All sessions of this moment that this node has seen. */
    public List<Session> all() {
        synchronized (all) {
            return new ArrayList<>(all.values());
        }
    }

    /** How many that are. */
    public int size() {
        synchronized (all) {
            return all.size();
        }
    }
}
