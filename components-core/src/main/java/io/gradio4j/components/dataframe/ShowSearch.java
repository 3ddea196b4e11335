package io.gradio4j.components.dataframe;

/** The search field above a table. */
public enum ShowSearch {
    /** There is none. */
    NONE,
    /** Rows without the text are hidden. */
    SEARCH,
    /** The same, and a button that makes the rows found the table's value. */
    FILTER
}
