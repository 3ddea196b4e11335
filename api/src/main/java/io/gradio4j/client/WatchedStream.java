package io.gradio4j.client;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;

/**
 * An answer's body that fails when nothing comes for too long: the JDK's own timeouts end with the answer's head. It is read by one
 * thread; closing it from another one ends the reading.
 */
final class WatchedStream extends FilterInputStream {

    private final Duration maxSilence;
    private final Thread watchdog;
    private volatile long lastSign = System.nanoTime();
    private volatile boolean silent;

    WatchedStream(InputStream in, Duration maxSilence) {
        super(in);
        this.maxSilence = maxSilence;
        watchdog = Thread.ofVirtual().name("gradio-client-watchdog").start(this::watch);
    }

    private void watch() {
        try {
            while (true) {
                var left = maxSilence.toNanos() - (System.nanoTime() - lastSign);
                if (left <= 0) {
                    silent = true;
                    in.close();
                    return;
                }
                Thread.sleep(Duration.ofNanos(left));
            }
        } catch (InterruptedException | IOException e) {
            // Closed: nothing is left to watch.
        }
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        try {
            var count = super.read(buffer, offset, length);
            lastSign = System.nanoTime();
            return count;
        } catch (IOException e) {
            throw silent ? new IOException("nothing came for " + maxSilence.toMillis() + " ms", e) : e;
        }
    }

    @Override
    public void close() throws IOException {
        watchdog.interrupt();
        super.close();
    }
}
