package io.gradio4j.spi;

import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * Where sessions are kept: in memory, or where several nodes find them. What nobody used for a day may be forgotten. Safe for use by many
 * threads; its methods throw {@link UnreachableException} while the place cannot be reached.
 */
public interface SessionStore {

    /** What is kept under a name; nothing at first. It counts as used. */
    Kept open(String session);

    /** What is kept under a name, if it was opened and not removed since. */
    Optional<Kept> find(String session);

    /** Forgets all that is kept under a name. */
    void remove(String session);

    /**
     * A value that all nodes have in common and that is never forgotten.
     *
     * @param name its name
     * @param form how it is written
     * @param first makes the value if there is none yet
     * @return the same value for whoever asks
     * @param <T> its type
     */
    <T> T common(String name, Form<T> form, Supplier<T> first);

    /** What is kept of one session: values by name. */
    interface Kept {

        /**
         * A value.
         *
         * @param name its name
         * @param form how it is written
         * @return the value; a copy where it is kept elsewhere, so that changes of the object itself are lost
         * @param <T> its type
         */
        <T> Optional<T> get(String name, Form<T> form);

        /**
         * Changes a value. Nobody else can change it between what the change got and what it gave.
         *
         * @param name its name
         * @param form how it is written
         * @param change gets the value and gives the new one, empty for none. It may be called more than once: the last time counts. It may
         *        change the object that it got and return that
         * @return the new value
         * @throws IllegalArgumentException if the new value cannot be written
         * @param <T> its type
         */
        <T> Optional<T> update(String name, Form<T> form, UnaryOperator<Optional<T>> change);
    }
}
