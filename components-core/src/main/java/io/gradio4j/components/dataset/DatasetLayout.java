package io.gradio4j.components.dataset;

/** How samples stand on the page. */
public enum DatasetLayout {
    /** Side by side; only for samples of one component, or with labels of their own. */
    GALLERY,
    /** One below the other, with a column for each component. */
    TABLE
}
