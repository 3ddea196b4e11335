package io.gradio4j.war;

import static io.gradio4j.war.Caller.API;
import static io.gradio4j.war.Caller.json;
import static io.gradio4j.war.Program.TARGET;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Films of the screen are cut and zoomed with the machine's ffmpeg. */
class RecordingsIT {

    private static final String ROUTE = API + "process_recording";

    @TempDir
    static Path folder;
    @AutoClose
    private static Program program;
    @AutoClose
    private static Caller app;
    private static byte[] film;

    /** Four seconds: red on the left, blue on the right, and a tone. */
    @BeforeAll
    static void start() throws Exception {
        var file = folder.resolve("film.webm");
        run("ffmpeg", "-v", "error", "-f", "lavfi", "-i", "color=red:size=160x240:rate=25:duration=4", "-f", "lavfi", "-i",
                "color=blue:size=160x240:rate=25:duration=4", "-f", "lavfi", "-i", "sine=duration=4", "-filter_complex", "hstack=inputs=2",
                "-c:v", "libvpx", "-c:a", "libopus", file.toString());
        film = Files.readAllBytes(file);
        program = start("cache", Map.of("GRADIO_MAX_FILE_SIZE", "1mb"));
        app = new Caller(program.url());
    }

    private static Program start(String name, Map<String, String> environment) throws IOException {
        var all = new HashMap<>(environment);
        all.putAll(Map.of("XDG_CACHE_HOME", folder.resolve("unpacked").toString(), "GRADIO_APP", "HelloApp", "GRADIO_ROOT_PATH", "",
                "GRADIO_PLUGINS", TARGET.resolve("fixtures").toString(), "GRADIO_TEMP_DIR", folder.resolve(name).toString()));
        return Program.start(List.of("-jar", TARGET.resolve("gradio4j.war").toString()), all);
    }

    @AfterEach
    void nothingIsLeft() {
        assertThat(folder.resolve("cache/.parts")).isEmptyDirectory();
    }

    private static String run(String... command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(String.join(" ", command)).isZero();
        return output.strip();
    }

    /** Sends a film and fields: names and texts in turn. */
    private static HttpResponse<byte[]> process(Caller app, byte[] film, String... fields) throws IOException, InterruptedException {
        var body = new ByteArrayOutputStream();
        for (var i = 0; i < fields.length; i += 2) {
            body.writeBytes(("--xx\r\nContent-Disposition: form-data; name=\"" + fields[i] + "\"\r\n\r\n" + fields[i + 1] + "\r\n").getBytes(
                    StandardCharsets.UTF_8));
        }
        body.writeBytes("--xx\r\nContent-Disposition: form-data; name=\"video\"; filename=\"x.webm\"\r\n\r\n".getBytes(StandardCharsets.UTF_8));
        body.writeBytes(film);
        body.writeBytes("\r\n--xx--\r\n".getBytes(StandardCharsets.UTF_8));
        return app.bytes(BodyPublishers.ofByteArray(body.toByteArray()), ROUTE, "Content-Type", "multipart/form-data; boundary=xx");
    }

    private static Path saved(HttpResponse<byte[]> answer) throws IOException {
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(FileRequests.header(answer, "Content-Type")).isEqualTo("video/mp4");
        assertThat(FileRequests.header(answer, "Content-Disposition")).isEqualTo("attachment; filename=\"gradio-screen-recording.mp4\"");
        return Files.write(folder.resolve("answer.mp4"), answer.body());
    }

    private static String probed(Path file, String stream, String entries) throws Exception {
        return run("ffprobe", "-v", "error", "-select_streams", stream, "-show_entries", entries, "-of", "csv=p=0", file.toString());
    }

    private static double seconds(Path file) throws Exception {
        return Double.parseDouble(probed(file, "v:0", "format=duration"));
    }

    @Test
    void filmLosesItsFirstHalfSecondAndIsOneForEveryPlayer() throws Exception {
        var file = saved(process(app, film));
        assertThat(seconds(file)).isCloseTo(3.5, within(0.15));
        assertThat(probed(file, "v:0", "stream=codec_name,width,height,r_frame_rate")).isEqualTo("h264,320,240,30/1");
        assertThat(probed(file, "a:0", "stream=codec_name")).isEqualTo("aac");
    }

