package io.gradio4j;

/** How many files a component takes. */
public enum FileCount {
    /** One. */
    SINGLE,
    /** Any number. */
    MULTIPLE,
    /** All files of a folder that a person chooses, and of the folders in it. */
    DIRECTORY
}
