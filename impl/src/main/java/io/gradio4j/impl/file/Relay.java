package io.gradio4j.impl.file;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;

/**
 * Writes a large draft on a thread of its own, so that its next bytes are received while the last ones are hashed and written. A small
 * one is written at once. Holds half a megabyte at the most. Used by one thread.
 */
public final class Relay implements AutoCloseable {

    private static final int PIECES = 4;
    private static final int PIECE = 128 << 10;
    private static final int LARGE = 1 << 20;

    private final Draft draft;
    private final BlockingQueue<Piece> free = new ArrayBlockingQueue<>(PIECES);
    private final BlockingQueue<Piece> full = new ArrayBlockingQueue<>(PIECES + 1);
    private @Nullable Thread writer;
    private volatile @Nullable RuntimeException failure;

    /** Some bytes on their way; a count of none is the end. */
    private static final class Piece {
        private final byte[] bytes;
        private int count;

        Piece(int room) {
            bytes = new byte[room];
        }
    }

    /** Writes to this draft, which nobody else uses until this is closed. */
    public Relay(Draft draft) {
        this.draft = draft;
    }

    /**
     * Writes some bytes.
     *
     * @throws StorageException if the disk did not take these or earlier ones
     */
    public void write(byte[] bytes, int from, int count) {
        if (writer == null && draft.size() < LARGE) {
            draft.write(bytes, from, count);
            return;
        }
        start();
        for (var done = 0; done < count;) {
            check();
            var piece = take(free);
            piece.count = Math.min(PIECE, count - done);
            System.arraycopy(bytes, from + done, piece.bytes, 0, piece.count);
            done += piece.count;
            full.add(piece);
        }
    }

    private void start() {
        if (writer == null) {
            for (var i = 0; i < PIECES; i++) {
                free.add(new Piece(PIECE));
            }
            writer = Thread.ofVirtual().name("gradio-file").start(this::run);
        }
    }

    private void run() {
        for (var piece = take(full); piece.count > 0; piece = take(full)) {
            try {
                if (failure == null) {
                    draft.write(piece.bytes, 0, piece.count);
                }
            } catch (RuntimeException e) {
                failure = e;
            }
            free.add(piece);
        }
    }

    private static Piece take(BlockingQueue<Piece> queue) {
        try {
            return queue.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while a file was written", e);
        }
    }

    private void check() {
        var cause = failure;
        if (cause != null) {
            throw cause;
        }
    }

    /**
     * Waits until everything is written.
     *
     * @throws StorageException if the disk did not take all
     */
    public void finish() {
        close();
        check();
    }

    /** Ends the writing, after what was written so far. */
    @Override
    public void close() {
        var running = writer;
        if (running != null) {
            full.add(new Piece(0));
            try {
                running.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("Interrupted while a file was written", e);
            }
            writer = null;
        }
    }
}
