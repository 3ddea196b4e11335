package io.gradio4j.war;

import jakarta.json.JsonObject;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A page's WebSocket as cheap as can be: thousands of them fit into one test, and what the client takes and when is the test's. Used by one thread. */
final class LeanPage implements AutoCloseable {

    private static final int PATIENCE = (int) TimeUnit.SECONDS.toMillis(30);
    private static final String KEY = Base64.getEncoder().encodeToString(new byte[16]);
    private static final int BUFFER = 512;
    private static final int TEXT = 1;
    private static final int CLOSE = 8;

    private final Socket socket;
    private final DataInputStream in;

    private LeanPage(Socket socket) throws IOException {
        this.socket = socket;
        in = new DataInputStream(new BufferedInputStream(socket.getInputStream(), BUFFER));
    }

    /** Opens a connection and waits for the server's greeting. */
    static LeanPage open(URI app, String session, String query) throws IOException {
        var page = open(app, new Socket(app.getHost(), app.getPort()), session, query);
        page.await("connected");
        return page;
    }

    /** Opens a connection through a socket. */
    static LeanPage open(URI app, Socket socket, String session, String query) throws IOException {
        socket.setSoTimeout(PATIENCE);
        socket.setTcpNoDelay(true);
        var page = new LeanPage(socket);
        socket.getOutputStream().write(("GET " + app.getPath() + "gradio_api/ws?session_hash=" + session + query + " HTTP/1.1\r\nHost: " + app.getAuthority()
                + "\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: " + KEY + "\r\n\r\n")
                .getBytes(StandardCharsets.ISO_8859_1));
        var status = line(page.in);
        if (!status.contains(" 101 ")) {
            socket.close();
            throw new IOException("the upgrade was answered with " + status);
        }
        while (!line(page.in).isEmpty()) {
            continue;
        }
        return page;
    }

    /** The next line of an HTTP message's head. */
    static String line(InputStream in) throws IOException {
        var line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException("the connection ended after '" + line + "'");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    /** Sends a text, masked with zeros, which leave it as it is. */
    void send(String text) throws IOException {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        var frame = ByteBuffer.allocate(bytes.length + 14).put((byte) (0x80 | TEXT));
        if (bytes.length < 126) {
            frame.put((byte) (0x80 | bytes.length));
        } else {
            frame.put((byte) (0x80 | 126)).putShort((short) bytes.length);
        }
        frame.putInt(0).put(bytes);
        socket.getOutputStream().write(frame.array(), 0, frame.position());
    }

    void join(String id, int function, Object... values) throws IOException {
        send("{\"type\":\"join\",\"id\":\"" + id + "\",\"fn_index\":" + function + ",\"data\":" + Caller.data(values) + "}");
    }

    void acknowledge(int sequence) throws IOException {
        send("{\"type\":\"ack\",\"seq\":" + sequence + "}");
    }

    /** The next message that is no heartbeat. */
    JsonObject next() throws IOException {
        while (true) {
            var message = Caller.json(text()).asJsonObject();
            if (!message.getString("msg").equals("heartbeat")) {
                return message;
            }
        }
    }

    /** Skips messages until one of this kind comes. */
    JsonObject await(String kind) throws IOException {
        return until(kind).getLast();
    }

    /** All messages up to the first of this kind. */
    List<JsonObject> until(String kind) throws IOException {
        var seen = new ArrayList<JsonObject>();
        do {
            seen.add(next());
        } while (!seen.getLast().getString("msg").equals(kind));
        return seen;
    }

    private String text() throws IOException {
        var text = new StringBuilder();
        while (true) {
            int head = in.readUnsignedByte();
            int length = in.readUnsignedByte();
            length = length == 126 ? in.readUnsignedShort() : length == 127 ? (int) in.readLong() : length;
            var bytes = in.readNBytes(length);
            if ((head & 15) == CLOSE) {
                throw new EOFException("the server closed the WebSocket with " + (length < 2 ? "no code" : ByteBuffer.wrap(bytes).getShort()));
            }
            if ((head & 15) <= TEXT) {
                text.append(new String(bytes, StandardCharsets.UTF_8));
                if ((head & 0x80) != 0) {
                    return text.toString();
                }
            }
        }
    }

    /** Cuts the connection, as a crash does: without a word. */
    void drop() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    /** Leaves as a browser does when its page is closed. */
    @Override
    public void close() throws IOException {
        try (socket) {
            socket.getOutputStream().write(new byte[] {(byte) (0x80 | CLOSE), (byte) (0x80 | 2), 0, 0, 0, 0, 1001 >> 8, (byte) 1001});
            socket.shutdownOutput();
            in.skip(Long.MAX_VALUE);
        } catch (IOException e) {
            // The server was faster.
        }
    }
}
