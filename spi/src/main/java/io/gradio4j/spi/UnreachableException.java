package io.gradio4j.spi;

/** What keeps the sessions does not answer. The text may be shown to anybody. */
public final class UnreachableException extends RuntimeException {

    /**
     * A failure.
     *
     * @param message what does not answer, without addresses and secrets
     * @param cause what happened
     */
    public UnreachableException(String message, Throwable cause) {
        super(message, cause);
    }
}
