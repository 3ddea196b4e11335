package io.gradio4j.impl.file;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * How far uploads are, for the pages that follow them. An upload is known from its first byte until a follower has heard that it is over,
 * or the place is needed for newer ones. Safe for use by many threads.
 */
public final class UploadProgress {

    private static final int MOST = 1_000;
    private static final int LONGEST_ID = 128;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Map<String, Upload> uploads = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Upload> eldest) {
            return size() > MOST;
        }
    };

    /** Nothing is known yet. */
    UploadProgress() {
    }

    /** One upload. */
    public final class Upload {

        private final Map<String, Long> news = new LinkedHashMap<>();
        private boolean over;

        private Upload() {
        }

        /** Some bytes of a file have come. */
        public void add(String fileName, long bytes) {
            lock.lock();
            try {
                news.merge(fileName, bytes, Long::sum);
                changed.signalAll();
            } finally {
                lock.unlock();
            }
        }

        /** The upload is over, whether it went well or not. */
        public void end() {
            lock.lock();
            try {
                over = true;
                changed.signalAll();
            } finally {
                lock.unlock();
            }
        }

        /**
         * Waits for news.
         *
         * @param patience how long
         * @return the bytes of each file since the last time; empty when there is no news
         */
        public Map<String, Long> take(Duration patience) throws InterruptedException {
            lock.lock();
            try {
                var left = patience.toNanos();
                while (news.isEmpty() && !over && left > 0) {
                    left = changed.awaitNanos(left);
                }
                var taken = new LinkedHashMap<>(news);
                news.clear();
                return taken;
            } finally {
                lock.unlock();
            }
        }

        /** Whether the upload is over and there is no more news. */
        public boolean isOver() {
            lock.lock();
            try {
                return over && news.isEmpty();
            } finally {
                lock.unlock();
            }
        }
    }

    /** An upload begins. One without a usable id is followed by nobody. */
    public Upload start(Optional<String> id) {
        var upload = new Upload();
        lock.lock();
        try {
            id.filter(i -> !i.isEmpty() && i.length() <= LONGEST_ID).ifPresent(i -> uploads.put(i, upload));
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        return upload;
    }

    /**
     * Waits until an upload has begun.
     *
     * @param id the upload
     * @param patience how long
     * @return empty if it did not begin in time
     */
    public Optional<Upload> await(String id, Duration patience) throws InterruptedException {
        var end = System.nanoTime() + patience.toNanos();
        lock.lock();
        try {
            while (!uploads.containsKey(id)) {
                var left = end - System.nanoTime();
                if (left <= 0 || !changed.await(left, TimeUnit.NANOSECONDS)) {
                    return Optional.ofNullable(uploads.get(id));
                }
            }
            return Optional.of(uploads.get(id));
        } finally {
            lock.unlock();
        }
    }

    /** Nobody follows the upload any more. */
    public void forget(String id, Upload upload) {
        lock.lock();
        try {
            uploads.remove(id, upload);
        } finally {
            lock.unlock();
        }
    }
}
