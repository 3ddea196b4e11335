package io.gradio4j.impl.event;

import io.gradio4j.impl.app.Dependency;
import java.util.Optional;

/** Where what a page or client wants is done. */
public interface Destination {

    /**
     * The listener that is wanted; empty if only another node knows it.
     *
     * @throws RefusedException if there is none, or it is not for the caller
     */
    Optional<Dependency> listener();

    /** A new event's id, see {@link Nodes#newId}. */
    String newId();

    /**
     * Accepts an event, see {@link EventQueue#join}.
     *
     * @param ticket how the client follows it; its id is from {@link #newId}
     * @throws RefusedException if it is not accepted
     */
    void join(Input input, EventQueue.Ticket ticket);

    /**
     * Calls the listener past the queue, see {@link EventQueue#direct}.
     *
     * @throws RefusedException if that is not possible
     */
    Answer call(Input input);
}
