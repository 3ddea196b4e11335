package io.gradio4j.impl.session;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** All sessions of an app, bounded: the one that was used least recently goes first. Safe for use by many threads. */
public final class Sessions {

    private final Map<String, Session> all = new LinkedHashMap<>(64, 0.75f, true);
    private final int capacity;
    private final Consumer<Session> evicted;

    /**
     * Starts without sessions.
     *
     * @param capacity how many are kept
     * @param evicted gets each one that has to go
     */
    public Sessions(int capacity, Consumer<Session> evicted) {
        this.capacity = capacity;
        this.evicted = evicted;
    }

    /** The session of this name; a new one if there is none. */
    public Session open(String hash) {
        Session gone = null;
        Session session;
        synchronized (all) {
            session = all.computeIfAbsent(hash, Session::new);
            if (all.size() > capacity) {
                var eldest = all.values().iterator();
                gone = eldest.next();
                eldest.remove();
            }
        }
        if (gone != null) {
            evicted.accept(gone);
        }
        return session;
    }

    /** The session of this name, if there is one. */
    public Optional<Session> find(String hash) {
        synchronized (all) {
            return Optional.ofNullable(all.get(hash));
        }
    }

    /** Forgets a session that nobody will ask for again. */
    public void remove(String hash) {
        synchronized (all) {
            all.remove(hash);
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
