package io.gradio4j.impl.session;

import io.gradio4j.Block;
import io.gradio4j.BlockAccess;
import io.gradio4j.State;
import io.gradio4j.impl.app.Parts;
import io.gradio4j.impl.json.JavaText;
import io.gradio4j.impl.message.Message;
import io.gradio4j.impl.message.WrittenMessages;
import io.gradio4j.spi.EventBus;
import io.gradio4j.spi.Form;
import io.gradio4j.spi.Mailbox;
import io.gradio4j.spi.SessionStore.Kept;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * What the server keeps for one page: state, blocks that handlers changed, and messages on their way. Where several nodes serve an app,
 * each of them sees the same. Safe for use by many threads.
 */
public final class Session {

    private static final Duration TTL_WHEN_IDLE = Duration.ofHours(1);
    /** Somebody who has just asked for a session is about to connect. */
    private static final Duration CONNECTING = Duration.ofSeconds(10);
    private static final int REMEMBERED_JOINS = 64;
    private static final String OWNER = "owner";
    private static final String JOINS = "joins";
    private static final String SHOWN = "shown";
    private static final String RANGES = "ranges";
    private static final String DRAWER = "drawer";

    private final String hash;
    private final Kept kept;
    private final Mailbox<Message> outbox;
    private final EventBus<Message> bus;
    private final JavaText text;
    private final States states;
    private final Parts parts = new Parts(this::range);
    private final ReentrantLock counting = new ReentrantLock();
    private volatile int connections;
    private volatile boolean closed;
    private volatile long used = System.nanoTime();
    private volatile String owner = "";

    /** Starts a session in memory, with the name that the client chose. */
    public Session(String hash) {
        this(hash, new LocalStore.LocalKept(), new LocalBus<>(WrittenMessages.FORM), new JavaText(Session.class.getClassLoader()));
    }

