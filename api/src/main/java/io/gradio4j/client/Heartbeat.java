package io.gradio4j.client;

import java.io.IOException;
import java.lang.System.Logger;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The stream by which an app knows that a client is still there. What comes on it does not matter. It is opened again when it breaks,
 * after a pause that grows.
 */
final class Heartbeat implements AutoCloseable {

    private static final Logger LOG = System.getLogger(Heartbeat.class.getName());
    private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    private final Http http;
    private final String path;
    private final ClientOptions options;
    private final Thread thread;
    private @Nullable EventSource source;
    private boolean closed;

    Heartbeat(Http http, String path, ClientOptions options) {
        this.http = http;
        this.path = path;
        this.options = options;
        thread = Thread.ofVirtual().name("gradio-client-heartbeat").start(this::keepOpen);
    }

    private void keepOpen() {
        var pause = SHORTEST_PAUSE;
        try {
            while (true) {
                if (listen()) {
                    pause = SHORTEST_PAUSE;
                }
                Thread.sleep(pause);
                pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
            }
        } catch (InterruptedException e) {
            // Closed.
        }
    }

    /** Listens until the stream breaks; whether anything came. */
    private boolean listen() {
        var alive = false;
        try (var stream = EventSource.open(http, "", path, options)) {
            if (!isCurrent(stream)) {
                return false;
            }
            while (stream.next().isPresent()) {
                alive = true;
            }
        } catch (IOException | ClientException | BadAnswerException e) {
            LOG.log(Logger.Level.DEBUG, "The heartbeat stopped", e);
        }
        return alive;
    }

    private synchronized boolean isCurrent(EventSource stream) {
        source = stream;
        return !closed;
    }

    @Override
    public synchronized void close() {
        closed = true;
        thread.interrupt();
        if (source != null) {
            source.close();
        }
    }
}
