package io.gradio4j.components.apps;

/** When the results of examples are computed. */
public enum CacheMode {
    /** All of them when the app starts. */
    EAGER,
    /** Each when its example is chosen for the first time. */
    LAZY
}
