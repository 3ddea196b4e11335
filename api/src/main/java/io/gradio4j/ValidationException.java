package io.gradio4j;

/** A client's value is none of this component's; the message names the component's rule and the value, and is shown to the person. */
public final class ValidationException extends GradioException {

    /**
     * Makes a failure.
     *
     * @param message names the rule and the value
     */
    public ValidationException(String message) {
        super(message);
        logged(false);
    }
}
