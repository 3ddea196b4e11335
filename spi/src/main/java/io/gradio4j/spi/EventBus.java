package io.gradio4j.spi;

import java.util.Optional;

/**
 * What the nodes that serve one app tell each other and their pages. Safe for use by many threads.
 *
 * @param <M> the messages to pages
 */
public interface EventBus<M> {

    /** How the name of a node looks: ids of events begin with that of the node that runs them. */
    int NODE_LENGTH = 8;

    /** This node's name: {@value #NODE_LENGTH} hexadecimal digits, new at each start; an empty string when there can be no other node. */
    String node();

    /** Starts to hear of the other nodes. To be called once, after which events may begin. */
    void listen(Listener listener);

    /** The messages of a session. Several mailboxes of the same session have the same messages. */
    Mailbox<M> mailbox(String session);

    /** Deletes the messages of a session. */
    void remove(String session);

    /** The session of an event whose last message its page has not got yet, as far as this has to be asked of other nodes. */
    Optional<String> session(String eventId);

    /**
     * Gives a node something to do.
     *
     * @param node its name
     * @param command a text that its listener understands
     * @return false if there is no such node any more
     */
    boolean send(String node, String command);

    /** Gives all other nodes something to do. */
    void broadcast(String command);

    /** This node has a connection that shows that a session's page is open, or has the last one no more. */
    void present(String session, boolean present);

    /** Whether another node has a connection that shows that the page is open. */
    boolean isPresentElsewhere(String session);

    /** Who hears of the other nodes. */
    interface Listener {

        /** Another node has sent a command. */
        void command(String command);

        /** The node that had a page's connection has died. */
        void connectionLost(String session);

        /** The other nodes took this one for dead and have ended its event. */
        void eventLost(String eventId);
    }
}
