package io.gradio4j.client;

import java.lang.System.Logger;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * News for listeners. Each listener gets all of it in order, what was before it came as well, on a thread of its own: however slow it
 * is, nobody waits for it. Only the newest thousand are kept, so that a very slow one misses some.
 */
final class Feed<T> {

    private static final Logger LOG = System.getLogger(Feed.class.getName());
    private static final int KEPT = 1000;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final ArrayDeque<T> newest = new ArrayDeque<>();
    private long dropped;
    private boolean closed;

    void add(T news) {
        lock.lock();
        try {
            if (closed) {
                return;
            }
            if (newest.size() == KEPT) {
                newest.remove();
                dropped++;
            }
            newest.add(news);
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Nothing more will come. */
    void close() {
        lock.lock();
        try {
            closed = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    List<T> all() {
        lock.lock();
        try {
            return List.copyOf(newest);
        } finally {
            lock.unlock();
        }
    }

    void follow(Consumer<? super T> listener) {
        Thread.ofVirtual().name("gradio-client-listener").start(() -> {
            var cursor = new Cursor();
            for (var news = cursor.next(); news.isPresent(); news = cursor.next()) {
                tell(listener, news.get());
            }
        });
    }

    /** How far a listener is. */
    private final class Cursor {

        private long position;

        /** Waits for more; empty at the end. */
        Optional<T> next() {
            lock.lock();
            try {
                while (position >= dropped + newest.size()) {
                    if (closed) {
                        return Optional.empty();
                    }
                    changed.awaitUninterruptibly();
                }
                position = Math.max(position, dropped) + 1;
                return newest.stream().skip(position - 1 - dropped).findFirst();
            } finally {
                lock.unlock();
            }
        }
    }

    private static <T> void tell(Consumer<? super T> listener, T news) {
        try {
            listener.accept(news);
        } catch (RuntimeException e) {
            LOG.log(Logger.Level.WARNING, "A listener failed at " + news, e);
        }
    }
}
