package io.gradio4j.impl.event;

import io.gradio4j.impl.app.Dependency;
import io.gradio4j.impl.file.MediaRun;
import io.gradio4j.impl.message.Message;
import io.gradio4j.impl.session.Session;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** One event on its way through the queue. Safe for use by many threads. */
final class Job {

    private final String id;
    private final Session session;
    private final Dependency dependency;
    private final Input input;
    private final boolean simple;
    private final long since = System.nanoTime();
    private final @Nullable Pieces pieces;
    private final AtomicReference<Phase> phase = new AtomicReference<>(new Phase.Waiting());
    private @Nullable AutoCloseable resource;
    private @Nullable MediaRun media;
    private volatile boolean hasResult;

    Job(String id, Session session, Dependency dependency, Input input, boolean simple) {
        this.id = id;
        this.session = session;
        this.dependency = dependency;
        this.input = input;
        this.simple = simple;
        pieces = dependency.streams() ? new Pieces(input) : null;
    }

    String id() {
        return id;
    }

    Session session() {
        return session;
    }

    Dependency dependency() {
        return dependency;
    }

    Input input() {
        return input;
    }

    /** Whether the client wants whole values instead of edits. */
    boolean simple() {
        return simple;
    }

    /** Before it waits: its outputs play what it gives. */
    void playsTo(MediaRun run) {
        media = run;
    }

    /** The streams that its outputs play; empty when they play none. */
    Optional<MediaRun> media() {
        return Optional.ofNullable(media);
    }

    /** When it was accepted, by {@link System#nanoTime}. */
    long since() {
        return since;
    }

    /** The pieces of the stream that the event is for; empty for an event of one piece. */
    Optional<Pieces> pieces() {
        return Optional.ofNullable(pieces);
    }

    /** Goes from waiting to running; false if it was cancelled before. */
    boolean start(Turn turn) {
        return phase.get() instanceof Phase.Waiting waiting && phase.compareAndSet(waiting, waiting.start(turn));
    }

    /** Goes from running to ended; empty if somebody else ended it before. What {@link #tell} had begun is complete by then. */
    synchronized Optional<Turn> end() {
        return phase.get() instanceof Phase.Running running && phase.compareAndSet(running, running.end()) ? Optional.of(running.turn())
                : Optional.empty();
    }

    /** Goes from waiting to ended; false if it has started. */
    boolean giveUp() {
        return phase.get() instanceof Phase.Waiting waiting && phase.compareAndSet(waiting, waiting.cancel());
    }

    boolean isRunning() {
        return phase.get() instanceof Phase.Running;
    }

    /**
     * Says something about the event while it runs, so that nothing can come after its last message.
     *
     * @throws CancellationException when the event has ended
     */
    synchronized void tell(Message message) {
        ensureWanted();
        hasResult |= message instanceof Message.ProcessGenerating || message instanceof Message.ProcessStreaming;
        session.outbox().add(message);
    }

    /** Its last word when it fails. */
    Message.Failed failed(Message.Failure failure) {
        return new Message.Failed(id, failure, hasResult);
    }

    /** Throws when the event has ended: its results are not wanted any more. */
    void ensureWanted() {
        if (phase.get() instanceof Phase.Ended) {
            throw new CancellationException("The event was cancelled");
        }
    }

    /** What has to be closed when the event is cancelled. */
    synchronized void holds(AutoCloseable resource) {
        this.resource = resource;
    }

    synchronized Optional<AutoCloseable> held() {
        return Optional.ofNullable(resource);
    }
}
