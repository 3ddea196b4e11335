package io.gradio4j.impl.redis;

import io.gradio4j.spi.EventBus;
import io.gradio4j.spi.Mailbox;
import io.gradio4j.spi.MessageForm;
import io.gradio4j.spi.UnreachableException;
import java.lang.System.Logger;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Phaser;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** What the nodes of an app tell each other through Redis. Safe for use by many threads. */
final class RedisBus<M> implements EventBus<M> {

    private static final Logger LOG = System.getLogger(RedisBus.class.getName());
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Duration ALIVE = Duration.ofSeconds(5);
    private static final Duration FAREWELL = Duration.ofSeconds(3);

    private final Link link;
    private final String prefix;
    private final MessageForm<M> form;
    private final RedisStore store;
    private final String node = random();
    private final Map<String, String> running = new ConcurrentHashMap<>();
    private final Set<String> present = ConcurrentHashMap.newKeySet();
    private final Map<String, Signal> signals = new ConcurrentHashMap<>();
    private final AtomicLong mailboxes = new AtomicLong();
    private final Phaser pumps = new Phaser(1);
    private final ReentrantLock beating = new ReentrantLock();
    private final ReentrantLock obeying = new ReentrantLock();
    private volatile @Nullable Listener listener;
    private volatile String epoch = "";
    private volatile boolean closed;
    private volatile boolean gone;

    /**
     * How a session's messages stand.
     *
     * @param newest the number of the newest one
     * @param kept how many were not acknowledged
     * @param untaken how many the reader has not taken
     */
    record Status(long newest, long kept, long untaken) {

        static Status of(List<Long> numbers) {
            return new Status(numbers.get(0), numbers.get(1), numbers.get(2));
        }
    }

    RedisBus(Link link, String prefix, MessageForm<M> form, RedisStore store) {
        this.link = link;
        this.prefix = prefix;
        this.form = form;
        this.store = store;
    }

