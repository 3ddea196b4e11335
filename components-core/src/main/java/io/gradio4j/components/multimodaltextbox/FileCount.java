package io.gradio4j.components.multimodaltextbox;

/** How many files a person may add. */
public enum FileCount {
    /** One. */
    SINGLE,
    /** Any number. */
    MULTIPLE,
    /** All files of a folder. */
    DIRECTORY
}
