package io.gradio4j;

/** What the last line of a page may offer. */
public enum FooterLink {
    /** The documentation of the app's endpoints, with code to copy. */
    API,
    /** What the app is made with. */
    GRADIO,
    /** Colours, language and the like. */
    SETTINGS,
    /** The runs that this browser has kept, once there is one. */
    RUNS
}
