package io.gradio4j.impl.session;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * All sessions of an app, bounded: when there are too many, the one goes that was used least recently, of those without an open page first.
 * Safe for use by many threads.
 */
public final class Sessions {

    private final Map<String, Session> all = new LinkedHashMap<>(64, 0.75f, true);
    private final int capacity;
    private final Consumer<Session> ended;

    /**
     * Starts without sessions.
     *
     * @param capacity how many are kept
     * @param ended gets each one that is kept no longer
     */
    public Sessions(int capacity, Consumer<Session> ended) {
        this.capacity = capacity;
        this.ended = ended;
    }

    /** The session of this name; a new one if there is none. */
    public Session open(String hash) {
        Session gone = null;
        Session session;
        synchronized (all) {
            session = all.computeIfAbsent(hash, Session::new);
            session.touch();
            if (all.size() > capacity) {
                gone = leastWanted(session);
                all.remove(gone.hash());
            }
        }
        if (gone != null) {
            ended.accept(gone);
        }
        return session;
    }

    /** Who opens session after session throws out only what nobody looks at, as long as there is some. */
    private Session leastWanted(Session newest) {
        for (var session : all.values()) {
            if (session != newest && !session.isConnected()) {
                return session;
            }
        }
        return all.values().iterator().next();
    }

    /** The session of this name, if there is one. */
    public Optional<Session> find(String hash) {
        synchronized (all) {
            var session = Optional.ofNullable(all.get(hash));
            session.ifPresent(Session::touch);
            return session;
        }
    }

    /** Ends a session that nobody will ask for again. */
    public void remove(String hash) {
        Session gone;
        synchronized (all) {
            gone = all.remove(hash);
        }
        if (gone != null) {
            ended.accept(gone);
        }
    }

    /** Ends a session if nothing is left in it, and nobody has asked for it meanwhile. */
    public void removeIfOver(Session session) {
        boolean over;
        synchronized (all) {
            over = session.isOver() && all.remove(session.hash(), session);
        }
        if (over) {
            ended.accept(session);
        }
    }

    /** All sessions of this moment. */
    public List<Session> all() {
        synchronized (all) {
            return new ArrayList<>(all.values());
        }
    }

    /** How many there are. */
    public int size() {
        synchronized (all) {
            return all.size();
        }
    }
}
