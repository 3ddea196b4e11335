package io.gradio4j.spi;

import java.util.Optional;

/**
 * What an {@link EventBus} has to know of messages.
 *
 * @param <M> the messages
 */
public interface MessageForm<M> extends Form<M> {

    /** The event that a message is about; empty when it is about none. */
    Optional<String> event(M message);

    /** Whether it is the last message about its event. */
    boolean ends(M message);

    /**
     * Makes one message of two, for a reader that cannot keep up.
     *
     * @param earlier the first one, or what this method made of it and others; it is used up
     * @param later the one right after it about the same event
     * @return one message; empty when they must stay two
     */
    Optional<M> merge(M earlier, M later);

    /** How many characters a message has, roughly. */
    long weight(M message);

    /** The last message about an event whose node has died. */
    M lost(String eventId);
}
