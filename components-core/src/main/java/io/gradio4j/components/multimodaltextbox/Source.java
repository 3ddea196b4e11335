package io.gradio4j.components.multimodaltextbox;

/** Where files come from. */
public enum Source {
    /** The person's disk: chosen, dropped or pasted. */
    UPLOAD,
    /** A recording. */
    MICROPHONE
}
