package io.gradio4j.impl.event;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** The pieces of a stream on their way to its handler. Only the newest waits: whoever is slow skips the others. Safe for use by many threads. */
final class Pieces {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition arrived = lock.newCondition();
    private Input newest;
    private boolean fresh;
    private boolean ended;

    Pieces(Input first) {
        newest = first;
    }

    /**
     * A piece.
     *
     * @param input the values
     * @param last whether no more come
     */
    record Piece(Input input, boolean last) {
    }

    void offer(Input input) {
        lock.lock();
        try {
            newest = input;
            fresh = true;
            arrived.signal();
        } finally {
            lock.unlock();
        }
    }

    /** No more pieces come: the newest one is handled once more, as the last one. */
    void end() {
        lock.lock();
        try {
            ended = true;
            arrived.signal();
        } finally {
            lock.unlock();
        }
    }

    /** The next piece; empty when none comes in time. */
    Optional<Piece> await(Duration patience) throws InterruptedException {
        var left = patience.toNanos();
        lock.lockInterruptibly();
        try {
            while (!fresh && !ended && left > 0) {
                left = arrived.awaitNanos(left);
            }
            if (!fresh && !ended) {
                return Optional.empty();
            }
            fresh = false;
            return Optional.of(new Piece(newest, ended));
        } finally {
            lock.unlock();
        }
    }
}
