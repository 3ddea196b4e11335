package io.gradio4j.spi;

/**
 * What makes several nodes one server: it keeps their sessions, and carries messages between them. Closing it tells the other nodes that
 * this one is gone. Safe for use by many threads.
 */
public interface Cluster extends AutoCloseable {

    /** What it is called where an operator asks whether all is well. */
    String name();

    /** Whether it can be reached now. */
    boolean isUp();

    /**
     * The sessions of an app.
     *
     * @param app the same text on all nodes that serve the same app
     */
    SessionStore sessions(String app);

    /**
     * Joins the nodes that serve an app.
     *
     * @param app the same text on all nodes that serve the same app
     * @param form the messages to pages
     * @param <M> the messages to pages
     */
    <M> EventBus<M> join(String app, MessageForm<M> form);

    /** Leaves for good, after all messages have gone out. */
    @Override
    void close();
}
