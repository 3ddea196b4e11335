package io.gradio4j.impl.event;

import io.gradio4j.impl.json.Jsons;
import jakarta.json.JsonValue;

/** An event that is not accepted, as HTTP says it. */
public final class RefusedException extends RuntimeException {

    private final int status;
    private final transient JsonValue detail;

    /**
     * Refuses with a text.
     *
     * @param status the HTTP status
     * @param detail what is wrong
     */
    public RefusedException(int status, String detail) {
        this(status, Jsons.string(detail), detail);
    }

    RefusedException(int status, JsonValue detail, String message) {
        super(message);
        this.status = status;
        this.detail = detail;
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** What is wrong, for the client. */
    public JsonValue detail() {
        return detail;
    }
}
