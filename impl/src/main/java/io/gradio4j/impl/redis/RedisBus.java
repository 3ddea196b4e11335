package io.gradio4j.impl.redis;

import io.gradio4j.spi.EventBus;
import io.gradio4j.spi.Mailbox;
import io.gradio4j.spi.MessageForm;
import io.gradio4j.spi.UnreachableException;
import java.lang.System.Logger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Phaser;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** What the nodes of an app tell each other and their pages through Redis. Safe for use by many threads. */
final class RedisBus<M> implements EventBus<M> {

    private static final Logger LOG = System.getLogger(RedisBus.class.getName());
    private static final Duration FAREWELL = Duration.ofSeconds(3);

    private final Link link;
    private final String prefix;
    private final MessageForm<M> form;
    private final Membership<M> membership;
    private final Map<String, Signal> signals = new ConcurrentHashMap<>();
    private final AtomicLong mailboxes = new AtomicLong();
    private final Phaser pumps = new Phaser(1);
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

    RedisBus(Link link, String prefix, MessageForm<M> form, Membership<M> membership) {
        this.link = link;
        this.prefix = prefix;
        this.form = form;
        this.membership = membership;
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
        return membership.node();
    }

    @Override
    public void listen(Listener listener) {
        membership.join(listener);
    }

    /** Tells the others that this node lives; true if that was possible. */
    boolean tryToBeat() {
        return membership.tryToBeat();
    }

    /** Whether nothing new is taken or given any more. */
    boolean isClosed() {
        return closed;
    }

    /** Whether it is no use to try any longer. */
    boolean isGone() {
        return gone;
    }

    @Override
    public Mailbox<M> mailbox(String session) {
        return new RedisMailbox<>(this, session, node() + " " + mailboxes.incrementAndGet());
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
        membership.begin(session, eventId);
    }

    Status add(String session, String mailbox, long least, List<Mailbox.Entry<M>> batch) {
        var arguments = new ArrayList<Object>(List.of(session, node(), membership.epoch(), least, mailbox));
        for (var entry : batch) {
            arguments.add(entry.sequence());
            arguments.add(form.event(entry.message()).orElse(""));
            arguments.add(form.ends(entry.message()) ? 1 : 0);
            arguments.add(form.write(entry.message()));
        }
        List<Long> answer = link.list(Script.ADD, prefix, arguments.toArray());
        if (answer.size() == 1) {
            membership.tryToBeat();
            throw new UnreachableException("The store of sessions has just come back.", new IllegalStateException("Redis has lost its memory"));
        }
        batch.stream().map(Mailbox.Entry::message).filter(form::ends).forEach(last -> form.event(last).ifPresent(membership::end));
        return Status.of(answer);
    }

    Status status(String session) {
        return Status.of(link.list(Script.STATUS, prefix, session));
    }

    void acknowledge(String session, long sequence) {
        link.tell(Script.ACKNOWLEDGE, prefix, session, sequence);
    }

    boolean delivered(String session, String eventId) {
        membership.end(eventId);
        return link.number(Script.DELIVERED, prefix, session, eventId, node()) == 0;
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

    @Override
    public boolean send(String node, String command) {
        return link.number(Script.SEND, prefix, command, node(), node) > 0;
    }

    @Override
    public void broadcast(String command) {
        if (gone) {
            return;
        }
        try {
            link.number(Script.SEND, prefix, command, node());
        } catch (UnreachableException e) {
            LOG.log(Logger.Level.DEBUG, "Nobody hears this", e);
        }
    }

    @Override
    public void present(String session, boolean present) {
        membership.present(session, present);
    }

    @Override
    public boolean isPresentElsewhere(String session) {
        try {
            return link.number(Script.ELSEWHERE, prefix, session, node()) == 1;
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
            Thread.ofVirtual().name("gradio-cluster-command").start(membership::obey);
        }
    }

    /** Something may have been missed. */
    void missed() {
        signals.values().forEach(Signal::give);
        heard("");
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
        membership.leave();
    }
}
