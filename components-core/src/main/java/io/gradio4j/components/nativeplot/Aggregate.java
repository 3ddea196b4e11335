package io.gradio4j.components.nativeplot;

/** How the y values of rows that stand at the same x become one. */
public enum Aggregate {
    /** All added up. */
    SUM,
    /** The arithmetic mean. */
    MEAN,
    /** The one in the middle. */
    MEDIAN,
    /** The least one. */
    MIN,
    /** The greatest one. */
    MAX,
    /** How many there are. */
    COUNT
}
