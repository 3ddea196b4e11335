package io.gradio4j;

/** How blocks follow each other. */
public enum Orientation {
    /** Side by side; they wrap to the next line when there is no room. */
    ROW,
    /** One below the other. */
    COLUMN
}
