package io.gradio4j;

import java.time.Duration;

/**
 * When files that an app has created are deleted, see {@link Blocks#deleteCache}.
 *
 * @param frequency how often the server looks for old files
 * @param age how long a file is kept
 */
public record DeleteCache(Duration frequency, Duration age) {

    /**
     * Checks the durations.
     *
     * @throws IllegalArgumentException if one of them is not positive
     */
    public DeleteCache {
        if (!frequency.isPositive() || !age.isPositive()) {
            throw new IllegalArgumentException("deleteCache needs positive durations, not " + frequency + " and " + age);
        }
    }
}
