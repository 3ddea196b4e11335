package io.gradio4j.war;

import static io.gradio4j.war.Caller.API;
import static io.gradio4j.war.Caller.json;
import static io.gradio4j.war.Caller.newSession;
import static io.gradio4j.war.FileRequests.encoded;
import static io.gradio4j.war.FileRequests.file;
import static io.gradio4j.war.FileRequests.header;
import static io.gradio4j.war.FileRequests.load;
import static io.gradio4j.war.FileRequests.upload;
import static io.gradio4j.war.FileRequests.uploaded;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files over HTTP: uploaded, handed to a function, shown and loaded again, in the order of Gradio's clients. Alike on every server. */
interface FilesContract {

    /** A client of {@code FilesApp}. */
    Caller files();

    /** The folders that the app was started with. */
    FileTree tree();

    @Test
    default void fileGoesTheWayOfTheClients() throws Exception {
        var name = uploaded(files(), "a file é.txt", "hello upload");
        assertThat(name).matches("[0-9a-f]{64}/a file é\\.txt");
        var session = newSession();
        files().join(session, "roundtrip", file(name));

        JsonObject result;
        try (var stream = files().stream(session)) {
            result = stream.await("process_completed").getJsonObject("output").getJsonArray("data").getJsonObject(0);
        }
        assertThat(result.getString("path")).isEqualTo(name);
        assertThat(result.getString("url")).isEqualTo(files().base() + API + "file=" + name);
        assertThat(result.getInt("size")).isEqualTo(12);

        var loaded = files().get(API + "file=" + encoded(name));
        assertThat(loaded.body()).isEqualTo("hello upload");
        assertThat(header(loaded, "Content-Type").replace(" ", "").toLowerCase()).isEqualTo("text/plain;charset=utf-8");
        assertThat(header(loaded, "Content-Disposition")).isEqualTo("inline; filename=\"a file _.txt\"; filename*=utf-8''a%20file%20%C3%A9.txt");
        assertThat(files().get(API + "file/" + encoded(name)).body()).isEqualTo("hello upload");
    }

    @Test
    default void clientOfGradioWorksUnchanged() throws Exception {
        NodeTests.run("files.test.mjs", files().base(), 9, Path.of("target/node-files.log"));
    }

    @Test
    default void severalFilesKeepTheirOrder() throws Exception {
        var names = json(upload(files(), "", "b.txt", "b", "a.txt", "a", "b.txt", "b").body()).asJsonArray();

        assertThat(names).hasSize(3);
        assertThat(names.getString(0)).endsWith("/b.txt").isEqualTo(names.getString(2));
        assertThat(names.getString(1)).endsWith("/a.txt");
    }

    @Test
    default void handlersFileIsLoadedFromItsUrl() throws Exception {
        var result = files().run("make").asJsonObject();

        assertThat(result.getString("orig_name")).isEqualTo("hello world é.txt");
        assertThat(load(files(), result.getString("path")).body()).isEqualTo("hello");
    }

    @Test
    default void initialFileIsInTheConfigUnderTheAddressOfTheClient() throws Exception {
        for (var host : List.of("127.0.0.1", "localhost")) {
            try (var client = new Caller(URI.create("http://" + host + ":" + files().base().getPort() + files().base().getPath()))) {
                var start = client.config().getJsonArray("components").getValuesAs(JsonObject.class).stream().map(c -> c.getJsonObject("props"))
                        .filter(p -> p.getString("label", "").equals("Start")).findFirst().orElseThrow().getJsonObject("value");
                assertThat(start.getString("url")).startsWith("http://" + host + ":").endsWith("/start.txt");
                assertThat(load(files(), start.getString("path")).body()).isEqualTo("initial");
                assertThat(client.get("").body()).contains(start.getString("url"));
            }
        }
    }

