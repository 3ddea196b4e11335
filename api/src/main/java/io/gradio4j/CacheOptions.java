package io.gradio4j;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How much a cache keeps, and for whom; see {@link Options#cached} and {@link Gradio#cache}. */
public final class CacheOptions {

    private static final int MAX_ENTRIES = 128;

    private int maxEntries = MAX_ENTRIES;
    private long maxMemory;
    private boolean perSession;
    private @Nullable Function<? super Values, ?> key;

    CacheOptions() {
    }

    /**
     * How many entries are kept; beyond it the one goes that was not used for the longest time.
     *
     * @param atMost 1 or more; default: 128
     * @return these options
     * @throws IllegalArgumentException if less than 1
     */
    public CacheOptions maxEntries(int atMost) {
        if (atMost < 1) {
            throw new IllegalArgumentException("maxEntries must be 1 or more, not " + atMost);
        }
        maxEntries = atMost;
        return this;
    }

    /** Keeps any number of entries. */
    public CacheOptions unlimitedEntries() {
        maxEntries = 0;
        return this;
    }

    /**
     * How much memory the entries may take, by the size of their JSON; the newest entry is kept in any case.
     *
     * @param bytes 1 or more; default: any amount
     * @return these options
     * @throws IllegalArgumentException if less than 1
     */
    public CacheOptions maxMemory(long bytes) {
        if (bytes < 1) {
            throw new IllegalArgumentException("maxMemory must be 1 byte or more, not " + bytes);
        }
        maxMemory = bytes;
        return this;
    }

    /** Keeps entries apart for each page; they are forgotten when the page is closed. The limits hold for all pages together. */
    public CacheOptions perSession() {
        perSession = true;
        return this;
    }

    /**
     * What tells one call from another. For {@link Options#cached} only.
     *
     * @param key gives a value for the inputs' values; what JSON-B writes of it is compared. Default: all inputs' values
     * @return these options
     */
    public CacheOptions key(Function<? super Values, ?> key) {
        this.key = key;
        return this;
    }

    /** How many entries are kept; empty for any number. */
    public OptionalInt maxEntries() {
        return maxEntries == 0 ? OptionalInt.empty() : OptionalInt.of(maxEntries);
    }

    /** How many bytes are kept; empty for any amount. */
    public OptionalLong maxMemory() {
        return maxMemory == 0 ? OptionalLong.empty() : OptionalLong.of(maxMemory);
    }

    /** Whether each page has entries of its own. */
    public boolean isPerSession() {
        return perSession;
    }

    /** What tells one call from another; empty for all inputs' values. */
    public Optional<Function<? super Values, ?>> key() {
        return Optional.ofNullable(key);
    }
}
