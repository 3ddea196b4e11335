package io.gradio4j.war.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.gradio4j.war.Caller;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;

/** Requests that no client would send: byte by byte as they are written here. */
final class RawHttp {

    private static final int PATIENCE_MILLIS = 10_000;
    /** How long more of an answer, or a second one, may take after some of it. */
    private static final int PAUSE_MILLIS = 1_000;

    private RawHttp() {
    }

    /**
     * What came back.
     *
     * @param status 0 when the connection was closed without an answer
     * @param text everything, head and body
     */
    record Answer(int status, String text) {

        /** A header, an empty string when it is not there. */
        String header(String name) {
            return text.lines().takeWhile(line -> !line.isEmpty()).filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
                    .map(line -> line.substring(name.length() + 1).strip()).findFirst().orElse("");
        }
    }

    /** A GET request; the path is sent as it is, below the app's if it does not begin with a slash. */
    static Answer get(Caller app, String path, String... headerLines) throws IOException {
        return send(app, "GET " + target(app, path) + " HTTP/1.1\r\nHost: " + app.base().getAuthority() + "\r\nConnection: close\r\n" + lines(headerLines)
                + "\r\n");
    }

    /** A POST request with JSON. */
    static Answer post(Caller app, String path, String json, String... headerLines) throws IOException {
        var length = json.getBytes(StandardCharsets.UTF_8).length;
        return send(app, "POST " + target(app, path) + " HTTP/1.1\r\nHost: " + app.base().getAuthority() + "\r\nConnection: close\r\nContent-Type: "
                + "application/json\r\nContent-Length: " + length + "\r\n" + lines(headerLines) + "\r\n" + json);
    }

    static String target(Caller app, String path) {
        return path.startsWith("/") ? path : app.base().getPath() + path;
    }

    private static String lines(String... headerLines) {
        return headerLines.length == 0 ? "" : String.join("\r\n", headerLines) + "\r\n";
    }

    static Answer send(Caller app, String request) throws IOException {
        return send(app, request.getBytes(StandardCharsets.UTF_8));
    }

    static Answer send(Caller app, byte[] request) throws IOException {
        try (var socket = new Socket(app.base().getHost(), app.base().getPort())) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            var answer = new ByteArrayOutputStream();
            try {
                socket.getOutputStream().write(request);
                socket.getOutputStream().flush();
                var deadline = System.nanoTime() + PATIENCE_MILLIS * 1_000_000L;
                var buffer = new byte[1 << 16];
                for (var count = socket.getInputStream().read(buffer); count >= 0; count = socket.getInputStream().read(buffer)) {
                    answer.write(buffer, 0, count);
                    socket.setSoTimeout(PAUSE_MILLIS);
                    assertThat(System.nanoTime()).as("the answer should have ended by now").isLessThan(deadline);
                }
            } catch (SocketTimeoutException e) {
                // Payara answers, and then waits for the rest of the request.
                assertThat(answer.size()).as("an answer in time").isPositive();
            } catch (SocketException e) {
                // The server closed the connection before it had read everything; what it said before counts.
                socket.close();
            }
            var text = answer.toString(StandardCharsets.UTF_8);
            return new Answer(text.startsWith("HTTP/1.1 ") ? Integer.parseInt(text.substring(9, 12)) : 0, text);
        }
    }
}
