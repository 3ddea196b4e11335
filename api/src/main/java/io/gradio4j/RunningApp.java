package io.gradio4j;

import java.net.URI;

/** A started server. Its threads keep the program running until it is closed. */
public interface RunningApp extends AutoCloseable {

    /** Where a browser on this machine finds the app, ending with {@code /}. */
    URI url();

    /** Stops the server: pages are told, running handlers are interrupted. Closing again does nothing. */
    @Override
    void close();
}
