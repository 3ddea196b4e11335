package io.gradio4j.war;

import static io.gradio4j.war.Caller.API;
import static io.gradio4j.war.Caller.newSession;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Sound that comes and goes piece by piece, with the app of the plugin {@code speaker}. */
interface MediaContract extends Served {

    /** A quarter of a second of 16-bit samples, 8000 a second, and their header. */
    int NOTE = 4_044;
    String LAST = "#EXT-X-ENDLIST";

    static JsonObject value(JsonObject message) {
        return message.getJsonObject("output").getJsonArray("data").getJsonObject(0);
    }

    private String playlist(String path) throws Exception {
        var answer = app().get(API + "stream/" + path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/vnd.apple.mpegurl");
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
        return answer.body();
    }

    private static List<String> pieces(String playlist) {
        return playlist.lines().filter(line -> !line.startsWith("#")).toList();
    }

    /** Lets the tune go on. */
    default void nextNote() throws Exception {
        next(app());
    }

    static void next(Caller app) throws Exception {
        assertThat(app.post(API + "run/next", "{\"data\":[]}").statusCode()).isEqualTo(200);
    }

    @Test
    default void playlistGrowsWithTheHandlerAndEndsWithIt() throws Exception {
        var session = newSession();
        app().join(session, "play");
        try (var stream = app().stream(session)) {
            var file = value(stream.await("process_generating"));
            var path = file.getString("path");
            assertThat(path).matches(session + "/[0-9]+/[0-9]+/playlist.m3u8");
            assertThat(file.getString("url")).isEqualTo(app().base() + API + "stream/" + path);
            assertThat(file.getBoolean("is_stream")).isTrue();
            assertThat(file.getString("orig_name")).isEqualTo("audio-stream.wav");
            var first = playlist(path);
            assertThat(first).startsWith("#EXTM3U\n").contains("\n#EXTINF:0.250,\n").doesNotContain(LAST);
            var folder = API + "stream/" + path.substring(0, path.lastIndexOf('/') + 1);
            assertThat(app().get(folder + "playlist-file").statusCode()).as("while it plays").isEqualTo(409);

            nextNote();
            await().until(() -> pieces(playlist(path)).size() == 2);
            nextNote();
            nextNote();
            var last = stream.await("process_completed");
            assertThat(value(last)).isEqualTo(file);
            var whole = playlist(path);
            assertThat(whole).endsWith(LAST + "\n");
            assertThat(pieces(whole)).hasSize(3).startsWith(pieces(first).getFirst());
            for (var piece : pieces(whole)) {
                var answer = app().bytes(folder + piece);
                assertThat(answer.headers().firstValue("Content-Type")).hasValue("audio/wav");
                assertThat(answer.body()).hasSize(NOTE).startsWith(0x52, 0x49, 0x46, 0x46);
            }
            var download = app().bytes(folder + "playlist-file");
            assertThat(download.body()).hasSize(3 * (NOTE - 44) + 44);
            assertThat(download.headers().firstValue("Content-Type")).hasValue("audio/wav");
            var part = app().bytes(folder + "playlist-file", "Range", "bytes=0-3");
            assertThat(part.statusCode()).isEqualTo(206);
            assertThat(new String(part.body(), StandardCharsets.US_ASCII)).isEqualTo("RIFF");
        }
    }

    @Test
    default void playlistEndsWhenTheHandlerFailsOrIsCancelled() throws Exception {
        var session = newSession();
        app().join(session, "breaks");
        try (var stream = app().stream(session)) {
            var path = value(stream.await("process_generating")).getString("path");
            assertThat(stream.await("process_completed").getBoolean("success")).isFalse();
            assertThat(playlist(path)).endsWith(LAST + "\n");
        }
        var other = newSession();
        var id = app().join(other, "play");
        try (var stream = app().stream(other)) {
            var path = value(stream.await("process_generating")).getString("path");
            app().cancel(other, "play", id);
            stream.await("process_completed");
            assertThat(playlist(path)).endsWith(LAST + "\n");
        }
    }

    @Test
    default void cachedExamplePlaysForEachWhoChoosesIt() throws Exception {
        for (var example = 0; example < 2; example++) {
            var session = newSession();
            app().join(session, "load_example", example);
            try (var stream = app().stream(session)) {
                var playlist = playlist(value(stream.await("process_completed")).getString("path"));
                assertThat(pieces(playlist)).hasSize(example + 2);
                assertThat(playlist).endsWith(LAST + "\n");
            }
        }
    }

    @Test
    default void oneValueIsAFile() throws Exception {
        assertThat(app().run("one").asJsonObject().getBoolean("is_stream")).isFalse();
    }

    @Test
    default void whatIsNoStreamIsNotFound() throws Exception {
        var session = newSession();
        app().join(session, "breaks");
        String path;
        try (var stream = app().stream(session)) {
            path = value(stream.await("process_generating")).getString("path");
            stream.await("process_completed");
        }
        var parts = path.split("/");
        var folder = API + "stream/" + parts[0] + "/" + parts[1] + "/" + parts[2] + "/";
        for (var unknown : List.of(API + "stream/nobody/" + parts[1] + "/" + parts[2] + "/playlist.m3u8", API + "stream/" + session + "/1/"
                + parts[2] + "/playlist.m3u8", API + "stream/" + session + "/" + parts[1] + "/99/playlist-file", folder + "x.aac", API + "stream/playlist.m3u8",
                folder + "00000000-0000-0000-0000-000000000000.wav")) {
            assertThat(app().get(unknown).statusCode()).as(unknown).isEqualTo(404);
        }
        for (var odd : List.of("name", "x.html", "x")) {
            var answer = app().get(folder + odd);
            assertThat(answer.statusCode() + answer.body()).isEqualTo("400{\"detail\":\"Unsupported file extension\"}");
        }
    }

    private static ByteBuffer frame(String json, byte[] content) {
        var head = json.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(Integer.BYTES + head.length + content.length).putInt(head.length).put(head).put(content).flip();
    }

    private static String file(int size) {
        return ",\"data\":[null],\"files\":[{\"index\":0,\"name\":\"audio.wav\",\"mime_type\":\"audio/wav\",\"size\":" + size + "}]}";
    }

    @Test
    default void recordingComesInBinaryFrames() throws Exception {
        try (var page = app().socket(newSession(), "")) {
            page.next();
            page.send(frame("{\"type\":\"join\",\"id\":\"a\",\"fn_index\":" + app().function("hear") + file(5), new byte[5]));
            var first = page.until("process_streaming").getLast();
            assertThat(first.getJsonObject("output").getJsonArray("data").getString(0)).isEqualTo("5 bytes");
            var event = "{\"type\":\"stream\",\"event_id\":\"" + first.getString("event_id") + "\"";
            page.send(frame(event + file(100_000), new byte[100_000]));
            assertThat(page.until("process_streaming").getLast().getJsonObject("output").getJsonArray("data").getString(0)).isEqualTo("100000 bytes");
            page.send(event + "}");
            assertThat(page.until("process_completed").getLast().getJsonObject("output").getJsonArray("data").getString(0)).isEqualTo("100000 bytes");
        }
    }

    @Test
    default void recordingIsUploadedWhereThereIsNoSocket() throws Exception {
        var session = newSession();
        var uploaded = FileRequests.uploaded(app(), "audio.wav", "1234567");
        var id = app().join(session, "hear", Caller.json("{\"path\":\"" + uploaded + "\",\"orig_name\":\"audio.wav\",\"is_stream\":true,"
                + "\"meta\":{\"_type\":\"gradio.FileData\"}}"));
        try (var stream = app().stream(session)) {
            assertThat(stream.await("process_streaming").getJsonObject("output").getJsonArray("data").getString(0)).isEqualTo("7 bytes");
            assertThat(app().post(API + "stream/" + id + "/close", "").body()).isEqualTo("{\"msg\":\"success\"}");
            assertThat(stream.await("process_completed").getBoolean("success")).isTrue();
        }
    }

    @Test
    default void recordingMayComeInDataUrls() throws Exception {
        var session = newSession();
        var piece = "{\"path\":null,\"url\":\"data:audio/wav;base64,AAAA\",\"orig_name\":null,\"mime_type\":null,\"size\":null,\"is_stream\":true,"
                + "\"meta\":{\"_type\":\"gradio.FileData\"}}";
        var id = app().join(session, "hear", Caller.json(piece));
        try (var stream = app().stream(session)) {
            assertThat(stream.await("process_streaming").getJsonObject("output").getJsonArray("data").getString(0)).isEqualTo("3 bytes");
            var answer = app().post(API + "stream/" + id, "{\"data\":[" + piece.replace("AAAA", "AAAAAAAA") + "],\"event_data\":null,\"fn_index\":0,"
                    + "\"trigger_id\":null,\"session_hash\":\"" + session + "\"}");
            assertThat(answer.body()).isEqualTo("{\"msg\":\"success\"}");
            assertThat(stream.await("process_streaming").getJsonObject("output").getJsonArray("data").getString(0)).isEqualTo("6 bytes");
            app().post(API + "stream/" + id + "/close", "");
            assertThat(stream.await("process_completed").getJsonObject("output").getJsonArray("data").getString(0)).isEqualTo("6 bytes");
        }
    }

    @Test
    default void pieceThatIsNoneEndsItsConnection() throws Exception {
        for (var bad : List.of(ByteBuffer.allocate(0), ByteBuffer.allocate(3), ByteBuffer.allocate(4).putInt(-1).flip(),
                ByteBuffer.allocate(4).putInt(Integer.MAX_VALUE).flip(), frame("{}", new byte[1]), frame("{\"type\":\"stream\"" + file(9), new byte[8]))) {
            try (var page = app().socket(newSession(), "")) {
                page.next();
                page.send(bad);
                assertThat(page.closed()).isEqualTo(1003);
            }
        }
    }

    @Test
    default void pieceForAnotherSessionsEventIsPassedOver() throws Exception {
        var session = newSession();
        var id = app().join(session, "hear", JsonValue.NULL);
        try (var stream = app().stream(session); var stranger = app().socket(newSession(), "")) {
            stream.await("process_streaming");
            stranger.next();
            stranger.send(frame("{\"type\":\"stream\",\"event_id\":\"" + id + "\"" + file(5), new byte[5]));
            stranger.join("a", "one");
            stranger.until("process_completed");
            app().post(API + "stream/" + id + "/close", "");
            assertThat(stream.await("process_completed").getJsonObject("output").getJsonArray("data").getString(0)).isEqualTo("0 bytes");
        }
    }
}
