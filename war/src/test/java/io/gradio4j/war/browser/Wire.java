package io.gradio4j.war.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What lies between a page and its server, and may break: passes bytes on until it is cut, and WebSockets only if it likes them. */
final class Wire implements AutoCloseable {

    private final ServerSocket entrance;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile URI server;
    private volatile boolean broken;
    private volatile boolean blocksWebSockets;

    Wire(URI server) throws IOException {
        this.server = server;
        entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + entrance.getLocalPort() + "/");
    }

    /** Ends all connections; new ones are possible. */
    void cut() {
        open.forEach(Wire::close);
    }

    /** Ends all connections and lets no new one through until {@link #mend}. */
    void breakDown() {
        broken = true;
        cut();
    }

    void mend() {
        broken = false;
    }

    void blockWebSockets() {
        blocksWebSockets = true;
    }

    void letWebSockets() {
        blocksWebSockets = false;
    }

    /** Leads to another server from now on. */
    void leadTo(URI other) {
        server = other;
        cut();
    }

    private void accept() {
        while (!entrance.isClosed()) {
            try {
                var client = entrance.accept();
                Thread.ofVirtual().start(() -> connect(client));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void connect(Socket client) {
        open.add(client);
        try (client; var upstream = new Socket(server.getHost(), server.getPort())) {
            open.add(upstream);
            var first = new byte[16_384];
            int length = client.getInputStream().read(first);
            var head = new String(first, 0, Math.max(length, 0), StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
            if (length > 0 && !broken && !(blocksWebSockets && head.contains("upgrade: websocket"))) {
                upstream.getOutputStream().write(first, 0, length);
                var back = Thread.ofVirtual().start(() -> pass(upstream, client));
                pass(client, upstream);
                back.join();
            }
            open.remove(upstream);
        } catch (IOException e) {
            // The one who waits at the other end sees that it is over.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            open.remove(client);
        }
    }

    private static void pass(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
            to.shutdownOutput();
        } catch (IOException e) {
            close(from);
            close(to);
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        entrance.close();
        cut();
    }
}
