package io.gradio4j.war;

import static io.gradio4j.war.Caller.API;
import static io.gradio4j.war.Caller.json;
import static io.gradio4j.war.FileRequests.upload;
import static io.gradio4j.war.Program.TARGET;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files on the embedded server: what {@link FilesContract} says, and what is large or takes its time. */
class FilesIT implements FilesContract {

    @TempDir
    static Path folder;
    @AutoClose
    private static Program program;
    @AutoClose
    private static Caller app;
    private static FileTree tree;

    @BeforeAll
    static void start() throws Exception {
        tree = FileTree.in(folder);
        program = start("cache", tree.settings());
        app = new Caller(program.url());
    }

    private static Program start(String name, Map<String, String> environment, String... options) throws IOException {
        var all = new HashMap<>(environment);
        all.putAll(Map.of("XDG_CACHE_HOME", folder.resolve("unpacked").toString(), "GRADIO_APP", "FilesApp", "GRADIO_ROOT_PATH", "",
                "GRADIO_PLUGINS", TARGET.resolve("fixtures").toString(), "GRADIO_TEMP_DIR", folder.resolve(name).toString()));
        var arguments = new ArrayList<>(List.of(options));
        arguments.addAll(List.of("-jar", TARGET.resolve("gradio4j.war").toString()));
        return Program.start(arguments, all);
    }

    @Override
    public Caller files() {
        return app;
    }

    @Override
    public FileTree tree() {
        return tree;
    }

    private static void assertNothingIsLeft(String name) {
        Awaitility.await().untilAsserted(() -> assertThat(folder.resolve(name).resolve(".parts")).isEmptyDirectory());
    }

    @Test
    void limitIsInTheConfigAndKept() throws Exception {
        try (var limited = start("limited", Map.of("GRADIO_MAX_FILE_SIZE", "10kb")); var client = new Caller(limited.url())) {
            assertThat(client.config().getInt("max_file_size")).isEqualTo(10_240);
            assertThat(upload(client, "", "a.txt", "x".repeat(10_240)).statusCode()).isEqualTo(200);

            var large = upload(client, "?upload_id=x", "ok.txt", "ok", "a.txt", "x".repeat(50_000));
            assertThat(large.statusCode()).isEqualTo(413);
            assertThat(large.body()).isEqualTo("File size exceeded maximum allowed size of 10240 bytes.");
            assertNothingIsLeft("limited");
            try (var files = Files.walk(folder.resolve("limited"))) {
                assertThat(files.filter(f -> f.endsWith("ok.txt"))).isEmpty();
            }
        }
    }

    @Test
    void filesOfTheAppAreDeletedWhenItSaysSo() throws Exception {
        try (var deleting = start("deleting", Map.of("FILES_DELETE", "300")); var client = new Caller(deleting.url())) {
            var name = json(upload(client, "", "a.txt", "x").body()).asJsonArray().getString(0);
            assertThat(folder.resolve("deleting").resolve(name)).exists();

            Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(folder.resolve("deleting").resolve(name)).doesNotExist());
            var start = client.config().getJsonArray("components").getValuesAs(JsonObject.class).stream().map(c -> c.getJsonObject("props").get("value"))
                    .filter(JsonObject.class::isInstance).map(v -> ((JsonString) v.asJsonObject().get("path")).getString()).findFirst().orElseThrow();
            assertThat(folder.resolve("deleting").resolve(start)).exists();
        }
    }

    /** Sends a file of zeros, made as they are sent. */
    private static String uploadZeros(Caller app, long size) throws IOException {
        var head = "--xx\r\nContent-Disposition: form-data; name=\"files\"; filename=\"zeros.bin\"\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
        var end = "\r\n--xx--\r\n".getBytes(StandardCharsets.US_ASCII);
        var connection = (HttpURLConnection) URI.create(app.base() + API + "upload").toURL().openConnection();
        connection.setRequestMethod("POST");
        connection.setRequestProperty("Content-Type", "multipart/form-data; boundary=xx");
        connection.setDoOutput(true);
        connection.setFixedLengthStreamingMode(head.length + size + end.length);
        var zeros = new byte[1 << 20];
        try (var out = connection.getOutputStream()) {
            out.write(head);
            for (var i = 0L; i < size; i += zeros.length) {
                out.write(zeros);
            }
            out.write(end);
        }
        assertThat(connection.getResponseCode()).isEqualTo(200);
        return new String(connection.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    @Test
    void gigabyteIsTakenAndGivenWithAHeapOfAnEighthOfIt() throws Exception {
        var size = 1L << 30;
        try (var small = start("small", Map.of(), "-Xmx128m"); var client = new Caller(small.url())) {
            var started = System.nanoTime();
            var answer = uploadZeros(client, size);
            var uploaded = System.nanoTime();
            var name = json(answer).asJsonArray().getString(0);
            assertThat(folder.resolve("small").resolve(name)).hasSize(size);

            var loaded = client.http().send(java.net.http.HttpRequest.newBuilder(URI.create(client.base() + API + "file=" + name)).build(),
                    java.net.http.HttpResponse.BodyHandlers.ofInputStream());
            assertThat(count(loaded.body())).isEqualTo(size);
            var downloaded = System.nanoTime();
            assertThat(Duration.ofNanos(downloaded - started)).isLessThan(Duration.ofSeconds(30));
            System.getLogger(FilesIT.class.getName()).log(System.Logger.Level.INFO, "1 GB: upload {0} MB/s, download {1} MB/s",
                    1024_000_000_000L / (uploaded - started), 1024_000_000_000L / (downloaded - uploaded));
            assertThat(small.log()).doesNotContain("OutOfMemory");
        } finally {
            try (var files = Files.walk(folder.resolve("small"))) {
                for (var file : files.filter(Files::isRegularFile).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private static long count(InputStream in) throws IOException {
        try (in) {
            var buffer = new byte[64 << 10];
            var total = 0L;
            for (var count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                total += count;
            }
            return total;
        }
    }
}
