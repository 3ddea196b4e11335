package io.gradio4j.client;

import org.jspecify.annotations.Nullable;

/** Something from the server that makes no sense; becomes a {@link ClientException.Protocol} where the endpoint is known. */
final class BadAnswerException extends RuntimeException {

    BadAnswerException(String message) {
        this(message, null);
    }

    BadAnswerException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    ClientException.Protocol at(String endpoint) {
        return new ClientException.Protocol(endpoint, String.valueOf(getMessage()), this);
    }
}
