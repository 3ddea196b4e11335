package io.gradio4j.war;

import static io.gradio4j.war.Caller.API;
import static io.gradio4j.war.Caller.json;
import static io.gradio4j.war.Caller.newSession;
import static io.gradio4j.war.Program.TARGET;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files over HTTP: uploaded, handed to a function, shown and loaded again, in the order of Gradio's clients. */
class FilesIT {

    private static final String SVG = "<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>";

    @TempDir
    static Path folder;
    private static Program program;
    private static Caller app;

    @BeforeAll
    static void start() throws Exception {
        Files.writeString(Files.createDirectories(folder.resolve("static")).resolve("logo.svg"), SVG);
        Files.writeString(Files.createDirectories(folder.resolve("allowed")).resolve("page.html"), "<p>hello</p>");
        Files.writeString(Files.createDirectories(folder.resolve("allowed/blocked")).resolve("no.txt"), "no");
        Files.writeString(folder.resolve("secret.txt"), "secret");
        program = start("main", Map.of("GRADIO_ALLOWED_PATHS", folder.resolve("allowed") + ", " + folder.resolve("other"),
                "GRADIO_BLOCKED_PATHS", folder.resolve("allowed/blocked").toString(), "FILES_STATIC", folder.resolve("static").toString(),
                "GRADIO_ROOT_PATH", ""));
        app = new Caller(program.url());
    }

    private static Program start(String name, Map<String, String> environment, String... options) throws IOException {
        var all = new HashMap<>(Map.of("XDG_CACHE_HOME", folder.resolve("unpacked").toString(), "GRADIO_APP", "FilesApp",
                "GRADIO_PLUGINS", TARGET.resolve("fixtures").toString(), "GRADIO_TEMP_DIR", folder.resolve(name).toString()));
        all.putAll(environment);
        var arguments = new java.util.ArrayList<>(List.of(options));
        arguments.addAll(List.of("-jar", TARGET.resolve("gradio4j.war").toString()));
        return Program.start(arguments, all);
    }

    @AfterAll
    static void stop() {
        app.close();
        program.close();
    }

    private static HttpResponse<String> upload(Caller app, String query, String... namesAndContents) throws Exception {
        var body = new StringBuilder();
        for (var i = 0; i < namesAndContents.length; i += 2) {
            body.append("--xx\r\nContent-Disposition: form-data; name=\"files\"; filename=\"").append(namesAndContents[i])
                    .append("\"\r\nContent-Type: application/octet-stream\r\n\r\n").append(namesAndContents[i + 1]).append("\r\n");
        }
        return app.send("POST", API + "upload" + query, BodyPublishers.ofString(body.append("--xx--\r\n").toString()), "Content-Type",
                "multipart/form-data; boundary=xx");
    }

    private static String uploaded(String name, String content) throws Exception {
        var answer = upload(app, "", name, content);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json(answer.body()).asJsonArray().getString(0);
    }

    private static JsonObject file(String path) {
        return Json.createObjectBuilder().add("path", path).add("orig_name", "x").add("meta", Json.createObjectBuilder().add("_type", "gradio.FileData")).build();
    }

    private static String encoded(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20").replace("%2F", "/");
    }

