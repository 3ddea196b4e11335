package io.gradio4j.impl.file;

import io.gradio4j.GradioException;
import io.gradio4j.MediaSegment;
import java.io.IOException;
import java.lang.System.Logger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.UUID;

/** One stream on disk: pieces, and a playlist (RFC 8216) that names those that are complete. Used by one thread at a time. */
final class MediaStream {

    static final String END = "#EXT-X-ENDLIST\n";
    /** The file with the name of a download. */
    static final String NAME = "name";

    private static final Logger LOG = System.getLogger(MediaStream.class.getName());
    /** Some hours of pieces of a second. A playlist is sent as a whole each time. */
    private static final int MOST = 20_000;

    private final Path folder;
    private final StringBuilder pieces = new StringBuilder();
    private int count;
    private long longest = 1;
    private String downloadName = "";

    MediaStream(Path folder) {
        this.folder = folder;
    }

    /** Writes a new file. */
    interface Writer {
        void to(Path file) throws IOException;
    }

    void add(MediaSegment segment, Writer writer) throws IOException {
        if (count == MOST) {
            throw new GradioException("A stream cannot have more than " + MOST + " pieces.");
        }
        count++;
        var name = UUID.randomUUID() + "." + segment.format().extension();
        writer.to(folder.resolve(name));
        var seconds = segment.duration().toNanos() / 1e9;
        longest = Math.max(longest, (long) Math.ceil(seconds));
        pieces.append(String.format(Locale.ROOT, "#EXTINF:%.3f,\n", seconds)).append(name).append('\n');
        if (segment.format() == MediaSegment.Format.TS) {
            pieces.append("#EXT-X-DISCONTINUITY\n");
        }
        if (!segment.name().equals(downloadName)) {
            downloadName = segment.name();
            replace(NAME, downloadName);
        }
        publish("");
    }

    /** The name of a download, as the last piece had it. */
    String downloadName() {
        return downloadName;
    }

    void end() {
        try {
            publish(END);
        } catch (IOException e) {
            LOG.log(Logger.Level.WARNING, () -> "The end of the stream " + folder + " could not be written", e);
        }
    }

    private void publish(String end) throws IOException {
        replace(MediaStreams.PLAYLIST, "#EXTM3U\n#EXT-X-PLAYLIST-TYPE:EVENT\n#EXT-X-TARGETDURATION:" + longest
                + "\n#EXT-X-VERSION:4\n#EXT-X-MEDIA-SEQUENCE:0\n" + pieces + end);
    }

    /** Nobody reads half of it. */
    private void replace(String name, String text) throws IOException {
        var part = folder.resolve(name + ".part");
        Files.writeString(part, text);
        Files.move(part, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
