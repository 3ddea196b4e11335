package io.gradio4j.impl.redis;

import io.gradio4j.spi.Mailbox;
import io.gradio4j.spi.UnreachableException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Takes a session's messages from Redis. While that cannot be reached, it is as if there were none. */
final class RedisReader<M> implements Mailbox.Reader<M> {

    private static final int BATCH = 256;

    private final RedisBus<M> bus;
    private final String session;
    private final Signal signal;
    private final long generation;
    private long position;
    private boolean left;

    RedisReader(RedisBus<M> bus, String session) {
        this.bus = bus;
        this.session = session;
        List<Long> answer = bus.link().list(Script.READ, bus.prefix(), session, bus.node());
        generation = answer.get(0);
        position = answer.get(1);
        signal = bus.signal(session);
    }

    @Override
    public void seek(long sequence) {
        bus.acknowledge(session, sequence);
        position = Math.max(sequence, 0);
    }

    @Override
    public void acknowledge() {
        bus.acknowledge(session, position);
    }

    @Override
    public Optional<List<Mailbox.Entry<M>>> take(Duration patience) throws InterruptedException {
        var end = System.nanoTime() + patience.toNanos();
        while (!bus.isClosed()) {
            var seen = signal.count();
            var batch = fetch();
            if (batch.isEmpty() || !batch.get().isEmpty()) {
                return batch;
            }
            var patient = end - System.nanoTime();
            if (patient <= 0) {
                return batch;
            }
            signal.await(seen, patient);
        }
        return Optional.empty();
    }

    private Optional<List<Mailbox.Entry<M>>> fetch() {
        List<String> found;
        try {
            found = bus.link().list(Script.FETCH, bus.prefix(), session, bus.node(), generation, position, BATCH);
        } catch (UnreachableException e) {
            return Optional.of(List.of());
        }
        if (found.size() == 1) {
            return Optional.empty();
        }
        var batch = new ArrayList<Mailbox.Entry<M>>(found.size() / 2);
        for (var i = 0; i < found.size(); i += 2) {
            batch.add(new Mailbox.Entry<>(Long.parseLong(found.get(i)), bus.form().read(found.get(i + 1))));
        }
        if (!batch.isEmpty()) {
            position = batch.getLast().sequence();
        }
        return Optional.of(batch);
    }

    @Override
    public boolean leave() {
        if (left) {
            return false;
        }
        left = true;
        bus.forget(session, signal);
        if (bus.isClosed()) {
            return false;
        }
        try {
            return bus.link().number(Script.LEAVE, bus.prefix(), session, generation) == 1;
        } catch (UnreachableException e) {
            // Whether somebody took over shows when the time of grace is over.
            return true;
        }
    }
}
