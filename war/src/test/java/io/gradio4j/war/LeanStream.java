package io.gradio4j.war;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/** A stream of server-sent events on a socket of its own, as cheap as {@link LeanPage}. Used by one thread. */
final class LeanStream implements AutoCloseable {

    private static final int PATIENCE = (int) TimeUnit.SECONDS.toMillis(30);
    private static final int BUFFER = 512;

    private final Socket socket;
    private final InputStream in;

    private LeanStream(Socket socket) throws IOException {
        this.socket = socket;
        in = new BufferedInputStream(socket.getInputStream(), BUFFER);
    }

    /** Asks for a stream below the API's path, and waits for its first event. */
    static LeanStream open(URI app, String path) throws IOException {
        var socket = new Socket(app.getHost(), app.getPort());
        socket.setSoTimeout(PATIENCE);
        socket.getOutputStream().write(("GET " + app.getPath() + Caller.API + path + " HTTP/1.1\r\nHost: " + app.getAuthority() + "\r\n\r\n")
                .getBytes(StandardCharsets.ISO_8859_1));
        var stream = new LeanStream(socket);
        stream.await("data: ");
        return stream;
    }

    /** Skips lines until one has this text. */
    String await(String text) throws IOException {
        while (true) {
            var line = LeanPage.line(in);
            if (line.contains(text)) {
                return line;
            }
        }
    }

    /** Cuts the connection, as a crash does: without a word. */
    void drop() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
