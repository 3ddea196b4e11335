package io.gradio4j.impl.file;

import io.gradio4j.FileData;
import io.gradio4j.MediaSegment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.locks.ReentrantLock;

/** The streams of one event: at most one for each output. They begin with their first pieces and end together. Safe for use by many threads. */
public final class MediaRun {

    private final MediaStreams streams;
    private final String session;
    private final long number;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<Integer, MediaStream> outputs = new HashMap<>();
    private volatile long size;
    private volatile boolean over;

    MediaRun(MediaStreams streams, String session, long number) {
        this.streams = streams;
        this.session = session;
        this.number = number;
    }

    String session() {
        return session;
    }

    /** Its number, which cannot be guessed. */
    long number() {
        return number;
    }

    /** How many bytes its pieces have. */
    long size() {
        return size;
    }

    void grow(long bytes) {
        size += bytes;
    }

    boolean isOver() {
        return over;
    }

    /**
     * Adds a piece.
     *
     * @param component the number of the output
     * @param root the address of the app as the client knows it
     * @return what the client plays
     * @throws CancellationException if the event is over
     * @throws StorageException if the disk does not take it
     * @throws io.gradio4j.GradioException if there is no room for it
     * @throws IllegalArgumentException if it is a file that may not leave the server
     */
    public FileData add(int component, String root, MediaSegment segment) {
        lock.lock();
        try {
            if (over) {
                throw new CancellationException("The event is over");
            }
            var place = streams.folder(this).resolve(Integer.toString(component));
            try {
                write(component, place, segment);
            } catch (IOException e) {
                throw streams.failure(place, e);
            }
            return playing(component, root).orElseThrow();
        } finally {
            lock.unlock();
        }
    }

    private void write(int component, Path place, MediaSegment segment) throws IOException {
        switch (segment.content()) {
            case MediaSegment.Bytes(byte[] bytes) -> {
                streams.reserve(this, bytes.length);
                stream(component, place).add(segment, file -> Files.write(file, bytes));
            }
            case MediaSegment.Stored(Path path) -> {
                var source = streams.readable(path);
                streams.reserve(this, Files.size(source));
                stream(component, place).add(segment, file -> Files.copy(source, file));
            }
        }
    }

    private MediaStream stream(int component, Path place) throws IOException {
        var known = outputs.get(component);
        if (known != null) {
            return known;
        }
        Files.createDirectories(place);
        var stream = new MediaStream(place);
        outputs.put(component, stream);
        return stream;
    }

    /** What the client plays; empty before the first piece. */
    public Optional<FileData> playing(int component, String root) {
        lock.lock();
        try {
            return Optional.ofNullable(outputs.get(component))
                    .map(stream -> MediaStreams.described(this, component, root, stream.downloadName()));
        } finally {
            lock.unlock();
        }
    }

    /** No more pieces come: the playlists say so. */
    public void end() {
        lock.lock();
        try {
            if (!over) {
                over = true;
                outputs.values().forEach(MediaStream::end);
            }
        } finally {
            lock.unlock();
        }
    }

    void delete() {
        lock.lock();
        try {
            MediaStreams.delete(streams.folder(this));
        } finally {
            lock.unlock();
        }
    }
}