    private static String random() {
        var bytes = new byte[NODE_LENGTH / 2];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    Link link() {
        return link;
    }

    String prefix() {
        return prefix;
    }

    MessageForm<M> form() {
        return form;
    }

    @Override
    public String node() {
        return node;
    }

    /** Where this node hears of news: sessions that have messages; an empty text when there are commands. */
    String channel() {
        return prefix + "w:" + node;
    }

    @Override
    public void listen(Listener listener) {
        this.listener = listener;
        link.listen(channel());
        tryToBeat();
    }

    /** Whether nothing new is taken or given any more. */
    boolean isClosed() {
        return closed;
    }

    /** Whether it is no use to try any longer. */
    boolean isGone() {
        return gone;
    }

    // Messages

    @Override
    public Mailbox<M> mailbox(String session) {
        return new RedisMailbox<>(this, session, node + " " + mailboxes.incrementAndGet());
    }

    @Override
    public void remove(String session) {
        link.ask(redis -> redis.async().del(prefix + "m:" + session, prefix + "x:" + session, prefix + "u:" + session));
    }

    /** Runs what brings messages to Redis. */
    void pumping(Runnable pump) {
        pumps.register();
        Thread.ofVirtual().name("gradio-cluster-pump").start(() -> {
            try {
                pump.run();
            } finally {
                pumps.arriveAndDeregister();
            }
        });
    }

    void begin(String session, String eventId) {
        running.put(eventId, session);
        try {
            link.number(Script.BEGIN, prefix, session, eventId, node);
        } catch (UnreachableException e) {
            running.remove(eventId);
            throw e;
        }
    }

    Status add(String session, String mailbox, long least, List<Mailbox.Entry<M>> batch) {
        var arguments = new ArrayList<Object>(List.of(session, node, epoch, least, mailbox));
        for (var entry : batch) {
            arguments.add(entry.sequence());
            arguments.add(form.event(entry.message()).orElse(""));
            arguments.add(form.ends(entry.message()) ? 1 : 0);
            arguments.add(form.write(entry.message()));
        }
        List<Long> answer = link.list(Script.ADD, prefix, arguments.toArray());
        if (answer.size() == 1) {
            tryToBeat();
            throw new UnreachableException("The store of sessions has just come back.", new IllegalStateException(epoch));
        }
        batch.stream().map(Mailbox.Entry::message).filter(form::ends).forEach(last -> form.event(last).ifPresent(running::remove));
        return Status.of(answer);
    }

    Status status(String session) {
        return Status.of(link.list(Script.STATUS, prefix, session));
    }

    void acknowledge(String session, long sequence) {
        link.tell(Script.ACKNOWLEDGE, prefix, session, sequence);
    }

    boolean delivered(String session, String eventId) {
        running.remove(eventId);
        return link.number(Script.DELIVERED, prefix, session, eventId, node) == 0;
    }

    Set<String> unfinished(String session) {
        return link.ask(redis -> redis.async().smembers(prefix + "u:" + session));
    }

    @Override
    public Optional<String> session(String eventId) {
        return Optional.ofNullable(link.<@Nullable String>ask(redis -> redis.async().get(prefix + "e:" + eventId)));
    }

    Signal signal(String session) {
        return signals.compute(session, (s, known) -> {
            var signal = known == null ? new Signal() : known;
            signal.add();
            return signal;
        });
    }

    void forget(String session, Signal signal) {
        signals.computeIfPresent(session, (s, known) -> known == signal && signal.remove() ? null : known);
    }

    // Nodes

    @Override
    public boolean send(String node, String command) {
        return link.number(Script.SEND, prefix, command, this.node, node) > 0;
    }

    @Override
    public void broadcast(String command) {
        try {
            link.number(Script.SEND, prefix, command, node);
        } catch (UnreachableException e) {
            LOG.log(Logger.Level.DEBUG, "Nobody hears this", e);
        }
    }

    @Override
    public void present(String session, boolean present) {
        if (present) {
            this.present.add(session);
        } else {
            this.present.remove(session);
        }
        link.tell(present ? Script.PRESENT : Script.ABSENT, prefix, node, session);
    }

    @Override
    public boolean isPresentElsewhere(String session) {
        try {
            return link.number(Script.ELSEWHERE, prefix, session, node) == 1;
        } catch (UnreachableException e) {
            // Better an open page too many than one that is closed by mistake.
            return true;
        }
    }

    /** Something was published for this node. */
    void heard(String message) {
        if (!message.isEmpty()) {
            Optional.ofNullable(signals.get(message)).ifPresent(Signal::give);
        } else {
            Thread.ofVirtual().name("gradio-cluster-command").start(this::obey);
        }
    }

    /** Something may have been missed. */
    void missed() {
        signals.values().forEach(Signal::give);
        heard("");
    }

    private void obey() {
        var heard = listener;
        if (heard == null || closed) {
            return;
        }
        // One after the other, in the order in which they were sent.
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
            beat();
            return true;
        } catch (UnreachableException e) {
            LOG.log(Logger.Level.DEBUG, "No sign of life", e);
            return false;
        } finally {
            beating.unlock();
        }
    }

    private void beat() {
        if (closed) {
            return;
        }
        List<String> answer = link.list(Script.BEAT, prefix, node, ALIVE.toMillis(), random());
        var before = epoch;
        var known = answer.get(1).equals("1");
        if (!before.isEmpty() && !before.equals(answer.getFirst())) {
            LOG.log(Logger.Level.WARNING, "Redis has lost its memory: sessions begin anew");
            store.restore();
            running.forEach((event, session) -> link.number(Script.BEGIN, prefix, session, event, node));
        } else if (!before.isEmpty() && !known) {
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

    /** Leaves when all messages have gone out, or it takes too long. */
    void close() {
        closed = true;
        signals.values().forEach(Signal::give);
        try {
            pumps.awaitAdvanceInterruptibly(pumps.arrive(), FAREWELL.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            LOG.log(Logger.Level.WARNING, "Messages of running events did not go out in time");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        gone = true;
        try {
            // Whoever sees that there is no sign of life any more does the rest.
            link.ask(redis -> redis.async().del(prefix + "n:" + node));
        } catch (UnreachableException e) {
            LOG.log(Logger.Level.DEBUG, "The others will notice", e);
        }
        link.ignore(channel());
    }
}