    @Test
    void stretchIsCutOut() throws Exception {
        assertThat(seconds(saved(process(app, film, "remove_segment_start", "1", "remove_segment_end", "2.5")))).isCloseTo(2, within(0.15));
    }

    @Test
    void filmComesCloserToAPartAndGoesBack() throws Exception {
        var file = saved(process(app, film, "zoom_effects", """
                [{"boundingBox":{"topLeft":[0.6,0.3],"bottomRight":[0.9,0.6]},"start_frame":30,"duration":2}]"""));
        assertThat(leftEdge(file, "0.1")).as("before").isEqualTo("red");
        assertThat(leftEdge(file, "1.5")).as("at 2 s of the recording").isEqualTo("blue");
        assertThat(leftEdge(file, "3.2")).as("after").isEqualTo("red");
    }

    private static String leftEdge(Path file, String second) throws Exception {
        var picture = folder.resolve("picture.png");
        run("ffmpeg", "-v", "error", "-y", "-ss", second, "-i", file.toString(), "-frames:v", "1", picture.toString());
        var pixel = ImageIO.read(picture.toFile()).getRGB(10, 120);
        return (pixel >> 16 & 0xff) > (pixel & 0xff) ? "red" : "blue";
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "[{}]", "{\"a\":1}", "[1]", "[[[[", "[{\"boundingBox\":{\"topLeft\":[-1,0],\"bottomRight\":[9,1]},\"start_frame\":0,\"duration\":1}]",
        "[{\"boundingBox\":{\"topLeft\":[0,0],\"bottomRight\":[1,1]},\"start_frame\":0,\"duration\":1e99}]"})
    void zoomsThatMakeNoSenseAreLeftOut(String zooms) throws Exception {
        assertThat(seconds(saved(process(app, film, "zoom_effects", zooms)))).isCloseTo(3.5, within(0.15));
    }

    @ParameterizedTest
    @CsvSource({"1,''", "'',2", "2,1", "-1,2", "x,y", "NaN,2", "0,Infinity"})
    void stretchWithoutTwoTimesIsRefused(String start, String end) throws Exception {
        var answer = process(app, film, "remove_segment_start", start, "remove_segment_end", end);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(new String(answer.body(), StandardCharsets.UTF_8)).contains("'" + start + "' and '" + end + "'");
    }

    /** A playlist names other files, a list of files too; pictures and sound alone are no films of a screen. */
    @Test
    void whatIsNoFilmComesBackAsItWas() throws Exception {
        var secret = Files.write(folder.resolve("secret.webm"), film);
        var texts = new ArrayList<byte[]>();
        for (var text : List.of("no film at all", "#EXTM3U\n#EXT-X-TARGETDURATION:4\n#EXTINF:4,\nfile://" + secret + "\n#EXT-X-ENDLIST\n",
                "ffconcat version 1.0\nfile '" + secret + "'\n", "")) {
            texts.add(text.getBytes(StandardCharsets.UTF_8));
        }
        for (var content : texts) {
            var answer = process(app, content);
            saved(answer);
            assertThat(answer.body()).isEqualTo(content);
        }
    }

    @Test
    void withoutFfmpegTheFilmComesBackAsItWas() throws Exception {
        try (var bare = start("bare", Map.of("PATH", folder.toString())); var client = new Caller(bare.url())) {
            assertThat(process(client, film).body()).isEqualTo(film);
        }
    }

    @Test
    void badRequestsAreRefused() throws Exception {
        assertThat(app.post(ROUTE, "{}").statusCode()).isEqualTo(400);
        assertThat(json(app.post(ROUTE, "{}").body())).isEqualTo(json("{\"detail\":\"Invalid content type.\"}"));
        var none = app.send("POST", ROUTE, BodyPublishers.ofString("--xx\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nb\r\n--xx--\r\n"),
                "Content-Type", "multipart/form-data; boundary=xx");
        assertThat(none.statusCode()).isEqualTo(400);
        assertThat(json(none.body())).isEqualTo(json("{\"detail\":\"No video file provided\"}"));
        assertThat(process(app, new byte[1_100_000]).statusCode()).isEqualTo(413);
        var many = new String[22];
        Arrays.fill(many, "a");
        assertThat(process(app, film, many).statusCode()).as("eleven fields").isEqualTo(400);
        assertThat(app.get(ROUTE).statusCode()).isEqualTo(405);
    }
}
