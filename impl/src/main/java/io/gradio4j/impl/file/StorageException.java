package io.gradio4j.impl.file;

import java.io.IOException;

/** The server's disk did not take a file. */
public final class StorageException extends RuntimeException {

    private final boolean full;

    StorageException(String message, boolean full, IOException cause) {
        super(message, cause);
        this.full = full;
    }

    /** The status of an answer for it: 507 when there is no room, else 500. */
    public int status() {
        return full ? 507 : 500;
    }
}
