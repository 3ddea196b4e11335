package io.gradio4j;

import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A component that plays what a handler gives while the handler still makes more of it. Where {@link #isStreaming} is true and the handler
 * gives several values, each of them becomes one piece of a stream, in place of the component's {@code postprocess}. The page gets the
 * address of a playlist (HLS), once; pieces are added to the playlist as they come, and it ends with the handler, however that ends. A
 * value of null adds nothing.
 *
 * <p>A handler that returns one value, and a call past the queue, have no stream: their values go through {@code postprocess}.
 *
 * {@snippet :
 * public boolean isStreaming() {
 *     return property("streaming").orElse(false).equals(true);
 * }
 *
 * public MediaSegment segment(byte[] mp3, Conversion conversion) {
 *     return MediaSegment.of(mp3, MediaSegment.Format.MP3, Mp3.duration(mp3), "audio-stream.mp3");
 * }
 * }
 *
 * @param <T> what a handler gives
 */
public interface HasMediaStream<T> {

    /** Whether it plays streams: its property {@code streaming}. */
    boolean isStreaming();

    /**
     * Turns a value into a piece of the stream.
     *
     * @param value what the handler gave
     * @param conversion for values that are files
     * @return the piece; all pieces of a stream have one format
     */
    MediaSegment segment(T value, Conversion conversion);

    /**
     * The component's value in the browser while a stream plays.
     *
     * @param playlist the playlist, with {@code is_stream}
     * @return the same for each piece; by default the playlist's file object alone
     */
    default JsonValue playing(FileData playlist) {
        return playlist.json();
    }

    /**
     * Makes one file of a stream that is over, for downloads. By default the pieces are written one after the other, which is right for all
     * formats but WAV.
     *
     * @param pieces all of them, in order
     * @param name the name that the last piece had for a download
     * @param out gets the file; it stays open
     * @return the file's name, whose extension tells what it is; by default {@code name} with the extension of the pieces
     * @throws IOException if reading or writing fails
     */
    default String join(List<Path> pieces, String name, OutputStream out) throws IOException {
        for (var piece : pieces) {
            Files.copy(piece, out);
        }
        var extension = pieces.getFirst().getFileName().toString();
        return name.replaceFirst("\\.[^.]*$", "") + extension.substring(extension.lastIndexOf('.'));
    }
}
