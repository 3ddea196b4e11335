package io.gradio4j.components.nativeplot;

import jakarta.json.bind.annotation.JsonbCreator;
import jakarta.json.bind.annotation.JsonbProperty;
import java.time.Instant;
import java.util.List;

/**
 * The part of the x axis that a person has selected, as a {@code select} event carries it: {@code eventData(XRange.class)}.
 *
 * @param from where it begins; on an axis of times in seconds since 1970
 * @param to where it ends, likewise
 */
public record XRange(double from, double to) {

    /**
     * Reads what the page sends.
     *
     * @param index both ends
     * @return the range
     */
    @JsonbCreator
    public static XRange of(@JsonbProperty("index") List<Double> index) {
        return new XRange(index.get(0), index.get(1));
    }

    /** Where it begins, on an axis of times. */
    public Instant start() {
        return instant(from);
    }

    /** Where it ends, on an axis of times. */
    public Instant end() {
        return instant(to);
    }

    private static Instant instant(double seconds) {
        return Instant.ofEpochMilli(Math.round(seconds * 1000));
    }
}
