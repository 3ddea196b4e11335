package io.gradio4j.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventSourceTest {

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Each byte comes alone, as on a slow connection. */
    private static InputStream bytewise(String text) {
        var parts = new ArrayList<InputStream>();
        for (var b : text.getBytes(StandardCharsets.UTF_8)) {
            parts.add(new ByteArrayInputStream(new byte[] {b}));
        }
        return new SequenceInputStream(Collections.enumeration(parts));
    }

    private static List<String> all(InputStream in) throws IOException {
        try (var source = new EventSource(in, 100)) {
            var events = new ArrayList<String>();
            for (var event = source.next(); event.isPresent(); event = source.next()) {
                events.add(event.get());
            }
            return events;
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r", "\r\n"})
    void linesMayEndInAnyWay(String end) throws IOException {
        var text = ("data: ä\n\n:comment\n\nevent: x\nid: 1\ndata:b\ndata:  c\n\ndata\n\n").replace("\n", end);
        assertThat(all(bytes(text))).containsExactly("ä", "b\n c", "");
        assertThat(all(bytewise(text))).containsExactly("ä", "b\n c", "");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n", "data: a", "data: a\n", ": only comments\n\n", "nonsense\n\n", "dat\n\n", "datax: a\n\n"})
    void whatIsNoWholeEventWithDataDoesNotCount(String text) throws IOException {
        assertThat(all(bytes(text))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"data: ", "data: x\ndata: ", ":", "other: "})
    void hugeEventsAreRefused(String start) {
        assertThatThrownBy(() -> all(bytes(start + "x".repeat(100) + "\n\n"))).isInstanceOf(BadAnswerException.class)
                .hasMessageContaining("100");
    }

    @Test
    void eventsOfManyShortLinesAreNotEndless() {
        assertThatThrownBy(() -> all(bytes("data: x\n".repeat(20)))).isInstanceOf(BadAnswerException.class);
    }

    @Test
    void silenceEndsTheStream() throws IOException {
        try (var out = new PipedOutputStream();
                var source = new EventSource(new WatchedStream(new ClosablePipe(out), Duration.ofMillis(50)), 100)) {
            out.write("data: a\n\n".getBytes(StandardCharsets.UTF_8));
            assertThat(source.next()).contains("a");
            assertThatThrownBy(source::next).isInstanceOf(IOException.class).hasMessage("nothing came for 50 ms");
        }
    }

    /** A pipe whose reader wakes when it is closed, as the bodies of the JDK's HTTP client do. */
    private static final class ClosablePipe extends PipedInputStream {

        private volatile boolean closed;

        ClosablePipe(PipedOutputStream out) throws IOException {
            super(out);
        }

        @Override
        public synchronized int read(byte[] buffer, int offset, int length) throws IOException {
            try {
                while (available() == 0) {
                    if (closed) {
                        throw new IOException("closed");
                    }
                    wait(10);
                }
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
            return super.read(buffer, offset, Math.min(length, available()));
        }

        @Override
        public void close() {
            closed = true;
        }
    }
}
