package io.gradio4j.war.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.gradio4j.war.Caller;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A WebSocket whose frames are written byte by byte, right or wrong. Used by one thread. */
final class RawSocket implements AutoCloseable {

    static final int CONTINUED = 0;
    static final int TEXT = 1;
    static final int BINARY = 2;
    static final int CLOSE = 8;
    static final int PING = 9;
    /** No status: the server waits for more. */
    static final int STILL_OPEN = -1;
    private static final int PATIENCE_MILLIS = 10_000;

    private final Socket socket;
    private final DataInputStream in;
    private final int status;
    private final List<String> heard = new ArrayList<>();

    private RawSocket(Socket socket) throws IOException {
        this.socket = socket;
        in = new DataInputStream(socket.getInputStream());
        var line = line();
        status = line.startsWith("HTTP/1.1 ") ? Integer.parseInt(line.substring(9, 12)) : 0;
        while (!line.isEmpty()) {
            line = line();
        }
    }

    static RawSocket open(Caller app, String session, String... headerLines) throws IOException {
        var socket = new Socket(app.base().getHost(), app.base().getPort());
        socket.setSoTimeout(PATIENCE_MILLIS);
        var more = headerLines.length == 0 ? "" : String.join("\r\n", headerLines) + "\r\n";
        socket.getOutputStream().write(("GET " + app.base().getPath() + Caller.API + "ws?session_hash=" + session + " HTTP/1.1\r\nHost: "
                + app.base().getAuthority() + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
                + "Sec-WebSocket-Key: MDEyMzQ1Njc4OWFiY2RlZg==\r\n" + more + "\r\n").getBytes(StandardCharsets.UTF_8));
        return new RawSocket(socket);
    }

    private String line() throws IOException {
        var out = new ByteArrayOutputStream();
        for (var b = in.read(); b >= 0 && b != '\n'; b = in.read()) {
            if (b != '\r') {
                out.write(b);
            }
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    /** The status of the upgrade. */
    int status() {
        return status;
    }

    /** What was said before the end, but for heartbeats. */
    List<String> heard() {
        return heard;
    }

    /** Waits until the server has said that it is there. */
    RawSocket ready() throws IOException {
        assertThat(text()).contains("connected");
        return this;
    }

    private static long deadline() {
        return System.nanoTime() + PATIENCE_MILLIS * 1_000_000L;
    }

    /** The next text that is no heartbeat; an empty string at the end. */
    String text() throws IOException {
        var deadline = deadline();
        for (var frame = frame(); frame != null && frame.kind() != CLOSE; frame = frame()) {
            assertThat(System.nanoTime()).as("the server should have answered by now").isLessThan(deadline);
            if (hear(frame)) {
                return frame.text();
            }
        }
        return "";
    }

    private boolean hear(Frame frame) {
        return frame.kind() == TEXT && !frame.text().contains("\"heartbeat\"") && heard.add(frame.text());
    }

    private record Frame(int kind, byte[] content) {

        String text() {
            return new String(content, StandardCharsets.UTF_8);
        }
    }

    private Frame frame() throws IOException {
        try {
            var kind = in.readUnsignedByte() & 0x0f;
            var length = (long) in.readUnsignedByte() & 0x7f;
            length = length == 126 ? in.readUnsignedShort() : length == 127 ? in.readLong() : length;
            var content = new byte[(int) length];
            in.readFully(content);
            return new Frame(kind, content);
        } catch (EOFException | SocketException e) {
            return null;
        }
    }

    /** Sends a frame. */
    void send(boolean last, int kind, boolean masked, byte[] content) throws IOException {
        raw((last ? 0x80 : 0) | kind, masked, content.length, content);
    }

    /** Sends a masked text. */
    void send(String text) throws IOException {
        send(true, TEXT, true, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Sends a frame with any first byte, that claims any length. */
    void raw(int first, boolean masked, long length, byte[] content) throws IOException {
        var out = ByteBuffer.allocate(14 + content.length).put((byte) first);
        var mask = masked ? 0x80 : 0;
        if (length >= 0 && length < 126) {
            out.put((byte) (mask | length));
        } else if (length >= 0 && length < 65_536) {
            out.put((byte) (mask | 126)).putShort((short) length);
        } else {
            out.put((byte) (mask | 127)).putLong(length);
        }
        if (masked) {
            out.putInt(0);
        }
        out.put(content);
        try {
            socket.getOutputStream().write(out.array(), 0, out.position());
        } catch (SocketException e) {
            // It is closed already; the reader finds out why.
            heard.size();
        }
    }

    /** The status with which the server ends the connection; 0 when it ends without one, {@link #STILL_OPEN} when it does not in time. */
    int closed() throws IOException {
        return closedWithin(PATIENCE_MILLIS);
    }

    /** The same, with less patience where a server may as well wait. */
    int closedWithin(int millis) throws IOException {
        var deadline = System.nanoTime() + millis * 1_000_000L;
        for (var frame = frame(); frame != null; frame = frame()) {
            // Heartbeats come for ever, so the patience with a single read is not enough.
            if (System.nanoTime() > deadline) {
                return STILL_OPEN;
            }
            if (frame.kind() == CLOSE) {
                return frame.content().length < 2 ? 1005 : ByteBuffer.wrap(frame.content()).getShort() & 0xffff;
            }
            hear(frame);
        }
        return 0;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
