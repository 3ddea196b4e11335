package io.gradio4j.impl.web;

import io.gradio4j.MediaTypes;
import io.gradio4j.impl.file.FileResolver;
import io.gradio4j.impl.file.SafeTypes;
import jakarta.servlet.http.HttpServletResponse;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/** The routes that give files. What anybody may have written is shown only if it is of a harmless type, and never runs on our origin. */
final class FileDownloads {

    private static final int BUFFER = 64 << 10;
    /** A file that a browser opens as a page has no scripts, no origin, and nothing from elsewhere. */
    private static final String POLICY = "sandbox; default-src 'none'; img-src 'self' data:; media-src 'self'; style-src 'unsafe-inline'";
    private static final String UNKNOWN = "application/octet-stream";

    private final FileResolver resolver;

    FileDownloads(FileResolver resolver) {
        this.resolver = resolver;
    }

    /** {@code GET file=<name>} and {@code GET file/<name>}. */
    void file(Exchange exchange, String name) {
        var file = resolver.served(name).orElseThrow(() -> refused(name));
        EventStreams.onVirtualThread(exchange, () -> {
            try (var channel = FileChannel.open(file.path(), StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)) {
                answer(exchange, file, channel, () -> describe(exchange, file));
            } catch (IOException e) {
                throw exchange.response().isCommitted() ? new UncheckedIOException(e) : refused(name);
            }
        });
    }

    /** A file that the server itself has written, of a type that is harmless. */
    static void own(Exchange exchange, Path file, String type) {
        EventStreams.onVirtualThread(exchange, () -> {
            try (var channel = FileChannel.open(file, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)) {
                answer(exchange, new FileResolver.Served(file, false), channel, () -> type);
            } catch (IOException e) {
                throw exchange.response().isCommitted() ? new UncheckedIOException(e) : HttpException.notFound();
            }
        });
    }

    private static HttpException refused(String name) {
        return new HttpException(403, "File not allowed: " + name + ".");
    }

    private static void answer(Exchange exchange, FileResolver.Served file, FileChannel channel, Supplier<String> type) throws IOException {
        var modified = Files.getLastModifiedTime(file.path(), LinkOption.NOFOLLOW_LINKS);
        var size = channel.size();
        var conditions = new Preconditions(etag(file, modified.toMillis(), size), modified.toInstant());
        var response = exchange.response();
        response.setHeader("ETag", conditions.etag());
        response.setHeader("Last-Modified", conditions.lastModified());
        response.setHeader("Accept-Ranges", "bytes");
        if (!response.containsHeader("Cache-Control")) {
            // What is in the cache never changes under its name.
            response.setHeader("Cache-Control", file.cached() ? "private, max-age=31536000, immutable" : "no-cache");
        }
        response.setHeader("Content-Security-Policy", POLICY);
        switch (conditions.judge(exchange::header)) {
            case SAME -> response.setStatus(304);
            case CHANGED -> throw failure(response, 412, "Precondition Failed");
            case SEND -> send(exchange, channel, size, type.get(), conditions.mayContinue(exchange::header));
        }
    }

    private static HttpException failure(HttpServletResponse response, int status, String reason) {
        response.setHeader("Cache-Control", "no-store");
        return new HttpException(status, reason);
    }

    private static String etag(FileResolver.Served file, long modified, long size) {
        return file.cached() ? "\"" + file.path().getParent().getFileName().toString().substring(0, 32) + "\""
                : "\"" + Long.toHexString(modified) + "-" + Long.toHexString(size) + "\"";
    }

    /** The file's type. */
    private static String describe(Exchange exchange, FileResolver.Served file) {
        var name = file.path().getFileName().toString();
        var guessed = MediaTypes.of(name).orElse(UNKNOWN);
        var inline = !file.cached() || SafeTypes.contains(guessed);
        exchange.response().setHeader("Content-Disposition", Disposition.of(inline, name));
        return inline ? guessed.startsWith("text/") ? guessed + ";charset=utf-8" : guessed : UNKNOWN;
    }

    private static void send(Exchange exchange, FileChannel channel, long size, String type, boolean mayContinue) throws IOException {
        var response = exchange.response();
        switch (mayContinue ? ByteRanges.of(exchange.header("Range"), size) : new ByteRanges.Whole()) {
            case ByteRanges.Whole all -> {
                response.setContentType(type);
                response.setContentLengthLong(size);
                copy(exchange, channel, List.of(new Piece("", new ByteRanges.Part(0, size - 1))), "");
            }
            case ByteRanges.None none -> {
                response.setHeader("Content-Range", "bytes */" + size);
                throw failure(response, 416, "Range Not Satisfiable");
            }
            case ByteRanges.Some(List<ByteRanges.Part> parts) when parts.size() == 1 -> {
                response.setStatus(206);
                response.setContentType(type);
                response.setHeader("Content-Range", parts.getFirst().of(size));
                response.setContentLengthLong(parts.getFirst().length());
                copy(exchange, channel, List.of(new Piece("", parts.getFirst())), "");
            }
            case ByteRanges.Some(List<ByteRanges.Part> parts) -> several(exchange, channel, size, type, parts);
        }
    }

    /** A part of the file and what comes before it. */
    private record Piece(String head, ByteRanges.Part part) {
    }

    private static void several(Exchange exchange, FileChannel channel, long size, String type, List<ByteRanges.Part> parts)
            throws IOException {
        var boundary = UUID.randomUUID().toString();
        var end = "\r\n--" + boundary + "--\r\n";
        var pieces = new ArrayList<Piece>();
        var length = (long) end.length();
        for (var part : parts) {
            var head = (pieces.isEmpty() ? "" : "\r\n") + "--" + boundary + "\r\nContent-Type: " + type + "\r\nContent-Range: " + part.of(size)
                    + "\r\n\r\n";
            pieces.add(new Piece(head, part));
            length += head.length() + part.length();
        }
        exchange.response().setStatus(206);
        exchange.response().setContentType("multipart/byteranges; boundary=" + boundary);
        exchange.response().setContentLengthLong(length);
        copy(exchange, channel, pieces, end);
    }

    private static void copy(Exchange exchange, FileChannel channel, List<Piece> pieces, String end) throws IOException {
        if (exchange.request().getMethod().equals("HEAD")) {
            return;
        }
        var out = exchange.response().getOutputStream();
        var buffer = ByteBuffer.allocate(BUFFER);
        for (var piece : pieces) {
            out.write(piece.head().getBytes(StandardCharsets.US_ASCII));
            copy(channel, piece.part(), buffer, out);
        }
        out.write(end.getBytes(StandardCharsets.US_ASCII));
    }

    private static void copy(FileChannel channel, ByteRanges.Part part, ByteBuffer buffer, OutputStream out) throws IOException {
        for (var position = part.first(); position <= part.last();) {
            buffer.clear().limit((int) Math.min(buffer.capacity(), part.last() - position + 1));
            var count = channel.read(buffer, position);
            if (count < 0) {
                throw new EOFException("The file became shorter while it was sent");
            }
            out.write(buffer.array(), 0, count);
            position += count;
        }
    }
}
