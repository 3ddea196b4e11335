package io.gradio4j.impl.session;

import io.gradio4j.Block;
import io.gradio4j.BlockAccess;
import io.gradio4j.State;
import io.gradio4j.impl.message.Message;
import jakarta.json.JsonValue;
import java.lang.System.Logger;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * What the server keeps for one page: state, blocks that handlers changed, and messages on their way. Safe for use by many threads.
 */
public final class Session {

    private static final Logger LOG = System.getLogger(Session.class.getName());
    private static final Duration TTL_AFTER_CLOSE = Duration.ofHours(1);
    private static final Duration TTL_WHEN_IDLE = Duration.ofHours(1);
    /** Somebody who has just asked for a session is about to connect. */
    private static final Duration CONNECTING = Duration.ofSeconds(10);
    private static final int REMEMBERED_JOINS = 256;

    private final String hash;
    private final Outbox outbox = new Outbox();
    private final Map<Integer, Block> changed = new ConcurrentHashMap<>();
    private final Map<Integer, Held> states = new ConcurrentHashMap<>();
    private final Map<Integer, Map<String, JsonValue>> shown = new ConcurrentHashMap<>();
    private final Set<String> unfinished = ConcurrentHashMap.newKeySet();
    private final AtomicInteger connections = new AtomicInteger();
    private final Map<String, Message> joins = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Message> eldest) {
            return size() > REMEMBERED_JOINS;
        }
    };
    private volatile boolean closed;
    private volatile long used = System.nanoTime();
    private String owner = "";

    private record Held(State<?> state, Object value, long setAt, boolean written) {

        boolean expired(long now, boolean closed) {
            if (!written) {
                return false;
            }
            var limit = state.timeToLive();
            if (closed && (limit.isEmpty() || limit.get().compareTo(TTL_AFTER_CLOSE) > 0)) {
                limit = Optional.of(TTL_AFTER_CLOSE);
            }
            return limit.isPresent() && now - setAt > limit.get().toNanos();
        }
    }

    /** Starts a session with the name that the client chose. */
    public Session(String hash) {
        this.hash = hash;
    }

    /** The name that the client chose. */
    public String hash() {
        return hash;
    }

    /**
     * Whether a session is a user's: the first user that comes with its name keeps it.
     *
     * @param user the user's name; an empty string for somebody unknown
     */
    public synchronized boolean belongsTo(String user) {
        if (owner.isEmpty()) {
            owner = user;
        }
        return owner.equals(user);
    }

    /** The messages on their way. */
    public Outbox outbox() {
        return outbox;
    }

    /** The events whose last message the client has not got yet. */
    public Set<String> unfinished() {
        return unfinished;
    }

    /**
     * A block as this page has it.
     *
     * @param id its number
     * @param defined the block as it was defined
     * @return the block with all properties that handlers have changed
     */
    public Block block(int id, Block defined) {
        return changed.getOrDefault(id, defined);
    }

    /**
     * Remembers what a handler changed.
     *
     * @param id the block's number
     * @param defined the block as it was defined
     * @param properties the changed properties
     * @return the changed block
     */
    public Block change(int id, Block defined, Map<String, Object> properties) {
        return changed.compute(id, (i, known) -> BlockAccess.with(known == null ? defined : known, properties));
    }

    /**
     * Remembers what the page shows, for links to it.
     *
     * @param id the number of the component
     * @param properties what it was told, its value among it
     */
    public void shows(int id, Map<String, JsonValue> properties) {
        shown.merge(id, Map.copyOf(properties), (before, now) -> {
            var both = new HashMap<>(before);
            both.putAll(now);
            return Map.copyOf(both);
        });
    }

    /** What the page shows, as far as it was remembered: properties by the component's number. */
    public Map<Integer, Map<String, JsonValue>> shown() {
        return Map.copyOf(shown);
    }

    /**
     * The value of a state.
     *
     * @param id its number
     * @param state the state
     * @return what was set last, else a first value
     */
    public Object state(int id, State<?> state) {
        expire(id);
        return states.computeIfAbsent(id, i -> new Held(state, state.initial(), System.nanoTime(), false)).value();
    }

    /** Sets the value of a state. */
    public void state(int id, State<?> state, Object value) {
        states.put(id, new Held(state, value, System.nanoTime(), true));
    }

    /** Deletes values whose time is over. */
    public void expireStates() {
        states.keySet().forEach(this::expire);
    }

    private void expire(int id) {
        var held = states.get(id);
        if (held != null && held.expired(System.nanoTime(), closed)) {
            delete(id, held);
        }
    }

    private void delete(int id, Held held) {
        if (states.remove(id, held) && held.written()) {
            try {
                held.state().deleted(held.value());
            } catch (RuntimeException | Error e) {
                LOG.log(Logger.Level.ERROR, "onDelete of a State failed", e);
            }
        }
    }

    /** Deletes all values: the session is over. */
    public void deleteStates() {
        states.forEach(this::delete);
    }

    /** What was answered to a join that carries this name. */
    public synchronized @Nullable Message join(String clientId) {
        return joins.get(clientId);
    }

    /** Remembers the answer to a join, so that asking again starts nothing twice. */
    public synchronized void joined(String clientId, Message answer) {
        joins.put(clientId, answer);
    }

    /** Counts a connection that shows the page is open. */
    public void connected() {
        connections.incrementAndGet();
        closed = false;
    }

    /** Counts one less; true if it was the last one. */
    public boolean disconnected() {
        touch();
        return connections.decrementAndGet() <= 0;
    }

    /** Whether some connection shows that the page is open. */
    public boolean isConnected() {
        return connections.get() > 0;
    }

    /** The page is gone: state lives one hour more at the most. */
    public void pageClosed() {
        closed = true;
    }

    /** Somebody has asked for the session. */
    void touch() {
        used = System.nanoTime();
    }

    /** Whether nobody has been connected or has asked for the session for an hour: then its page counts as closed. */
    public boolean isAbandoned() {
        return !closed && isUnusedFor(TTL_WHEN_IDLE);
    }

    /** Whether nothing is left that somebody could want: the page is closed, and all values that a handler has set are deleted. */
    public boolean isOver() {
        return closed && isUnusedFor(CONNECTING) && states.values().stream().noneMatch(Held::written);
    }

    private boolean isUnusedFor(Duration time) {
        return !isConnected() && System.nanoTime() - used > time.toNanos();
    }
}
