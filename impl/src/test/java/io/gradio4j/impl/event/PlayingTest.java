package io.gradio4j.impl.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.gradio4j.Blocks;
import io.gradio4j.FileData;
import io.gradio4j.LaunchOptions;
import io.gradio4j.Updates;
import io.gradio4j.impl.app.Settings;
import io.gradio4j.impl.file.MediaStreams;
import io.gradio4j.impl.fixtures.Field;
import io.gradio4j.impl.fixtures.Loudspeaker;
import io.gradio4j.impl.fixtures.Press;
import io.gradio4j.impl.json.Jsons;
import io.gradio4j.impl.message.Message;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlayingTest {

    private static final String END = "#EXT-X-ENDLIST";

    @TempDir
    private Path folder;
    private final Gate gate = new Gate();
    private final Press go = new Press("Go");
    private final Field field = new Field("Field");
    private final Loudspeaker out = new Loudspeaker();
    private Stage stage = new Stage(Blocks.of());

    @BeforeEach
    void open() {
        go.onClick().outputs(out).apiName("three").stream(() -> Stream.of("a", "bbb", "cc"));
        go.onClick().outputs(out).apiName("gap").stream(() -> Stream.of("a", "", "b").map(text -> text.isEmpty() ? null : text));
        go.onClick().outputs(out).apiName("once").run(() -> "a");
        go.onClick().outputs(out).apiName("fails").emit(sink -> {
            sink.next("a");
            throw new IllegalStateException("broken");
        });
        go.onClick().outputs(out).apiName("waits").emit(sink -> {
            sink.next("a");
            gate.enter();
            sink.next("b");
        });
        go.onClick().outputs(out, field).apiName("silenced").stream(() -> Stream.of(Updates.of(out, "a").and(field, "1"),
                Updates.of(new Loudspeaker().streaming(false).as(out)), Updates.of(out, "b")));
        go.onClick().outputs(out).apiName("cached").cached().stream(() -> Stream.of("a", "b"));
        stage = new Stage(Blocks.of(go, field, out), Settings.from(new LaunchOptions(),
                name -> Optional.of(folder.toString()).filter(f -> name.equals("GRADIO_TEMP_DIR"))));
    }

    @AfterEach
    void close() {
        gate.letGo(100);
        stage.close();
    }

    private MediaStreams streams() {
        return stage.app.files().streams();
    }

    private static FileData file(String data) {
        return FileData.from(Jsons.read(data).asJsonArray().getFirst());
    }

    private Path playlistOf(FileData file) {
        var parts = file.path().split("/");
        assertThat(parts).hasSize(4).startsWith("page").endsWith("playlist.m3u8");
        assertThat(file.url()).isEqualTo("/gradio_api/stream/" + file.path());
        assertThat(file.isStream()).isTrue();
        assertThat(file.name()).isEqualTo("video.mp4");
        return streams().playlist(parts[0], parts[1], parts[2]).orElseThrow();
    }

    private static List<String> lines(Path playlist) throws IOException {
        return Files.readAllLines(playlist);
    }

    @Test
    void eachValueIsAPieceAndTheValueStaysTheSame() throws Exception {
        var messages = stage.run("three", "[]");

        var data = Stage.data(messages);
        assertThat(data.subList(1, 3)).containsOnly("[[]]");
        assertThat(data.getLast()).isEqualTo(data.getFirst());
        var playlist = playlistOf(file(data.getFirst()));
        var lines = lines(playlist);
        assertThat(lines.subList(0, 5)).containsExactly("#EXTM3U", "#EXT-X-PLAYLIST-TYPE:EVENT", "#EXT-X-TARGETDURATION:3", "#EXT-X-VERSION:4",
                "#EXT-X-MEDIA-SEQUENCE:0");
        assertThat(lines.subList(5, 15)).filteredOn(line -> line.startsWith("#")).containsExactly("#EXTINF:1.000,", "#EXT-X-DISCONTINUITY",
                "#EXTINF:3.000,", "#EXT-X-DISCONTINUITY", "#EXTINF:2.000,", "#EXT-X-DISCONTINUITY", END);
        assertThat(lines).filteredOn(line -> !line.startsWith("#")).allMatch(line -> line.matches("[0-9a-f-]{36}\\.ts"))
                .extracting(line -> Files.readString(playlist.resolveSibling(line))).containsExactly("a", "bbb", "cc");
    }

    @Test
    void nullAddsNothing() throws Exception {
        var messages = stage.run("gap", "[]");

        assertThat(lines(playlistOf(file(Stage.data(messages).getLast())))).filteredOn(line -> line.startsWith("#EXTINF")).hasSize(2);
    }

    @Test
    void oneValueIsNoStream() {
        assertThat(Stage.data(stage.run("once", "[]"))).containsExactly("[\"whole a\"]");
        assertThat(Stage.data(stage.queue.direct(stage.session, stage.endpoint("three"), Stage.input("[]")).output().orElseThrow()))
                .isEqualTo("[\"whole a\"]");
    }

    @Test
    void theStreamGrowsWhileTheHandlerRunsAndEndsWhenItIsCancelled() throws Exception {
        var event = stage.join("waits", "[]");
        await().until(() -> gate.inside() == 1);
        stage.heard();
        var playlist = playlistOf(file(Stage.data(stage.of(event)).getFirst()));
        assertThat(lines(playlist)).doesNotContain(END).filteredOn(line -> line.endsWith(".ts")).hasSize(1);

        stage.queue.cancel("page", event);

        assertThat(lines(playlist)).endsWith(END);
    }

    @Test
    void theStreamEndsWhenTheHandlerFails() throws Exception {
        var messages = stage.run("fails", "[]");

        assertThat(messages.getLast()).isInstanceOf(Message.Failed.class);
        assertThat(lines(playlistOf(file(Stage.data(messages).getFirst())))).endsWith(END);
    }

    @Test
    void handlersMaySwitchTheStreamOff() {
        var data = Stage.data(stage.run("silenced", "[]"));

        assertThat(data.getFirst()).contains("playlist.m3u8").endsWith(",\"1\"]");
        assertThat(data.getLast()).startsWith("[\"whole b\",");
    }

    @Test
    void streamsAreNotRemembered() {
        var first = Stage.data(stage.run("cached", "[]")).getLast();
        var second = Stage.data(stage.run("cached", "[]")).getLast();

        assertThat(first).contains("playlist.m3u8");
        assertThat(second).contains("playlist.m3u8").isNotEqualTo(first);
    }
}
