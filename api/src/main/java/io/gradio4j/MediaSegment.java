package io.gradio4j;

import java.nio.file.Path;
import java.time.Duration;

/**
 * A piece of sound or picture that plays by itself, and is played after the pieces before it.
 *
 * @param content what it plays
 * @param format how that is written
 * @param duration how long it plays, more than nothing
 * @param name the name that a download of the whole stream has, with an extension, such as {@code audio-stream.mp3}
 */
public record MediaSegment(Content content, Format format, Duration duration, String name) {

    /** Where the bytes are. */
    public sealed interface Content {
    }

    /**
     * They are here.
     *
     * @param bytes all of them; not copied
     */
    public record Bytes(byte[] bytes) implements Content {
    }

    /**
     * They are in a file, which is copied. It must be one that may leave the server, see {@link Conversion#publish(Path)}.
     *
     * @param path an existing file
     */
    public record Stored(Path path) implements Content {
    }

    /** How sound and picture are written, so that one piece can follow another. */
    public enum Format {
        /** Sound: AAC with ADTS headers. */
        AAC("aac", "audio/aac"),
        /** Sound: MP3. */
        MP3("mp3", "audio/mpeg"),
        /** Sound without compression, each piece with its own header. Not every player of playlists takes it. */
        WAV("wav", "audio/wav"),
        /** Picture and sound: an MPEG transport stream. */
        TS("ts", "video/MP2T");

        private final String extension;
        private final String mediaType;

        Format(String extension, String mediaType) {
            this.extension = extension;
            this.mediaType = mediaType;
        }

        /** The extension of its files, without the dot. */
        public String extension() {
            return extension;
        }

        /** Its media type. */
        public String mediaType() {
            return mediaType;
        }
    }

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if it plays for no time at all
     */
    public MediaSegment {
        if (!duration.isPositive()) {
            throw new IllegalArgumentException("A piece of a stream must play for some time, not for " + duration);
        }
    }

    /**
     * A piece that is in memory.
     *
     * @param bytes all of it
     * @param format how it is written
     * @param duration how long it plays
     * @param name the name of a download
     * @return the piece
     */
    public static MediaSegment of(byte[] bytes, Format format, Duration duration, String name) {
        return new MediaSegment(new Bytes(bytes), format, duration, name);
    }

    /**
     * A piece that is a file.
     *
     * @param file an existing file that may leave the server
     * @param format how it is written
     * @param duration how long it plays
     * @param name the name of a download
     * @return the piece
     */
    public static MediaSegment of(Path file, Format format, Duration duration, String name) {
        return new MediaSegment(new Stored(file), format, duration, name);
    }
}
