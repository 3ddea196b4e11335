package io.gradio4j.impl.session;

import io.gradio4j.spi.Mailbox;
import io.gradio4j.spi.MessageForm;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A mailbox in memory. Once more than a thousand messages wait for a reader that lags, results of one event that follow each other are
 * merged: the reader misses steps, but never the last state.
 *
 * @param <M> the messages
 */
public final class Outbox<M> implements Mailbox<M> {

    private static final int ROOM = 4_000;
    private static final int LAG = 1_024;
    private static final int MOST_HELD = 16 << 20;
    private static final int BATCH = 256;

    private final MessageForm<M> form;
    private final Set<String> unfinished = ConcurrentHashMap.newKeySet();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition arrived = lock.newCondition();
    private final Condition drained = lock.newCondition();
    private final ArrayDeque<Slot<M>> entries = new ArrayDeque<>();
    private final Map<String, Slot<M>> growing = new HashMap<>();
    private long last;
    private long handedOut;
    private long held;
    private long acknowledged;
    private long generation;
    private boolean closed;

    /** A message's place. What was not handed out yet may still grow. */
    private static final class Slot<M> {
        private final long sequence;
        private M message;
        private long weight;

        Slot(long sequence, M message, long weight) {
            this.sequence = sequence;
            this.message = message;
            this.weight = weight;
        }
    }

    /**
     * An empty one.
     *
     * @param form what messages are
     */
    public Outbox(MessageForm<M> form) {
        this.form = form;
    }

    @Override
    public void begin(String eventId) {
        unfinished.add(eventId);
    }

    @Override
    public void add(M message) {
        lock.lock();
        try {
            var lagging = last - handedOut >= LAG;
            if (!lagging) {
                growing.clear();
            }
            if (closed || lagging && merge(message)) {
                return;
            }
            var slot = new Slot<>(++last, message, form.weight(message));
            entries.add(slot);
            held += slot.weight;
            if (lagging) {
                form.event(message).ifPresent(event -> growing.put(event, slot));
            }
            arrived.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private boolean merge(M message) {
        var slot = form.event(message).map(growing::get).orElse(null);
        if (slot == null) {
            return false;
        }
        var merged = form.merge(slot.message, message);
        merged.ifPresent(m -> {
            slot.message = m;
            held -= slot.weight;
            slot.weight = form.weight(m);
            held += slot.weight;
        });
        return merged.isPresent();
    }

    @Override
    public void awaitRoom() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (isFull() && !closed) {
                drained.await();
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public boolean isFull() {
        lock.lock();
        try {
            return entries.size() >= ROOM || held >= MOST_HELD;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public Reader<M> read() {
        lock.lock();
        try {
            generation++;
            arrived.signalAll();
            return new Turn(generation, acknowledged);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void acknowledge(long sequence) {
        lock.lock();
        try {
            while (!entries.isEmpty() && entries.peek().sequence <= sequence) {
                var slot = entries.remove();
                acknowledged = slot.sequence;
                held -= slot.weight;
            }
            growing.values().removeIf(slot -> slot.sequence <= sequence);
            drained.signalAll();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            entries.clear();
            growing.clear();
            held = 0;
            arrived.signalAll();
            drained.signalAll();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public int size() {
        lock.lock();
        try {
            return entries.size();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public long held() {
        lock.lock();
        try {
            return held;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public long last() {
        lock.lock();
        try {
            return last;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public Set<String> unfinished() {
        return unfinished;
    }

    @Override
    public boolean delivered(String eventId) {
        unfinished.remove(eventId);
        return unfinished.isEmpty();
    }

    private final class Turn implements Reader<M> {

        private final long mine;
        private long position;

        private Turn(long mine, long position) {
            this.mine = mine;
            this.position = position;
        }

        @Override
        public void seek(long sequence) {
            Outbox.this.acknowledge(sequence);
            position = Math.max(sequence, 0);
        }

        @Override
        public void acknowledge() {
            Outbox.this.acknowledge(position);
        }

        @Override
        public Optional<List<Entry<M>>> take(Duration patience) throws InterruptedException {
            var left = patience.toNanos();
            lock.lockInterruptibly();
            try {
                while (true) {
                    if (closed || generation != mine) {
                        return Optional.empty();
                    }
                    if (!entries.isEmpty() && entries.peekLast().sequence > position) {
                        return Optional.of(next());
                    }
                    if (left <= 0) {
                        return Optional.of(List.of());
                    }
                    left = arrived.awaitNanos(left);
                }
            } finally {
                lock.unlock();
            }
        }

        private List<Entry<M>> next() {
            var batch = new ArrayList<Entry<M>>();
            var all = entries.iterator();
            while (all.hasNext() && batch.size() < BATCH) {
                var slot = all.next();
                if (slot.sequence > position) {
                    batch.add(new Entry<>(slot.sequence, slot.message));
                }
            }
            position = batch.getLast().sequence();
            handedOut = Math.max(handedOut, position);
            if (!growing.isEmpty()) {
                growing.values().removeIf(slot -> slot.sequence <= handedOut);
            }
            return batch;
        }

        @Override
        public boolean leave() {
            lock.lock();
            try {
                if (generation != mine) {
                    return false;
                }
                generation++;
                return true;
            } finally {
                lock.unlock();
            }
        }
    }
}
