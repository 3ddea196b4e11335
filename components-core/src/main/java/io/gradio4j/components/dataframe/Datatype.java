package io.gradio4j.components.dataframe;

/** What the cells of a column are, which decides how they look and how they are edited. */
public enum Datatype {
    /** Text. */
    STR,
    /** Numbers, which are sorted and filtered as such. */
    NUMBER,
    /** Yes or no, shown as a checkbox. */
    BOOL,
    /** Dates, as ISO 8601 texts. */
    DATE,
    /** Markdown, shown with its formats. */
    MARKDOWN,
    /** HTML, cleaned of all that could run. */
    HTML,
    /** Pictures: files of the server as {@link java.nio.file.Path}, or URLs. */
    IMAGE,
    /** Found from the values of each column. */
    AUTO
}
