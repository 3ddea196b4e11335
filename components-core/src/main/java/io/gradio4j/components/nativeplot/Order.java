package io.gradio4j.components.nativeplot;

import java.util.Locale;

/** In which order the names along the x axis stand. */
public enum Order {
    /** By name. */
    X,
    /** By y, the least first. */
    Y,
    /** By name, backwards. */
    X_DESCENDING,
    /** By y, the greatest first. */
    Y_DESCENDING;

    String wire() {
        return (this == X_DESCENDING || this == Y_DESCENDING ? "-" : "") + name().substring(0, 1).toLowerCase(Locale.ROOT);
    }
}
