package io.gradio4j.impl.redis;

import io.gradio4j.impl.session.Outbox;
import io.gradio4j.spi.Mailbox;
import io.gradio4j.spi.UnreachableException;
import java.lang.System.Logger;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A session's messages: what this node says goes through an outbox of its own to a stream in Redis, where the session's reader takes it.
 * The outbox is what merges and waits when the reader lags, or Redis cannot be reached; a message leaves it when Redis has it.
 */
final class RedisMailbox<M> implements Mailbox<M> {

    private static final Logger LOG = System.getLogger(RedisMailbox.class.getName());
    private static final int ROOM = 4_000;
    private static final int LAG = 1_024;
    private static final long SHORTEST_PAUSE = 10;
    private static final long LONGEST_PAUSE = 250;

    private final RedisBus<M> bus;
    private final String session;
    private final String name;
    private final Outbox<M> outbox;
    private final Reader<M> pump;
    private final AtomicInteger work = new AtomicInteger();
    private volatile long newest;

    RedisMailbox(RedisBus<M> bus, String session, String name) {
        this.bus = bus;
        this.session = session;
        this.name = name;
        outbox = new Outbox<>(bus.form());
        pump = outbox.read();
    }

    @Override
    public void begin(String eventId) {
        bus.begin(session, eventId);
    }

    @Override
    public void add(M message) {
        outbox.add(message);
        if (work.getAndIncrement() == 0) {
            bus.pumping(this::pump);
        }
    }

    private void pump() {
        try {
            var done = 1;
            do {
                for (var batch = pump.take(Duration.ZERO); batch.isPresent() && !batch.get().isEmpty(); batch = pump.take(Duration.ZERO)) {
                    sendSafely(batch.get());
                    pump.acknowledge();
                }
                done = work.addAndGet(-done);
            } while (done != 0);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What cannot be sent must not keep back what comes after it. */
    private void sendSafely(List<Entry<M>> batch) throws InterruptedException {
        try {
            send(batch);
        } catch (RuntimeException e) {
            LOG.log(Logger.Level.ERROR, "Messages of a session are lost", e);
        }
    }

    private void send(List<Entry<M>> batch) throws InterruptedException {
        var pause = SHORTEST_PAUSE;
        while (!bus.isGone()) {
            try {
                var status = bus.add(session, name, newest, batch);
                newest = Math.max(newest, status.newest());
                awaitReader(status);
                return;
            } catch (UnreachableException e) {
                Thread.sleep(pause);
                pause = Math.min(2 * pause, LONGEST_PAUSE);
            }
        }
    }

    /** While the reader lags, messages wait here, where they can be merged. */
    private void awaitReader(RedisBus.Status status) throws InterruptedException {
        var pause = SHORTEST_PAUSE;
        var now = status;
        while ((now.untaken() >= LAG || now.kept() >= ROOM) && !bus.isClosed()) {
            Thread.sleep(pause);
            pause = Math.min(2 * pause, LONGEST_PAUSE);
            now = bus.status(session);
        }
    }

    @Override
    public void awaitRoom() throws InterruptedException {
        outbox.awaitRoom();
    }

    @Override
    public boolean isFull() {
        return outbox.isFull();
    }

    @Override
    public Reader<M> read() {
        return new RedisReader<>(bus, session);
    }

    @Override
    public void acknowledge(long sequence) {
        bus.acknowledge(session, sequence);
    }

    @Override
    public Set<String> unfinished() {
        return bus.unfinished(session);
    }

    @Override
    public boolean delivered(String eventId) {
        return bus.delivered(session, eventId);
    }

    @Override
    public int size() {
        return outbox.size();
    }

    @Override
    public long held() {
        return outbox.held();
    }

    @Override
    public long last() {
        return bus.status(session).newest();
    }

    @Override
    public void close() {
        outbox.close();
    }
}
