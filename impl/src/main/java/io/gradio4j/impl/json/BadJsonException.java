package io.gradio4j.impl.json;

/** What came from outside is no acceptable JSON. */
public final class BadJsonException extends RuntimeException {

    BadJsonException(String message) {
        super(message);
    }
}
