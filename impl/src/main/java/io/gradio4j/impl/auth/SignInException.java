package io.gradio4j.impl.auth;

/** Signing in with the identity provider did not work. The message is for the person. */
public final class SignInException extends RuntimeException {

    private final int status;

    SignInException(int status, String message) {
        super(message);
        this.status = status;
    }

    SignInException(int status, String message, Throwable cause) {
        super(message, cause);
        this.status = status;
    }

    /** The HTTP status: 400 when the answer is not accepted, 502 when the provider does not work. */
    public int status() {
        return status;
    }
}
