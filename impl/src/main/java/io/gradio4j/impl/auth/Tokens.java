package io.gradio4j.impl.auth;

import java.time.Duration;
import java.util.Optional;

/**
 * Values that are found by a token which only its holder knows: here stands just a digest of it. A value ends when it was not asked for in
 * a while, or after its longest time. Safe for use by many threads.
 *
 * @param <T> the values
 */
interface Tokens<T> {

    /**
     * What bounds them.
     *
     * @param capacity how many values there may be
     * @param idle how long a value lives without being asked for
     * @param longest how long it lives in any case
     */
    record Limits(int capacity, Duration idle, Duration longest) {
    }

    /** Adds a value; its new token is returned. */
    String add(T value);

    /**
     * Adds a value; of an owner's values only the newest are kept.
     *
     * @param value the value
     * @param owner whose it is
     * @param most how many the owner may have, this one included
     * @return its new token
     */
    String add(T value, String owner, int most);

    /** The value of a token, if it has one. */
    Optional<T> find(String token);

    /** Removes a token and gives the value it had. */
    Optional<T> take(String token);

    /** Removes all values of an owner. */
    void removeAll(String owner);
}
