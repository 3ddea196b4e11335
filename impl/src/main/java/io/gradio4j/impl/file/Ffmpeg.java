package io.gradio4j.impl.file;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.lang.System.Logger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The programs ffmpeg and ffprobe, where the machine has them. What they read comes from strangers: they open films only, and nothing that a
 * film may name; they work for a limited time, on one film at a time. Safe for use by many threads.
 */
public final class Ffmpeg {

    private static final Logger LOG = System.getLogger(Ffmpeg.class.getName());
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration TURN = Duration.ofSeconds(30);
    /** Twice the picture of the largest screens, in pixels. */
    private static final String LARGEST = "67108864";

    private final Path ffmpeg;
    private final Path ffprobe;
    private final Semaphore free = new Semaphore(1);

    private Ffmpeg(Path ffmpeg, Path ffprobe) {
        this.ffmpeg = ffmpeg;
        this.ffprobe = ffprobe;
    }

    /**
     * Looks for the programs.
     *
     * @param folders where to look, as in the environment's {@code PATH}
     * @return empty if one of them is not there
     */
    public static Optional<Ffmpeg> find(String folders) {
        return program(folders, "ffmpeg").flatMap(ffmpeg -> program(folders, "ffprobe").map(ffprobe -> new Ffmpeg(ffmpeg, ffprobe)));
    }

    private static Optional<Path> program(String folders, String name) {
        return Stream.of(folders.split(File.pathSeparator)).filter(folder -> !folder.isEmpty())
                .flatMap(folder -> Stream.of(Path.of(folder, name), Path.of(folder, name + ".exe"))).filter(Files::isExecutable).findFirst();
    }

    /**
     * Changes a film.
     *
     * @param draft the film: MP4, QuickTime, WebM or Matroska
     * @param film what to do
     * @return the changed film as MP4 (H.264, AAC), which whoever asked deletes; empty if ffmpeg did not do it in time
     */
    public Optional<Path> edit(Draft draft, Film film) {
        var source = draft.file();
        var target = source.resolveSibling(source.getFileName() + ".mp4");
        var done = false;
        try {
            if (!free.tryAcquire(TURN.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.log(Logger.Level.WARNING, "A recording is given back as it is: others were worked on for {0} s", TURN.toSeconds());
                return Optional.empty();
            }
            try {
                done = edit(source, target, film);
            } finally {
                free.release();
            }
            return done ? Optional.of(target) : Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            if (!done) {
                delete(target);
            }
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.log(Logger.Level.WARNING, () -> "The film " + file + " could not be deleted", e);
        }
    }

    private boolean edit(Path source, Path target, Film film) throws IOException, InterruptedException {
        var size = film.zooms().isEmpty() ? Optional.of("") : size(source);
        if (size.isEmpty()) {
            return false;
        }
        var command = new ArrayList<>(List.of(ffmpeg.toString(), "-nostdin", "-y", "-v", "error", "-max_pixels", LARGEST));
        command.addAll(harmless());
        command.addAll(List.of("-i", source.toString(), "-map", "0:v:0", "-map", "0:a:0?", "-vf", film.pictures(size.get()), "-af", film.sound(),
                "-c:v", "libx264", "-preset", "veryfast", "-pix_fmt", "yuv420p", "-c:a", "aac", "-movflags", "+faststart",
                "-abort_on", "empty_output", "-f", "mp4", target.toString()));
        return run(command, Redirect.DISCARD);
    }

    /** No playlists, lists of files or other formats that name further files or addresses. */
    private static List<String> harmless() {
        return List.of("-protocol_whitelist", "file", "-format_whitelist", "mov,matroska");
    }

    /** Width and height of the pictures; empty if it is no film. */
    private Optional<String> size(Path source) throws IOException, InterruptedException {
        var answer = Files.createTempFile(source.getParent(), "size", ".txt");
        try {
            var command = new ArrayList<>(List.of(ffprobe.toString(), "-v", "error"));
            command.addAll(harmless());
            command.addAll(List.of("-select_streams", "v:0", "-show_entries", "stream=width,height", "-of", "csv=p=0:s=x", source.toString()));
            return run(command, Redirect.to(answer.toFile()))
                    ? Optional.of(Files.readString(answer, StandardCharsets.UTF_8).strip()).filter(s -> s.matches("\\d{1,5}x\\d{1,5}")) : Optional.empty();
        } finally {
            Files.delete(answer);
        }
    }

    private static boolean run(List<String> command, Redirect output) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command).redirectOutput(output).redirectError(Redirect.DISCARD).start();
        try {
            var ended = process.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            if (!ended || process.exitValue() != 0) {
                LOG.log(Logger.Level.DEBUG, "{0} {1}", command, ended ? "ended with " + process.exitValue() : "took too long");
            }
            return ended && process.exitValue() == 0;
        } finally {
            process.destroyForcibly();
        }
    }
}
