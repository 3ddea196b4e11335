package io.gradio4j.impl.json;

/** What came from outside is no acceptable JSON. */
public sealed class BadJsonException extends RuntimeException permits TooLargeJsonException {

    /**
     * Says what is wrong.
     *
     * @param message for the log
     */
    public BadJsonException(String message) {
        super(message);
    }
}
