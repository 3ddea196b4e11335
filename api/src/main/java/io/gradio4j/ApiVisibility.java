package io.gradio4j;

/** Who sees and may call an endpoint. */
public enum ApiVisibility {
    /** In the API documentation; anybody may call it. */
    PUBLIC,
    /** Not in the API documentation; anybody may call it. */
    UNDOCUMENTED,
    /** Only the app's own page may call it; the server refuses others. */
    PRIVATE
}
