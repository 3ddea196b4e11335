package io.gradio4j.components.button;

/** How a button looks. */
public enum Variant {
    /** The main action. */
    PRIMARY,
    /** Any other action. */
    SECONDARY,
    /** An action that ends or deletes something. */
    STOP,
    /** Dark, with a link to Hugging Face in mind. */
    HUGGINGFACE
}