    /**
     * A session.
     *
     * @param hash the name that the client chose
     * @param kept where it is
     * @param bus carries its messages
     * @param text how values are written
     */
    Session(String hash, Kept kept, EventBus<Message> bus, JavaText text) {
        this.hash = hash;
        this.kept = kept;
        this.bus = bus;
        this.text = text;
        outbox = bus.mailbox(hash);
        states = new States(kept, text, () -> closed && !isConnected());
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
    public boolean belongsTo(String user) {
        if (owner.isEmpty()) {
            var known = kept.get(OWNER, Form.TEXT);
            owner = known.isPresent() || user.isEmpty() ? known.orElse("")
                    : kept.update(OWNER, Form.TEXT, before -> before.or(() -> Optional.of(user))).orElseThrow();
        }
        return owner.equals(user);
    }

    /** The user that it belongs to; an empty string for somebody unknown. */
    public String user() {
        return owner.isEmpty() ? kept.get(OWNER, Form.TEXT).orElse("") : owner;
    }

    /** What this node has drawn for the page. */
    public Parts parts() {
        return parts;
    }

    /** The node that draws for the page; empty if none has yet. */
    public Optional<String> drawer() {
        return kept.get(DRAWER, Form.TEXT);
    }

    /**
     * Makes a node the one that draws for the page, unless another one has become it meanwhile.
     *
     * @param node the node
     * @param before which one it was
     * @return which one it is
     */
    public String drawnBy(String node, Optional<String> before) {
        return kept.update(DRAWER, Form.TEXT, now -> now.equals(before) ? Optional.of(node) : now).orElseThrow();
    }

    /** Each server that draws for the page counts in a range of its own. */
    private int range() {
        return Integer.parseInt(kept.update(RANGES, Form.TEXT, before -> Optional.of(before.map(n -> String.valueOf(Integer.parseInt(n) + 1)).orElse("0")))
                .orElseThrow());
    }

    /** A part of the page was drawn anew: forgets what was kept of blocks that are gone, and of others what their keys do not preserve. */
    public void redrawn(Parts.Change change) {
        change.gone().forEach((id, block) -> kept.update(name(id), new BlockForm(text, block), before -> Optional.empty()));
        states.forget(change.gone().keySet());
        change.kept().forEach((id, before) -> {
            var now = change.part().blocks().get(id);
            if (now == null) {
                return;
            }
            var changed = block(id, before);
            kept.update(name(id), new BlockForm(text, before), any -> Optional.empty());
            var preserved = preserved(now, before, changed);
            if (!preserved.isEmpty()) {
                change(id, now, preserved);
            }
        });
    }

    /** What a handler had changed of a block and its key preserves. The value is the page's own. */
    private static Map<String, Object> preserved(Block now, Block before, Block changed) {
        var preserved = new HashMap<String, Object>();
        if (now.property("preserved_by_key").orElse(List.of()) instanceof List<?> names) {
            changed.properties().forEach((name, property) -> {
                if (names.contains(name) && !name.equals("value") && !property.equals(before.properties().get(name))) {
                    preserved.put(name, property);
                }
            });
        }
        return preserved;
    }

    /** The messages on their way. */
    public Mailbox<Message> outbox() {
        return outbox;
    }

    private static String name(int block) {
        return "block " + block;
    }

    /**
     * A block as this page has it.
     *
     * @param id its number
     * @param defined the block as it was defined
     * @return the block with all properties that handlers have changed
     */
    public Block block(int id, Block defined) {
        return kept.get(name(id), new BlockForm(text, defined)).orElse(defined);
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
        return kept.update(name(id), new BlockForm(text, defined), before -> Optional.of(BlockAccess.with(before.orElse(defined), properties)))
                .orElseThrow();
    }

    /**
     * Remembers what the page shows, for links to it.
     *
     * @param id the number of the component
     * @param properties what it was told, its value among it
     */
    public void shows(int id, Map<String, JsonValue> properties) {
        kept.update(SHOWN, ShownForm.FORM, before -> {
            var all = before.orElseGet(ConcurrentHashMap::new);
            all.merge(id, Map.copyOf(properties), (known, now) -> {
                var both = new HashMap<>(known);
                both.putAll(now);
                return Map.copyOf(both);
            });
            return Optional.of(all);
        });
    }

    /** What the page shows, as far as it was remembered: properties by the component's number. */
    public Map<Integer, Map<String, JsonValue>> shown() {
        return kept.get(SHOWN, ShownForm.FORM).map(Map::copyOf).orElse(Map.of());
    }

    /**
     * The value of a state.
     *
     * @param id its number
     * @param state the state
     * @return what was set last, else a first value
     */
    public Object state(int id, State<?> state) {
        return states.get(id, state);
    }

    /** Sets the value of a state. */
    public void state(int id, State<?> state, Object value) {
        states.set(id, state, value);
    }

    /** Deletes values whose time is over. */
    public void expireStates() {
        states.expire();
    }

    /** Deletes all values: the session is over. */
    public void deleteStates() {
        takeStates().run();
    }

    /** Takes all values away. What comes back has to run for the app to hear of it. */
    public Runnable takeStates() {
        return states.takeAll();
    }

    /**
     * Remembers the answer to a join, so that asking again starts nothing twice.
     *
     * @param clientId the name that the client gave the join
     * @param answer the answer
     * @return what was answered before; empty when this is the answer now
     */
    public Optional<Message> claim(String clientId, Message answer) {
        var earlier = new AtomicReference<@Nullable Message>();
        kept.update(JOINS, JoinsForm.FORM, before -> {
            var joins = before.orElseGet(LinkedHashMap::new);
            earlier.set(joins.putIfAbsent(clientId, answer));
            if (joins.size() > REMEMBERED_JOINS) {
                joins.remove(joins.keySet().iterator().next());
            }
            return Optional.of(joins);
        });
        return Optional.ofNullable(earlier.get());
    }

    /** Replaces what a join was answered; empty when it is as if nobody had asked. */
    public void answer(String clientId, Optional<Message> answer) {
        kept.update(JOINS, JoinsForm.FORM, before -> {
            var joins = before.orElseGet(LinkedHashMap::new);
            answer.ifPresentOrElse(a -> joins.put(clientId, a), () -> joins.remove(clientId));
            return Optional.of(joins);
        });
    }

    /** Counts a connection that shows the page is open. */
    public void connected() {
        counting.lock();
        try {
            closed = false;
            if (++connections == 1) {
                bus.present(hash, true);
            }
        } finally {
            counting.unlock();
        }
    }

    /** Counts one less; true if it was the last one. */
    public boolean disconnected() {
        touch();
        counting.lock();
        try {
            if (--connections > 0) {
                return false;
            }
            bus.present(hash, false);
        } finally {
            counting.unlock();
        }
        return !bus.isPresentElsewhere(hash);
    }

    /** Whether some connection to this node shows that the page is open. */
    public boolean isConnectedHere() {
        return connections > 0;
    }

    /** Whether some connection shows that the page is open. */
    public boolean isConnected() {
        return connections > 0 || bus.isPresentElsewhere(hash);
    }

    /** The page is gone: state lives one hour more at the most. */
    public void pageClosed() {
        closed = true;
        states.closing();
    }

    /** Somebody has asked for the session. */
    public void touch() {
        used = System.nanoTime();
    }

    /** Whether nobody has been connected or has asked for the session for an hour: then its page counts as closed. */
    public boolean isAbandoned() {
        return !closed && isUnusedFor(TTL_WHEN_IDLE);
    }

    /** Whether nothing is left that somebody could want: the page is closed, and all values that a handler has set are deleted. */
    public boolean isOver() {
        return closed && isUnusedFor(CONNECTING) && states.areUnset();
    }

    /** Whether this node has nothing to do with the session any more; others may have. */
    public boolean isUnusedHere() {
        return isAbandoned() || isOver();
    }

    private boolean isUnusedFor(Duration time) {
        return connections == 0 && System.nanoTime() - used > time.toNanos();
    }
}
