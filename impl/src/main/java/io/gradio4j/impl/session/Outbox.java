package io.gradio4j.impl.session;

import io.gradio4j.impl.message.Merging;
import io.gradio4j.impl.message.Message;
import io.gradio4j.impl.message.Weight;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A session's messages on their way to the page, numbered from 1. A message stays until its reader has acknowledged it, so that a
 * dropped connection loses nothing. There is one reader at a time: a new one takes over.
 *
 * <p>The outbox is bounded. Once more than a thousand messages wait for a reader that lags, results of one event that follow each other
 * are {@linkplain Merging merged}: the reader misses steps, but never the last state. Where that is not enough, producers of results wait
 * in {@link #awaitRoom}. Safe for use by many threads.
 */
public final class Outbox {

    private static final int ROOM = 4_000;
    private static final int LAG = 1_024;
    private static final int MOST_HELD = 16 << 20;
    private static final int BATCH = 256;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition arrived = lock.newCondition();
    private final Condition drained = lock.newCondition();
    private final ArrayDeque<Slot> entries = new ArrayDeque<>();
    private final Map<String, Slot> growing = new HashMap<>();
    private long last;
    private long handedOut;
    private long held;
    private long acknowledged;
    private long generation;
    private boolean closed;

    /**
     * A numbered message.
     *
     * @param sequence 1 for the session's first one
     * @param message the message
     */
    public record Entry(long sequence, Message message) {
    }

    /** A message's place. What was not handed out yet may still grow. */
    private static final class Slot {
        private final long sequence;
        private Message message;
        private long weight;

        Slot(long sequence, Message message) {
            this.sequence = sequence;
            this.message = message;
            weight = Weight.of(message);
        }
    }

    /** Adds a message. It never waits. */
    public void add(Message message) {
        lock.lock();
        try {
            var lagging = last - handedOut >= LAG;
            if (!lagging) {
                growing.clear();
            }
            if (closed || lagging && merge(message)) {
                return;
            }
            var slot = new Slot(++last, message);
            entries.add(slot);
            held += slot.weight;
            if (lagging && message instanceof Message.OfEvent event) {
                growing.put(event.eventId(), slot);
            }
            arrived.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private boolean merge(Message message) {
        var slot = message instanceof Message.OfEvent event ? growing.get(event.eventId()) : null;
        if (slot == null) {
            return false;
        }
        var merged = Merging.of(slot.message, message);
        merged.ifPresent(m -> {
            slot.message = m;
            held -= slot.weight;
            slot.weight = Weight.of(m);
            held += slot.weight;
        });
        return merged.isPresent();
    }

    /**
     * Waits while too many messages are on their way.
     *
     * @throws InterruptedException if the thread was interrupted meanwhile
     */
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

    /** Whether too many messages are on their way, or too large ones: then no more should be produced. */
    public boolean isFull() {
        lock.lock();
        try {
            return entries.size() >= ROOM || held >= MOST_HELD;
        } finally {
            lock.unlock();
        }
    }

    /** Becomes the reader; whoever was it before gets no more. */
    public Reader read() {
        lock.lock();
        try {
            generation++;
            arrived.signalAll();
            return new Reader(generation, acknowledged);
        } finally {
            lock.unlock();
        }
    }

    /** Drops all messages up to this one: the page has them. */
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

    /** Ends all reading and waiting for good. */
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

    /** How many messages are on their way. */
    public int size() {
        lock.lock();
        try {
            return entries.size();
        } finally {
            lock.unlock();
        }
    }

    /** How many characters they have, roughly. */
    public long held() {
        lock.lock();
        try {
            return held;
        } finally {
            lock.unlock();
        }
    }

    /** The number of the newest message. */
    public long last() {
        lock.lock();
        try {
            return last;
        } finally {
            lock.unlock();
        }
    }

    /** The one that takes the messages. Used by one thread. */
    public final class Reader {

        private final long mine;
        private long position;

        private Reader(long mine, long position) {
            this.mine = mine;
            this.position = position;
        }

        /** Goes on behind this message; those up to it are dropped. */
        public void seek(long sequence) {
            acknowledge(sequence);
            position = Math.max(sequence, 0);
        }

        /** Drops what was taken so far. */
        public void acknowledge() {
            acknowledge(position);
        }

        private void acknowledge(long sequence) {
            Outbox.this.acknowledge(sequence);
        }

        /**
         * Takes the next messages.
         *
         * @param patience how long to wait for one
         * @return an empty list when none came in time; empty when this is not the reader any more, or the outbox was closed
         * @throws InterruptedException if the thread was interrupted meanwhile
         */
        public Optional<List<Entry>> take(Duration patience) throws InterruptedException {
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

        private List<Entry> next() {
            var batch = new ArrayList<Entry>();
            var all = entries.iterator();
            while (all.hasNext() && batch.size() < BATCH) {
                var slot = all.next();
                if (slot.sequence > position) {
                    batch.add(new Entry(slot.sequence, slot.message));
                }
            }
            position = batch.getLast().sequence();
            handedOut = Math.max(handedOut, position);
            if (!growing.isEmpty()) {
                growing.values().removeIf(slot -> slot.sequence <= handedOut);
            }
            return batch;
        }

        /** Stops being the reader, unless somebody took over already: then it returns false. */
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
