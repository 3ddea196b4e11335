package io.gradio4j.impl.json;

/** A text has more values than anybody needs. */
public final class TooLargeJsonException extends BadJsonException {

    TooLargeJsonException(String message) {
        super(message);
    }
}