    @Test
    default void pageOnAWebSocketGetsPaths() throws Exception {
        var session = newSession();
        try (var socket = files().socket(session, "")) {
            socket.join("1", "make");
            var result = socket.until("process_completed").getLast().getJsonObject("output").getJsonArray("data").getJsonObject(0);
            assertThat(result.getString("url")).isEqualTo(files().base().getPath() + API + "file=" + result.getString("path"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/etc/passwd", "../secret.txt", "secret.txt", "file:///etc/passwd", "https://example.org/x",
        "0000000000000000000000000000000000000000000000000000000000000000/x.txt"})
    default void onlyUploadedFilesAreInputs(String path) throws Exception {
        var answer = files().post(API + "run/size", Json.createObjectBuilder().add("data", Json.createArrayBuilder().add(file(path))).build().toString());

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(json(answer.body()).asJsonObject().getString("error")).contains(path);
        var event = files().post(API + "run/removed", Json.createObjectBuilder().add("data", JsonValue.EMPTY_JSON_ARRAY)
                .add("event_data", file(path)).build().toString());
        assertThat(event.statusCode()).isEqualTo(path.startsWith("https:") ? 200 : 500);
    }

    @Test
    default void allowedFilesAreNoInputsEither() throws Exception {
        var answer = files().post(API + "run/size", Json.createObjectBuilder().add("data", Json.createArrayBuilder()
                .add(file(tree().folder().resolve("allowed/page.html").toString()))).build().toString());

        assertThat(answer.body()).contains("was not uploaded by a user");
    }

    @Test
    default void fileMayComeWithinTheValue() throws Exception {
        assertThat(files().run("size", file("data:text/plain;base64,aGVsbG8="))).isEqualTo(json("\"x 5\""));
        assertThat(files().run("size", JsonValue.NULL)).isEqualTo(json("\"none\""));
    }

    @Test
    default void handlerMayGiveAllowedFilesAndNoOthers() throws Exception {
        var allowed = files().run("give", tree().folder().resolve("allowed/page.html").toString()).asJsonObject();
        assertThat(load(files(), allowed.getString("path")).body()).isEqualTo("<p>hello</p>");

        for (var path : List.of("/etc/passwd", tree().folder().resolve("allowed/blocked/no.txt").toString(), tree().folder().resolve("nothing").toString())) {
            var answer = files().post(API + "run/give", Json.createObjectBuilder().add("data", Json.createArrayBuilder().add(path)).build().toString());
            assertThat(answer.statusCode()).isEqualTo(500);
            assertThat(answer.body()).contains(path);
        }
    }

    @Test
    default void staticFileIsShownWhereItIsButDoesNotRun() throws Exception {
        var logo = files().run("give", tree().folder().resolve("static/logo.svg").toString()).asJsonObject();
        var loaded = load(files(), logo.getString("path"));

        assertThat(loaded.body()).isEqualTo(FileTree.SVG);
        assertThat(header(loaded, "Content-Type")).isEqualTo("image/svg+xml");
        assertThat(header(loaded, "Content-Disposition")).startsWith("inline");
        assertThat(header(loaded, "Content-Security-Policy")).startsWith("sandbox;").doesNotContain("allow-scripts");
        assertThat(header(loaded, "Cache-Control")).isEqualTo("no-cache");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x.svg", "x.html", "x.xhtml", "x.xml", "x.js", "x.pdf", "x.txt.html", "x"})
    default void whatAUserSentNeverRunsOnOurOrigin(String name) throws Exception {
        var loaded = load(files(), uploaded(files(), name, FileTree.SVG));

        assertThat(header(loaded, "Content-Type")).isEqualTo("application/octet-stream");
        assertThat(header(loaded, "Content-Disposition")).isEqualTo("attachment; filename=\"" + name + "\"");
        assertThat(header(loaded, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(loaded, "Content-Security-Policy")).startsWith("sandbox; default-src 'none'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/etc/passwd", "nothing.txt", "secret.txt", "..", ".seed", "C:/x", "http://127.0.0.1/x", "https://example.org/a.png",
        "0000000000000000000000000000000000000000000000000000000000000000/x.txt", "con", "a:b", "a%b"})
    default void otherFilesAreRefusedWhetherTheyExistOrNot(String name) throws Exception {
        for (var route : List.of("file=", "file/")) {
            var path = name.equals("..") ? "%252e%252e" : encoded(name).replace("//", "/");
            var shown = name.equals("..") ? "%2e%2e" : name.replace("//", "/");
            var answer = files().get(API + route + path);
            if (answer.statusCode() == 400 || answer.statusCode() == 503) {
                // The server itself wants none of this; with 503 Payara refuses colons.
                assertThat(answer.body()).doesNotContain("root:");
                continue;
            }
            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(json(answer.body()).asJsonObject().getString("detail")).isIn("File not allowed: " + shown + ".",
                    "File not allowed: " + shown.replaceFirst("^/", "") + ".");
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
    default void partsOfAFileAreSent(String range, int status, String body, String contentRange) throws Exception {
        var answer = load(files(), uploaded(files(), "digits.txt", "0123456789"), "Range", range);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(header(answer, "Content-Range")).isEqualTo(contentRange);
        assertThat(header(answer, "Accept-Ranges")).isEqualTo("bytes");
        if (status != 416) {
            assertThat(answer.body()).isEqualTo(body);
        }
    }

    @Test
    default void severalPartsComeInOneBody() throws Exception {
        var answer = load(files(), uploaded(files(), "digits.txt", "0123456789"), "Range", "bytes=0-1,8-");

        assertThat(answer.statusCode()).isEqualTo(206);
        var boundary = header(answer, "Content-Type").replaceAll("multipart/byteranges; ?boundary=", "");
        assertThat(answer.body().replace(boundary, "B")).isEqualToIgnoringCase("--B\r\nContent-Type: text/plain;charset=utf-8\r\nContent-Range: bytes 0-1/10\r\n\r\n01"
                + "\r\n--B\r\nContent-Type: text/plain;charset=utf-8\r\nContent-Range: bytes 8-9/10\r\n\r\n89\r\n--B--\r\n");
        assertThat(header(answer, "Content-Length")).isEqualTo(String.valueOf(answer.body().length()));
    }

    @Test
    default void clientThatHasTheFileIsToldSo() throws Exception {
        var name = uploaded(files(), "digits.txt", "0123456789");
        var first = load(files(), name);
        var etag = header(first, "ETag");

        assertThat(header(first, "Cache-Control")).contains("private").contains("immutable");
        assertThat(load(files(), name, "If-None-Match", etag).statusCode()).isEqualTo(304);
        assertThat(load(files(), name, "If-Match", "\"x\"").statusCode()).isEqualTo(412);
        assertThat(load(files(), name, "Range", "bytes=0-1", "If-Range", etag).statusCode()).isEqualTo(206);
        assertThat(load(files(), name, "Range", "bytes=0-1", "If-Range", "\"x\"").statusCode()).isEqualTo(200);
    }

    @Test
    default void headIsTheSameWithoutABody() throws Exception {
        var name = uploaded(files(), "digits.txt", "0123456789");
        var head = files().send("HEAD", API + "file=" + encoded(name), BodyPublishers.noBody());

        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(header(head, "Content-Length")).isEqualTo("10");
        assertThat(header(head, "ETag")).isEqualTo(header(load(files(), name), "ETag"));
    }

    @Test
    default void uploadThatIsNoneIsRefused() throws Exception {
        var json = files().post(API + "upload", "{\"a\": 1}");
        assertThat(json.statusCode()).isEqualTo(400);
        assertThat(json.body()).isEqualTo("{\"detail\":\"Invalid content type.\"}");

        assertThat(upload(files(), "").body()).isEqualTo("[]");
        assertThat(upload(files(), "", "..", "x").body()).isEqualTo("{\"detail\":\"Invalid file name: ..\"}");
        var noBoundary = files().send("POST", API + "upload", BodyPublishers.noBody(), "Content-Type", "multipart/form-data");
        assertThat(noBoundary.statusCode()).isEqualTo(400);
        assertThat(noBoundary.body()).isEqualTo("Missing boundary in multipart.");
        assertThat(files().send("POST", API + "upload", BodyPublishers.noBody(), "Content-Type", "multipart/form-data; boundary=xx", "Origin",
                "http://evil.example").statusCode()).isEqualTo(403);
        Awaitility.await().untilAsserted(() -> assertThat(tree().cache().resolve(".parts")).isEmptyDirectory());
    }

    @Test
    default void progressIsFollowed() throws Exception {
        var following = CompletableFuture.supplyAsync(() -> {
            try (var stream = EventStream.open(files().http(), URI.create(files().base() + API + "upload_progress?upload_id=abc"))) {
                return stream.next() + "\n" + stream.next();
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        upload(files(), "?upload_id=abc", "big.txt", "x".repeat(100));

        assertThat(following.get(20, TimeUnit.SECONDS)).isEqualTo("{\"msg\":\"update\",\"orig_name\":\"big.txt\",\"chunk_size\":100}\n{\"msg\":\"done\"}");
    }

    @Test
    default void unknownUploadIsNotFound() throws Exception {
        var answer = files().get(API + "upload_progress?upload_id=unknown");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).isEqualTo("Upload not found");
    }
}
