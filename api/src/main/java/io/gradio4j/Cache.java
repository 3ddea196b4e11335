package io.gradio4j;

import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * What a handler remembers from one call to another, an argument made by {@link Gradio#cache()}. An event that found something says so on
 * the page, and does not count for the estimated times. Safe for use by many threads; values are kept as they are, so they should not
 * change.
 *
 * {@snippet :
 * ask.onClick().inputs(text, cache()).outputs(answer).run((t, cache) -> cache.get(t, () -> model.embed(t)).toString());
 * }
 */
public interface Cache {

    /**
     * What was kept.
     *
     * @param key anything with a sensible {@code equals}
     * @param type the value's class
     * @param <T> the value's class
     * @return empty when nothing is kept under the key
     * @throws ClassCastException if something else is kept
     */
    <T> Optional<T> get(Object key, Class<T> type);

    /**
     * What was kept, else it is made and kept.
     *
     * @param key anything with a sensible {@code equals}
     * @param otherwise makes the value
     * @param <T> the value's type
     * @return the value
     */
    <T> T get(Object key, Supplier<T> otherwise);

    /**
     * Keeps a value.
     *
     * @param key anything with a sensible {@code equals}
     * @param value the value
     */
    void put(Object key, Object value);

    /** All keys, the one first that was not used for the longest time. */
    Set<Object> keys();

    /** How many values are kept. */
    int size();

    /** Forgets all. */
    void clear();
}
