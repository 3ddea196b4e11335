package io.gradio4j.spi;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A session's messages on their way to its page, numbered from 1. A message stays until its reader has acknowledged it, so that a dropped
 * connection loses nothing. There is one reader at a time, on whatever node: a new one takes over.
 *
 * <p>It is bounded: where a reader lags, results that follow each other are {@linkplain MessageForm#merge merged}, and where that is not
 * enough, producers of results wait in {@link #awaitRoom}. Safe for use by many threads.
 *
 * @param <M> the messages
 */
public interface Mailbox<M> {

    /**
     * A numbered message.
     *
     * @param sequence 1 for the session's first one
     * @param message the message
     * @param <M> the messages
     */
    record Entry<M>(long sequence, M message) {
    }

    /**
     * An event begins: this node is going to say what becomes of it.
     *
     * @throws UnreachableException if that cannot be told to the other nodes
     */
    void begin(String eventId);

    /** Adds a message. It never waits. About an event that other nodes took for lost there is nothing more to say: such a message is dropped. */
    void add(M message);

    /**
     * Waits while too many messages are on their way.
     *
     * @throws InterruptedException if the thread was interrupted meanwhile
     */
    void awaitRoom() throws InterruptedException;

    /** Whether too many messages are on their way, or too large ones: then no more should be produced. */
    boolean isFull();

    /** Becomes the reader; whoever was it before gets no more. */
    Reader<M> read();

    /** Drops all messages up to this one: the page has them. */
    void acknowledge(long sequence);

    /** The events whose last message the page has not got yet. */
    Set<String> unfinished();

    /** The page has the last message about an event; true if it waits for no other event. */
    boolean delivered(String eventId);

    /** How many messages this node keeps. */
    int size();

    /** How many characters they have, roughly. */
    long held();

    /** The number of the newest message; 0 if there was none. */
    long last();

    /** Ends all reading and waiting on this node for good. */
    void close();

    /**
     * The one that takes the messages. Used by one thread.
     *
     * @param <M> the messages
     */
    interface Reader<M> {

        /** Goes on behind this message; those up to it are dropped. */
        void seek(long sequence);

        /** Drops what was taken so far. */
        void acknowledge();

        /**
         * Takes the next messages.
         *
         * @param patience how long to wait for one
         * @return an empty list when none came in time; empty when this is not the reader any more, or the mailbox was closed
         * @throws InterruptedException if the thread was interrupted meanwhile
         */
        Optional<List<Entry<M>>> take(Duration patience) throws InterruptedException;

        /** Stops being the reader, unless somebody took over already: then it returns false. */
        boolean leave();
    }
}
