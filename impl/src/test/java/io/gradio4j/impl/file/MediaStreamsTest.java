package io.gradio4j.impl.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gradio4j.FileData;
import io.gradio4j.GradioException;
import io.gradio4j.MediaSegment;
import io.gradio4j.impl.fixtures.Loudspeaker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MediaStreamsTest {

    private static final long MOST = 1_000;

    @TempDir
    private Path folder;
    private AppFiles files = newFiles(Path.of("."));
    private MediaStreams streams = files.streams();

    private static AppFiles newFiles(Path folder) {
        return new AppFiles(new FileSettings(Optional.of(folder.resolve("cache")), List.of(), List.of(folder.resolve("secret")), OptionalLong.empty(),
                MOST), List.of(), List.of(), Optional.empty());
    }

    @BeforeEach
    void open() {
        files = newFiles(folder);
        streams = files.streams();
    }

    private static MediaSegment piece(int bytes) {
        return MediaSegment.of(new byte[bytes], MediaSegment.Format.MP3, Duration.ofMillis(500), "audio-stream.mp3");
    }

    private Optional<Path> playlist(FileData file) {
        var parts = file.path().split("/");
        return streams.playlist(parts[0], parts[1], parts[2]);
    }

    private Path streamsFolder() {
        return folder.resolve("cache/.streams");
    }

    @Test
    void whoIsOverTakesNoMorePieces() {
        var run = streams.run("page");
        run.add(7, "", piece(10));
        run.end();

        assertThatThrownBy(() -> run.add(7, "", piece(10))).isInstanceOf(CancellationException.class);
    }

    @Test
    void eachOutputHasAStreamOfItsOwn() throws IOException {
        var run = streams.run("page");
        var one = run.add(7, "http://h/app", piece(10));
        var two = run.add(8, "http://h/app", piece(20));

        assertThat(one.url()).isEqualTo("http://h/app/gradio_api/stream/" + one.path());
        assertThat(Files.readString(playlist(one).orElseThrow())).contains("#EXTINF:0.500,").doesNotContain("DISCONTINUITY");
        assertThat(playlist(two)).isPresent().isNotEqualTo(playlist(one));
        assertThat(run.playing(9, "")).isEmpty();
    }

    @Test
    void aSessionHasSoMuchRoomAndItsOldStreamsMakeWay() {
        var old = streams.run("page");
        var oldFile = old.add(1, "", piece(600));
        old.end();
        var other = streams.run("other");
        other.add(1, "", piece(900));
        var run = streams.run("page");

        var file = run.add(1, "", piece(700));

        assertThat(playlist(oldFile)).as("made way").isEmpty();
        assertThat(playlist(file)).isPresent();
        assertThatThrownBy(() -> run.add(1, "", piece(301))).isInstanceOf(GradioException.class).hasMessageContaining("room");
        assertThat(run.add(1, "", piece(300))).isEqualTo(file);
    }

    @Test
    void streamsAreDeletedWithTheirSession() {
        var running = streams.run("page");
        var file = running.add(1, "", piece(10));
        var other = streams.run("other").add(1, "", piece(10));

        streams.forget("page");

        assertThat(playlist(file)).isEmpty();
        assertThatThrownBy(() -> running.add(1, "", piece(10))).isInstanceOf(CancellationException.class);
        assertThat(playlist(other)).isPresent();
        files.close();
        assertThat(streamsFolder()).isEmptyDirectory();
    }

    @Test
    void whatAKilledProcessLeftIsDeletedAfterAWeek() throws IOException {
        for (var age : List.of(1, 8)) {
            var run = Files.createDirectories(streamsFolder().resolve("session" + age + "/4711/1"));
            Files.writeString(run.resolve("playlist.m3u8"), "");
            Files.setLastModifiedTime(run.getParent(), FileTime.from(Instant.now().minus(Duration.ofDays(age))));
        }

        streams.run("page").add(1, "", piece(10));

        assertThat(streamsFolder().resolve("session8")).doesNotExist();
        assertThat(streamsFolder().resolve("session1")).exists();
    }

    @Test
    void theWholeIsMadeOnceTheStreamIsOver() throws IOException {
        var run = streams.run("page");
        run.add(1, "", MediaSegment.of("ab".getBytes(), MediaSegment.Format.TS, Duration.ofSeconds(1), "clip.mp4"));
        var file = run.add(1, "", MediaSegment.of("c".getBytes(), MediaSegment.Format.TS, Duration.ofSeconds(1), "clip.mp4"));
        var playlist = playlist(file).orElseThrow();
        assertThat(streams.whole(playlist, new Loudspeaker())).isEmpty();

        run.end();

        var whole = streams.whole(playlist, new Loudspeaker()).orElseThrow();
        assertThat(whole).hasFileName("clip.ts").hasContent("abc");
        assertThat(streams.whole(playlist, new Loudspeaker())).contains(whole);
    }

    @Test
    void filesThatMayNotLeaveTheServerAreNoPieces() throws IOException {
        var secret = Files.writeString(Files.createDirectories(folder.resolve("secret")).resolve("a.mp3"), "secret");
        var open = Files.writeString(folder.resolve("b.mp3"), "open");
        var run = streams.run("page");

        assertThatThrownBy(() -> run.add(1, "", MediaSegment.of(secret, MediaSegment.Format.MP3, Duration.ofSeconds(1), "a.mp3")))
                .isInstanceOf(IllegalArgumentException.class);

        var file = run.add(1, "", MediaSegment.of(open, MediaSegment.Format.MP3, Duration.ofSeconds(1), "b.mp3"));
        run.end();
        assertThat(streams.whole(playlist(file).orElseThrow(), new Loudspeaker()).orElseThrow()).hasContent("open");
        assertThat(open).as("copied, not moved").exists();
    }

    @ParameterizedTest
    @ValueSource(strings = {"..", ".", "", "x", "-1", "1/1", "00000000000000000"})
    void oddNumbersFindNothing(String number) {
        var file = streams.run("page").add(1, "", piece(10)).path().split("/");

        assertThat(streams.playlist("page", number, "1")).isEmpty();
        assertThat(streams.playlist("page", file[1], number)).isEmpty();
        assertThat(streams.playlist("..", file[1], "1")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"playlist.m3u8", "name", "../name", "..", "", "whole", "00000000-0000-0000-0000-000000000000.mp3"})
    void otherNamesAreNoPieces(String name) {
        var file = streams.run("page").add(1, "", piece(10)).path().split("/");

        assertThat(streams.piece("page", file[1], "1", name)).isEmpty();
    }
}
