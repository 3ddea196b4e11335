package io.gradio4j.impl.file;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * One GET request to given addresses, whatever the name of the host means by now: the JDK's own client looks names up by itself. With
 * https, the server still has to prove the name. Everything ends at the deadline.
 */
final class PinnedHttp implements AutoCloseable {

    private static final int CONNECT_MILLIS = 10_000;
    private static final int MOST_HEAD = 64 << 10;

    private final Socket socket;
    private final InputStream in;
    private final int status;
    private final Map<String, String> headers = new HashMap<>();

    private PinnedHttp(Socket socket, InputStream in) throws IOException {
        this.socket = socket;
        this.in = in;
        var lines = head().split("\r?\n");
        var parts = lines[0].split(" ", 3);
        if (parts.length < 2 || !parts[0].startsWith("HTTP/1.")) {
            throw new IOException("the server does not speak HTTP/1");
        }
        try {
            status = Integer.parseInt(parts[1]);
        } catch (NumberFormatException e) {
            throw new IOException("the server's status is no number", e);
        }
        for (var i = 1; i < lines.length; i++) {
            var colon = lines[i].indexOf(':');
            if (colon > 0) {
                headers.putIfAbsent(lines[i].substring(0, colon).strip().toLowerCase(Locale.ROOT), lines[i].substring(colon + 1).strip());
            }
        }
    }

    /**
     * Asks for a URL.
     *
     * @param addresses where its host is; the first one that answers is taken
     * @param deadline by {@link System#nanoTime}
     */
    static PinnedHttp get(URI url, List<InetAddress> addresses, long deadline) throws IOException {
        var secure = url.getScheme().equalsIgnoreCase("https");
        var port = url.getPort() >= 0 ? url.getPort() : secure ? 443 : 80;
        var socket = connect(addresses, port, deadline);
        try {
            if (secure) {
                socket.setSoTimeout(left(deadline));
                socket = secured(socket, url.getHost(), port);
            }
            var host = url.getPort() >= 0 ? url.getHost() + ":" + url.getPort() : url.getHost();
            socket.getOutputStream().write(("GET " + target(url) + " HTTP/1.1\r\nHost: " + host
                    + "\r\nUser-Agent: Gradio4J\r\nAccept: */*\r\nAccept-Encoding: identity\r\nConnection: close\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            return new PinnedHttp(socket, new BufferedInputStream(new Timed(socket, deadline), 16 << 10));
        } catch (IOException | RuntimeException e) {
            socket.close();
            throw e;
        }
    }

    private static String target(URI url) {
        var ascii = URI.create(url.toASCIIString());
        var path = ascii.getRawPath().isEmpty() ? "/" : ascii.getRawPath();
        return ascii.getRawQuery() == null ? path : path + "?" + ascii.getRawQuery();
    }

    private static Socket connect(List<InetAddress> addresses, int port, long deadline) throws IOException {
        var last = new IOException("there is no address");
        for (var address : addresses) {
            var socket = new Socket(Proxy.NO_PROXY);
            try {
                socket.connect(new InetSocketAddress(address, port), Math.min(CONNECT_MILLIS, left(deadline)));
                return socket;
            } catch (IOException e) {
                socket.close();
                last = e;
            }
        }
        throw last;
    }

    private static Socket secured(Socket plain, String host, int port) throws IOException {
        var secure = (SSLSocket) ((SSLSocketFactory) SSLSocketFactory.getDefault()).createSocket(plain, host, port, true);
        var parameters = secure.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        secure.setSSLParameters(parameters);
        secure.startHandshake();
        return secure;
    }

    private static int left(long deadline) throws SocketTimeoutException {
        var millis = (deadline - System.nanoTime()) / 1_000_000;
        if (millis <= 0) {
            throw new SocketTimeoutException("it took too long");
        }
        return (int) Math.min(millis, Integer.MAX_VALUE);
    }

    /** Reads until the deadline, however slowly the bytes drip. */
    private static final class Timed extends FilterInputStream {

        private final Socket socket;
        private final long deadline;

        Timed(Socket socket, long deadline) throws IOException {
            super(socket.getInputStream());
            this.socket = socket;
            this.deadline = deadline;
        }

        @Override
        public int read(byte[] bytes, int from, int count) throws IOException {
            socket.setSoTimeout(left(deadline));
            return super.read(bytes, from, count);
        }
    }

    private String head() throws IOException {
        var head = new ByteArrayOutputStream();
        var line = line();
        while (!line.isEmpty()) {
            head.write((line + "\n").getBytes(StandardCharsets.ISO_8859_1));
            if (head.size() > MOST_HEAD) {
                throw new IOException("the server's headers are too long");
            }
            line = line();
        }
        return head.toString(StandardCharsets.ISO_8859_1);
    }

    private String line() throws IOException {
        var line = new ByteArrayOutputStream();
        for (var c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0 || line.size() > MOST_HEAD) {
                throw new EOFException("the answer ends within a line");
            }
            line.write(c);
        }
        return line.toString(StandardCharsets.ISO_8859_1).stripTrailing();
    }

    int status() {
        return status;
    }

    Optional<String> header(String lowerCaseName) {
        return Optional.ofNullable(headers.get(lowerCaseName));
    }

    /**
     * Takes the whole body.
     *
     * @param most the largest size in bytes
     * @throws Fetcher.TooLargeException if it is larger
     */
    void copyTo(Draft draft, long most) throws IOException {
        if (header("content-encoding").filter(encoding -> !encoding.equalsIgnoreCase("identity")).isPresent()) {
            throw new IOException("the server compresses the content though it was not asked to");
        }
        if (header("transfer-encoding").isPresent()) {
            if (!header("transfer-encoding").get().equalsIgnoreCase("chunked")) {
                throw new IOException("the transfer encoding is not known");
            }
            chunks(draft, most);
            return;
        }
        var length = header("content-length");
        if (length.isPresent()) {
            exactly(draft, number(length.get(), 10), most);
        } else {
            transfer(draft, Long.MAX_VALUE, most);
        }
    }

    private void chunks(Draft draft, long most) throws IOException {
        while (true) {
            var size = number(line().split(";")[0].strip(), 16);
            if (size == 0) {
                return;
            }
            exactly(draft, size, most);
            if (!line().isEmpty()) {
                throw new IOException("a chunk is longer than it says");
            }
        }
    }

    private static long number(String text, int radix) throws IOException {
        try {
            var number = Long.parseLong(text, radix);
            if (number >= 0) {
                return number;
            }
            throw new IOException("a negative length");
        } catch (NumberFormatException e) {
            throw new IOException("a length is no number", e);
        }
    }

    private void exactly(Draft draft, long count, long most) throws IOException {
        if (count > most - draft.size()) {
            throw new Fetcher.TooLargeException();
        }
        if (transfer(draft, count, most) < count) {
            throw new EOFException("the content ends early");
        }
    }

    private long transfer(Draft draft, long count, long most) throws IOException {
        var buffer = new byte[16 << 10];
        var done = 0L;
        while (done < count) {
            var read = in.read(buffer, 0, (int) Math.min(buffer.length, count - done));
            if (read < 0) {
                break;
            }
            if (read > most - draft.size()) {
                throw new Fetcher.TooLargeException();
            }
            draft.write(buffer, 0, read);
            done += read;
        }
        return done;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
