package io.gradio4j.war;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/** A load balancer that gives each request, and each WebSocket, to the next server; one that does not answer is left out. */
final class RoundRobin implements AutoCloseable {

    private static final Pattern CONNECTION = Pattern.compile("(?im)^connection:.*\r\n");
    private static final int MOST = 64 << 10;

    private final ServerSocket listening = new ServerSocket(0, 256, InetAddress.getLoopbackAddress());
    private final List<InetSocketAddress> servers = new CopyOnWriteArrayList<>();
    private final AtomicInteger next = new AtomicInteger();

    RoundRobin(List<URI> servers) throws IOException {
        servers.forEach(this::add);
        Thread.ofVirtual().start(this::accept);
    }

    /** One more server. */
    void add(URI server) {
        servers.add(new InetSocketAddress(server.getHost(), server.getPort()));
    }

    /** Its address, with a slash at the end. */
    URI url() {
        return URI.create("http://127.0.0.1:" + listening.getLocalPort() + "/");
    }

    private void accept() {
        try {
            while (true) {
                var client = listening.accept();
                Thread.ofVirtual().start(() -> serve(client));
            }
        } catch (IOException e) {
            // Closed: nobody is served any more.
        }
    }

    private void serve(Socket client) {
        try (client; var server = connect()) {
            var head = head(client.getInputStream());
            if (head.isEmpty()) {
                return;
            }
            // One request for each connection; only a WebSocket keeps it.
            var sent = head.toLowerCase().contains("\r\nupgrade: websocket") ? head
                    : CONNECTION.matcher(head).replaceAll("").replaceFirst("\r\n", "\r\nConnection: close\r\n");
            server.getOutputStream().write(sent.getBytes(StandardCharsets.ISO_8859_1));
            var up = Thread.ofVirtual().start(() -> pass(client, server));
            pass(server, client);
            client.close();
            up.join();
        } catch (IOException e) {
            // Either side has cut the connection, as it may.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Socket connect() throws IOException {
        IOException failure = new IOException("no server");
        for (var i = 0; i < servers.size(); i++) {
            var socket = new Socket();
            try {
                socket.connect(servers.get(Math.floorMod(next.getAndIncrement(), servers.size())), 2_000);
                return socket;
            } catch (IOException e) {
                socket.close();
                failure = e;
            }
        }
        throw failure;
    }

    private static String head(InputStream in) throws IOException {
        var head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
            var next = in.read();
            if (next < 0 || head.size() > MOST) {
                return "";
            }
            head.write(next);
        }
        return head.toString(StandardCharsets.ISO_8859_1);
    }

    private static void pass(Socket from, Socket to) {
        try (to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException e) {
            // The other side goes with it.
        }
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }
}