    private static HttpResponse<String> load(String name, String... headers) throws Exception {
        return app.get(API + "file=" + encoded(name), headers);
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    @Test
    void fileGoesTheWayOfTheClients() throws Exception {
        var name = uploaded("a file é.txt", "hello upload");
        assertThat(name).matches("[0-9a-f]{64}/a file é\\.txt");
        var session = newSession();
        app.join(session, "roundtrip", file(name));

        JsonObject result;
        try (var stream = app.stream(session)) {
            result = stream.await("process_completed").getJsonObject("output").getJsonArray("data").getJsonObject(0);
        }
        assertThat(result.getString("path")).isEqualTo(name);
        assertThat(result.getString("url")).isEqualTo(app.base() + API + "file=" + name);
        assertThat(result.getInt("size")).isEqualTo(12);

        var loaded = app.get(API + "file=" + encoded(name));
        assertThat(loaded.body()).isEqualTo("hello upload");
        assertThat(header(loaded, "Content-Type").replace(" ", "").toLowerCase()).isEqualTo("text/plain;charset=utf-8");
        assertThat(header(loaded, "Content-Disposition")).isEqualTo("inline; filename=\"a file _.txt\"; filename*=utf-8''a%20file%20%C3%A9.txt");
        assertThat(app.get(API + "file/" + encoded(name)).body()).isEqualTo("hello upload");
    }

    @Test
    void clientOfGradioWorksUnchanged() throws Exception {
        NodeTests.run("files.test.mjs", program.url(), 9, folder.resolve("node.log"));
    }

    @Test
    void severalFilesKeepTheirOrder() throws Exception {
        var names = json(upload(app, "", "b.txt", "b", "a.txt", "a", "b.txt", "b").body()).asJsonArray();

        assertThat(names).hasSize(3);
        assertThat(names.getString(0)).endsWith("/b.txt").isEqualTo(names.getString(2));
        assertThat(names.getString(1)).endsWith("/a.txt");
    }

    @Test
    void handlersFileIsLoadedFromItsUrl() throws Exception {
        var result = app.run("make").asJsonObject();

        assertThat(result.getString("orig_name")).isEqualTo("hello world é.txt");
        assertThat(load(result.getString("path")).body()).isEqualTo("hello");
    }

    @Test
    void initialFileIsInTheConfigUnderTheAddressOfTheClient() throws Exception {
        for (var host : List.of("127.0.0.1", "localhost")) {
            try (var client = new Caller(URI.create("http://" + host + ":" + app.base().getPort() + "/"))) {
                var start = client.config().getJsonArray("components").getValuesAs(JsonObject.class).stream().map(c -> c.getJsonObject("props"))
                        .filter(p -> p.getString("label", "").equals("Start")).findFirst().orElseThrow().getJsonObject("value");
                assertThat(start.getString("url")).startsWith("http://" + host + ":").endsWith("/start.txt");
                assertThat(load(start.getString("path")).body()).isEqualTo("initial");
                assertThat(client.get("").body()).contains(start.getString("url"));
            }
        }
    }

    @Test
    void pageOnAWebSocketGetsPaths() throws Exception {
        var session = newSession();
        try (var socket = app.socket(session, "")) {
            socket.join("1", "make");
            var result = socket.until("process_completed").getLast().getJsonObject("output").getJsonArray("data").getJsonObject(0);
            assertThat(result.getString("url")).isEqualTo("/" + API + "file=" + result.getString("path"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/etc/passwd", "../secret.txt", "secret.txt", "file:///etc/passwd", "https://example.org/x",
        "0000000000000000000000000000000000000000000000000000000000000000/x.txt"})
    void onlyUploadedFilesAreInputs(String path) throws Exception {
        var answer = app.post(API + "run/size", Json.createObjectBuilder().add("data", Json.createArrayBuilder().add(file(path))).build().toString());

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(json(answer.body()).asJsonObject().getString("error")).contains(path);
        var event = app.post(API + "run/removed", Json.createObjectBuilder().add("data", JsonValue.EMPTY_JSON_ARRAY)
                .add("event_data", file(path)).build().toString());
        assertThat(event.statusCode()).isEqualTo(path.startsWith("https:") ? 200 : 500);
    }

    @Test
    void allowedFilesAreNoInputsEither() throws Exception {
        var answer = app.post(API + "run/size", Json.createObjectBuilder().add("data", Json.createArrayBuilder()
                .add(file(folder.resolve("allowed/page.html").toString()))).build().toString());

        assertThat(answer.body()).contains("was not uploaded by a user");
    }

    @Test
    void fileMayComeWithinTheValue() throws Exception {
        assertThat(app.run("size", file("data:text/plain;base64,aGVsbG8="))).isEqualTo(json("\"x 5\""));
        assertThat(app.run("size", JsonValue.NULL)).isEqualTo(json("\"none\""));
    }

    @Test
    void handlerMayGiveAllowedFilesAndNoOthers() throws Exception {
        var allowed = app.run("give", folder.resolve("allowed/page.html").toString()).asJsonObject();
        assertThat(load(allowed.getString("path")).body()).isEqualTo("<p>hello</p>");

        for (var path : List.of("/etc/passwd", folder.resolve("allowed/blocked/no.txt").toString(), folder.resolve("nothing").toString())) {
            var answer = app.post(API + "run/give", Json.createObjectBuilder().add("data", Json.createArrayBuilder().add(path)).build().toString());
            assertThat(answer.statusCode()).isEqualTo(500);
            assertThat(answer.body()).contains(path);
        }
    }

    @Test
    void staticFileIsShownWhereItIsButDoesNotRun() throws Exception {
        var logo = app.run("give", folder.resolve("static/logo.svg").toString()).asJsonObject();
        var loaded = load(logo.getString("path"));

        assertThat(loaded.body()).isEqualTo(SVG);
        assertThat(header(loaded, "Content-Type")).isEqualTo("image/svg+xml");
        assertThat(header(loaded, "Content-Disposition")).startsWith("inline");
        assertThat(header(loaded, "Content-Security-Policy")).startsWith("sandbox;").doesNotContain("allow-scripts");
        assertThat(header(loaded, "Cache-Control")).isEqualTo("no-cache");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x.svg", "x.html", "x.xhtml", "x.xml", "x.js", "x.pdf", "x.txt.html", "x"})
    void whatAUserSentNeverRunsOnOurOrigin(String name) throws Exception {
        var loaded = load(uploaded(name, SVG));

        assertThat(header(loaded, "Content-Type")).isEqualTo("application/octet-stream");
        assertThat(header(loaded, "Content-Disposition")).isEqualTo("attachment; filename=\"" + name + "\"");
        assertThat(header(loaded, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(loaded, "Content-Security-Policy")).startsWith("sandbox; default-src 'none'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/etc/passwd", "nothing.txt", "secret.txt", "..", ".seed", "C:/x", "http://127.0.0.1/x", "https://example.org/a.png",
        "0000000000000000000000000000000000000000000000000000000000000000/x.txt", "con", "a:b", "a%b"})
    void otherFilesAreRefusedWhetherTheyExistOrNot(String name) throws Exception {
        for (var route : List.of("file=", "file/")) {
            var path = name.equals("..") ? "%252e%252e" : encoded(name).replace("//", "/");
            var shown = name.equals("..") ? "%2e%2e" : name.replace("//", "/");
            var answer = app.get(API + route + path);
            if (answer.statusCode() == 400) {
                // The server itself wants none of this.
                assertThat(answer.body()).doesNotContain("root:");
                continue;
            }
            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(json(answer.body()).asJsonObject().getString("detail")).isEqualTo("File not allowed: " + shown + ".");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            bytes=0-0      | 206 | 0          | bytes 0-0/10
            bytes=2-4      | 206 | 234        | bytes 2-4/10
            bytes=7-       | 206 | 789        | bytes 7-9/10
            bytes=7-99     | 206 | 789        | bytes 7-9/10
            bytes=-2       | 206 | 89         | bytes 8-9/10
            bytes=10-      | 416 | ''         | bytes */10
            bytes=5-2      | 200 | 0123456789 | ''
            bytes=x        | 200 | 0123456789 | ''
            """)
    void partsOfAFileAreSent(String range, int status, String body, String contentRange) throws Exception {
        var answer = load(uploaded("digits.txt", "0123456789"), "Range", range);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(header(answer, "Content-Range")).isEqualTo(contentRange);
        assertThat(header(answer, "Accept-Ranges")).isEqualTo("bytes");
        if (status != 416) {
            assertThat(answer.body()).isEqualTo(body);
        }
    }

    @Test
    void severalPartsComeInOneBody() throws Exception {
        var answer = load(uploaded("digits.txt", "0123456789"), "Range", "bytes=0-1,8-");

        assertThat(answer.statusCode()).isEqualTo(206);
        var boundary = header(answer, "Content-Type").replaceAll("multipart/byteranges; ?boundary=", "");
        assertThat(answer.body().replace(boundary, "B")).isEqualToIgnoringCase("--B\r\nContent-Type: text/plain;charset=utf-8\r\nContent-Range: bytes 0-1/10\r\n\r\n01"
                + "\r\n--B\r\nContent-Type: text/plain;charset=utf-8\r\nContent-Range: bytes 8-9/10\r\n\r\n89\r\n--B--\r\n");
        assertThat(header(answer, "Content-Length")).isEqualTo(String.valueOf(answer.body().length()));
    }

    @Test
    void clientThatHasTheFileIsToldSo() throws Exception {
        var name = uploaded("digits.txt", "0123456789");
        var first = load(name);
        var etag = header(first, "ETag");

        assertThat(header(first, "Cache-Control")).contains("private").contains("immutable");
        assertThat(load(name, "If-None-Match", etag).statusCode()).isEqualTo(304);
        assertThat(load(name, "If-Match", "\"x\"").statusCode()).isEqualTo(412);
        assertThat(load(name, "Range", "bytes=0-1", "If-Range", etag).statusCode()).isEqualTo(206);
        assertThat(load(name, "Range", "bytes=0-1", "If-Range", "\"x\"").statusCode()).isEqualTo(200);
    }

    @Test
    void headIsTheSameWithoutABody() throws Exception {
        var name = uploaded("digits.txt", "0123456789");
        var head = app.send("HEAD", API + "file=" + encoded(name), BodyPublishers.noBody());

        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(header(head, "Content-Length")).isEqualTo("10");
        assertThat(header(head, "ETag")).isEqualTo(header(load(name), "ETag"));
    }

    @Test
    void uploadThatIsNoneIsRefused() throws Exception {
        var json = app.post(API + "upload", "{\"a\": 1}");
        assertThat(json.statusCode()).isEqualTo(400);
        assertThat(json.body()).isEqualTo("{\"detail\":\"Invalid content type.\"}");

        assertThat(upload(app, "").body()).isEqualTo("[]");
        assertThat(upload(app, "", "..", "x").body()).isEqualTo("{\"detail\":\"Invalid file name: ..\"}");
        var noBoundary = app.send("POST", API + "upload", BodyPublishers.noBody(), "Content-Type", "multipart/form-data");
        assertThat(noBoundary.statusCode()).isEqualTo(400);
        assertThat(noBoundary.body()).isEqualTo("Missing boundary in multipart.");
        assertThat(app.send("POST", API + "upload", BodyPublishers.noBody(), "Content-Type", "multipart/form-data; boundary=xx", "Origin",
                "http://evil.example").statusCode()).isEqualTo(403);
        assertNothingIsLeft("main");
    }

    private static void assertNothingIsLeft(String name) {
        Awaitility.await().untilAsserted(() -> assertThat(folder.resolve(name).resolve(".parts")).isEmptyDirectory());
    }

    @Test
    void progressIsFollowed() throws Exception {
        var following = CompletableFuture.supplyAsync(() -> {
            try (var stream = EventStream.open(app.http(), URI.create(app.base() + API + "upload_progress?upload_id=abc"))) {
                return stream.next() + "\n" + stream.next();
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        upload(app, "?upload_id=abc", "big.txt", "x".repeat(100));

        assertThat(following.get(20, TimeUnit.SECONDS)).isEqualTo("{\"msg\":\"update\",\"orig_name\":\"big.txt\",\"chunk_size\":100}\n{\"msg\":\"done\"}");
    }

    @Test
    void unknownUploadIsNotFound() throws Exception {
        var answer = app.get(API + "upload_progress?upload_id=unknown");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).isEqualTo("Upload not found");
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
