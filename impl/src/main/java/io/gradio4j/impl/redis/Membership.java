package io.gradio4j.impl.redis;

import io.gradio4j.spi.EventBus;
import io.gradio4j.spi.MessageForm;
import io.gradio4j.spi.UnreachableException;
import java.lang.System.Logger;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * This node among those that serve an app: it gives signs of life, does what others want, and buries the dead. It knows what it has told the
 * others of itself, to tell it again when Redis has lost its memory. Safe for use by many threads.
 */
final class Membership<M> {

    private static final Logger LOG = System.getLogger(Membership.class.getName());
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Duration ALIVE = Duration.ofSeconds(5);

    private final Link link;
    private final String prefix;
    private final MessageForm<M> form;
    private final Runnable restore;
    private final String node = random();
    private final Map<String, String> running = new ConcurrentHashMap<>();
    private final Set<String> present = ConcurrentHashMap.newKeySet();
    private final ReentrantLock beating = new ReentrantLock();
    private final ReentrantLock obeying = new ReentrantLock();
    private volatile EventBus.@Nullable Listener listener;
    private volatile String epoch = "";
    private volatile boolean left;

    /**
     * A node that nobody knows yet.
     *
     * @param restore runs when Redis has lost its memory
     */
    Membership(Link link, String prefix, MessageForm<M> form, Runnable restore) {
        this.link = link;
        this.prefix = prefix;
        this.form = form;
        this.restore = restore;
    }

    private static String random() {
        var bytes = new byte[EventBus.NODE_LENGTH / 2];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** The node's name. */
    String node() {
        return node;
    }

    /** Where the node hears of news: sessions that have messages; an empty text when there are commands. */
    String channel() {
        return prefix + "w:" + node;
    }

    /** What Redis has to know still for this node to speak. */
    String epoch() {
        return epoch;
    }

    void join(EventBus.Listener listener) {
        this.listener = listener;
        link.listen(channel());
        tryToBeat();
    }

    /** An event begins here. */
    void begin(String session, String eventId) {
        running.put(eventId, session);
        try {
            link.number(Script.BEGIN, prefix, session, eventId, node);
        } catch (UnreachableException e) {
            running.remove(eventId);
            throw e;
        }
    }

    /** All is said about an event. */
    void end(String eventId) {
        running.remove(eventId);
    }

    /** A page is connected here, or not any more. */
    void present(String session, boolean now) {
        if (now) {
            present.add(session);
        } else {
            present.remove(session);
        }
        link.tell(now ? Script.PRESENT : Script.ABSENT, prefix, node, session);
    }

    /** Does what others want, one after the other, in the order in which they said it. */
    void obey() {
        var heard = listener;
        if (heard == null || left) {
            return;
        }
        obeying.lock();
        try {
            List<String> commands = link.list(Script.COMMANDS, prefix, node);
            commands.forEach(heard::command);
        } catch (UnreachableException e) {
            LOG.log(Logger.Level.DEBUG, "Commands come later", e);
        } finally {
            obeying.unlock();
        }
    }

    /** Tells the others that this node lives, and looks after them; true if that was possible. */
    boolean tryToBeat() {
        beating.lock();
        try {
            if (!left) {
                beat();
            }
            return true;
        } catch (UnreachableException e) {
            LOG.log(Logger.Level.DEBUG, "No sign of life", e);
            return false;
        } finally {
            beating.unlock();
        }
    }

    private void beat() {
        List<String> answer = link.list(Script.BEAT, prefix, node, ALIVE.toMillis(), random());
        var first = epoch.isEmpty();
        var known = answer.get(1).equals("1");
        if (!first && !epoch.equals(answer.getFirst())) {
            LOG.log(Logger.Level.WARNING, "Redis has lost its memory: sessions begin anew");
            restore.run();
            running.forEach((event, session) -> link.number(Script.BEGIN, prefix, session, event, node));
        } else if (!first && !known) {
            LOG.log(Logger.Level.WARNING, "The other nodes took this one for dead");
            dropLost();
        }
        if (!known) {
            present.forEach(session -> link.number(Script.PRESENT, prefix, node, session));
        }
        epoch = answer.getFirst();
        answer.subList(2, answer.size()).forEach(this::bury);
        obey();
    }

    private void dropLost() {
        var heard = listener;
        running.keySet().forEach(event -> {
            if (heard != null && !link.<Boolean>ask(redis -> redis.async().hexists(prefix + "r:" + node, event))) {
                running.remove(event);
                heard.eventLost(event);
            }
        });
    }

    /** Ends what a dead node has left: of all who do that at the same time one succeeds. */
    private void bury(String dead) {
        Map<String, String> events = link.ask(redis -> redis.async().hgetall(prefix + "r:" + dead));
        events.forEach((event, session) -> link.number(Script.LOST, prefix, dead, event, session, form.write(form.lost(event))));
        List<String> sessions = link.list(Script.BURY, prefix, dead);
        LOG.log(Logger.Level.INFO, "Node {0} is gone; it ran {1} events", dead, events.size());
        var heard = listener;
        if (heard != null) {
            sessions.forEach(heard::connectionLost);
        }
    }

    /** Is a node no more. Whoever sees that there is no sign of life does the rest. */
    void leave() {
        beating.lock();
        try {
            left = true;
            link.ask(redis -> redis.async().del(prefix + "n:" + node));
        } catch (UnreachableException e) {
            LOG.log(Logger.Level.DEBUG, "The others will notice", e);
        } finally {
            beating.unlock();
        }
        link.ignore(channel());
    }
}
