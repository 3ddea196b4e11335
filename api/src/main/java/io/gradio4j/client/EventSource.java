package io.gradio4j.client;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A stream of server-sent events, of which only the data matters. It is read by one thread; closing it from another one ends the
 * reading. So does a server that is silent for too long, or sends an event that is too large.
 */
final class EventSource implements AutoCloseable {

    private final InputStream in;
    private final int cap;
    private final byte[] buffer = new byte[1 << 14];
    private int position;
    private int end;
    private boolean afterReturn;

    /**
     * Reads a stream.
     *
     * @param in the bytes
     * @param cap the most that one event may have
     */
    EventSource(InputStream in, int cap) {
        this.in = in;
        this.cap = cap;
    }

    /**
     * Opens a stream of an app.
     *
     * @throws ClientException if the server does not answer with one
     */
    static EventSource open(Http http, String endpoint, String path, ClientOptions options) {
        var response = http.open(endpoint, path, options.maxSilence());
        var type = response.headers().firstValue("Content-Type").orElse("");
        if (response.statusCode() == 200 && type.startsWith("text/event-stream")) {
            return new EventSource(new WatchedStream(response.body(), options.maxSilence()), options.maxMessage());
        }
        try (var body = response.body()) {
            if (response.statusCode() == 200) {
                throw new ClientException.Protocol(endpoint, path + " is no event stream but '" + type + "'", null);
            }
            var text = new String(body.readNBytes(1 << 14), StandardCharsets.UTF_8);
            throw Refusals.of(endpoint, new Http.Answer(response.statusCode(), text, response.headers()));
        } catch (IOException e) {
            throw new ClientException.ConnectionLost(endpoint, path + " failed: " + Http.reason(e), e);
        }
    }

    /**
     * Waits for the next event that has data.
     *
     * @return its data; empty at the end of the stream, where an event without its closing blank line does not count
     * @throws IOException if the connection broke, was closed or was silent for too long
     * @throws BadAnswerException if the event is too large
     */
    Optional<String> next() throws IOException {
        var data = new StringBuilder();
        var any = false;
        var size = 0L;
        while (true) {
            var line = line();
            if (line.isEmpty()) {
                return Optional.empty();
            }
            var text = line.get();
            if (text.isEmpty() && any) {
                return Optional.of(data.toString());
            }
            if (text.startsWith("data:") || text.equals("data")) {
                size += text.length();
                if (size > cap) {
                    throw tooLarge();
                }
                data.append(any ? "\n" : "").append(value(text));
                any = true;
            }
        }
    }

    private static String value(String line) {
        var start = Math.min("data:".length(), line.length());
        return line.startsWith(" ", start) ? line.substring(start + 1) : line.substring(start);
    }

    private BadAnswerException tooLarge() {
        return new BadAnswerException("a message has more than " + cap + " bytes");
    }

    /** A line without its end, which is a line feed, a carriage return or both; empty at the end of the stream. */
    private Optional<String> line() throws IOException {
        var line = new ByteArrayOutputStream();
        while (true) {
            if (position == end && !fill()) {
                return Optional.empty();
            }
            if (afterReturn && buffer[position] == '\n') {
                position++;
                afterReturn = false;
                continue;
            }
            afterReturn = false;
            var start = position;
            while (position < end && buffer[position] != '\n' && buffer[position] != '\r') {
                position++;
            }
            line.write(buffer, start, position - start);
            if (line.size() > cap) {
                throw tooLarge();
            }
            if (position < end) {
                afterReturn = buffer[position++] == '\r';
                return Optional.of(line.toString(StandardCharsets.UTF_8));
            }
        }
    }

    private boolean fill() throws IOException {
        var count = in.read(buffer);
        position = 0;
        end = Math.max(count, 0);
        return count > 0;
    }

    @Override
    public void close() {
        try {
            in.close();
        } catch (IOException e) {
            // It is not read any more, so nothing is lost.
        }
    }
}
