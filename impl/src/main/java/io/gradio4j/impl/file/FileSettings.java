package io.gradio4j.impl.file;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What an operator decides about files.
 *
 * @param cache the folder for uploaded and produced files; empty for {@code gradio} in the directory for temporary files
 * @param allowed what may be read by everybody
 * @param blocked what never leaves the server
 * @param maxFileSize the largest file that may be uploaded, in bytes
 * @param maxStreams how many bytes the streams may have that handlers give one page
 */
public record FileSettings(Optional<Path> cache, List<Path> allowed, List<Path> blocked, OptionalLong maxFileSize, long maxStreams) {

    /** A day of sound, an hour of picture. */
    public static final long MAX_STREAMS = 1L << 30;

    /** The defaults. */
    public static final FileSettings DEFAULTS = new FileSettings(Optional.empty(), List.of(), List.of(), OptionalLong.empty(), MAX_STREAMS);

    /** The folder for uploaded and produced files. */
    Path cacheFolder() {
        return cache.orElseGet(() -> temporary().resolve("gradio"));
    }

    static Path temporary() {
        return Path.of(System.getProperty("java.io.tmpdir"));
    }

    static Path working() {
        return Path.of("").toAbsolutePath();
    }
}
