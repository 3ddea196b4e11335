package io.gradio4j.client;

import static io.gradio4j.client.FakeServer.CLOSE_STREAM;
import static io.gradio4j.client.FakeServer.completed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files on their way to an app and back. */
@Timeout(20)
class FilesTest {

    @TempDir
    private Path folder;
    private FakeServer server;
    private Client client;

    @BeforeEach
    void start() throws IOException {
        server = new FakeServer();
        server.eachCall(completed("[null]"), CLOSE_STREAM);
        client = Client.connect(server.url(), options -> options.downloads(folder.resolve("cache")).maxDownload(1000));
    }

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    private Path file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    private JsonObject data(int index) {
        return server.requests("queue/join").getFirst().json().getJsonArray("data").getJsonObject(index);
    }

    @Test
    void filesAreUploadedInOrderWhereverTheyAre() throws IOException {
        server.answerApi("upload", 200, "[\"/tmp/1\",\"/tmp/2\",\"/tmp/3\",\"/tmp/4\",\"/tmp/5\"]");
        var values = new LinkedHashMap<String, Object>();
        values.put("text", "look");
        values.put("files", List.of(file("a.txt", "one"), file("b \"x\".txt", "two").toFile()));
        values.put("more", new Object[] {new ByteArrayInputStream("three".getBytes(StandardCharsets.UTF_8)),
            "four".getBytes(StandardCharsets.UTF_8), Upload.of("ü.png", new ByteArrayInputStream("five".getBytes(StandardCharsets.UTF_8)))});
        client.predict("/read", values);

        assertThat(data(0)).hasToString("{\"text\":\"look\",\"files\":["
                + "{\"path\":\"/tmp/1\",\"orig_name\":\"a.txt\",\"meta\":{\"_type\":\"gradio.FileData\"}},"
                + "{\"path\":\"/tmp/2\",\"orig_name\":\"b \\\"x\\\".txt\",\"meta\":{\"_type\":\"gradio.FileData\"}}],\"more\":["
                + "{\"path\":\"/tmp/3\",\"orig_name\":\"blob\",\"meta\":{\"_type\":\"gradio.FileData\"}},"
                + "{\"path\":\"/tmp/4\",\"orig_name\":\"blob\",\"meta\":{\"_type\":\"gradio.FileData\"}},"
                + "{\"path\":\"/tmp/5\",\"orig_name\":\"ü.png\",\"meta\":{\"_type\":\"gradio.FileData\"}}]}");
        var upload = server.requests("upload").getFirst();
        var boundary = upload.header("Content-type").replace("multipart/form-data; boundary=", "");
        var parts = upload.body().split("--" + boundary);
        assertThat(parts).hasSize(7);
        assertThat(parts[1]).isEqualTo("\r\nContent-Disposition: form-data; name=\"files\"; filename=\"a.txt\"\r\n"
                + "Content-Type: application/octet-stream\r\n\r\none\r\n");
        assertThat(parts[2]).contains("filename=\"b %22x%22.txt\"").endsWith("\r\n\r\ntwo\r\n");
        assertThat(parts[5]).contains("filename=\"ü.png\"").endsWith("\r\n\r\nfive\r\n");
        assertThat(parts[6]).isEqualTo("--\r\n");
    }

    @Test
    void namesCannotEndTheHeader() {
        server.answerApi("upload", 200, "[\"/tmp/1\"]");
        client.predict("/read", Upload.of("a\r\nX-Evil: 1\r\n\r\n", new byte[] {'x'}));
        assertThat(server.requests("upload").getFirst().body()).contains("filename=\"a%0D%0AX-Evil: 1%0D%0A%0D%0A\"\r\n");
    }

    @Test
    void missingFilesAreNamedBeforeAnythingIsSent() {
        var missing = folder.resolve("missing.txt");
        assertThatIllegalArgumentException().isThrownBy(() -> client.predict("/read", missing)).withMessageContaining(missing.toString());
        assertThatIllegalArgumentException().isThrownBy(() -> client.predict("/read", folder)).withMessageContaining(folder.toString());
        assertThat(server.requests("upload")).isEmpty();
    }

    @Test
    void filesThatTheAppWouldRefuseAreNotSent() {
        assertThatIllegalArgumentException().isThrownBy(() -> client.predict("/read", Upload.of("big", new byte[100_001])))
                .withMessage("the file 'big' has 100001 bytes, the app takes at most 100000");
        assertThat(server.requests("upload")).isEmpty();
    }

    @Test
    void refusedUploadIsTold() {
        server.answerApi("upload", 413, "File size exceeded maximum allowed size of 5 bytes.");
        assertThatThrownBy(() -> client.predict("/read", (Object) new byte[1])).isInstanceOf(ClientException.Refused.class)
                .hasMessage("/read: File size exceeded maximum allowed size of 5 bytes.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "[1]", "[\"a\",\"b\"]", "{}", "no json", ""})
    void answerThatIsNoListOfPathsIsRefused(String answer) {
        server.answerApi("upload", 200, answer);
        assertThatThrownBy(() -> client.predict("/read", (Object) new byte[1])).isInstanceOf(ClientException.Protocol.class)
                .hasMessageStartingWith("/read: ");
        assertThat(server.requests("queue/join")).isEmpty();
    }

    private static String fileData(String path, String name) {
        return Jsons.object().add("path", path).add("url", "http://elsewhere.example/evil").add("orig_name", name).add("size", 5)
                .add("mime_type", "text/plain").add("is_stream", false)
                .add("meta", Jsons.object().add("_type", "gradio.FileData")).build().toString();
    }

    private Result result(String data) {
        server.eachCall(completed(data), CLOSE_STREAM);
        return client.predict("/read", "x");
    }

    private static void serve(com.sun.net.httpserver.HttpExchange exchange) throws IOException {
        FakeServer.send(exchange, 200, "text/plain", "hello".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void filesOfAResultAreDownloaded() throws IOException {
        server.api("file=", FilesTest::serve);
        var result = result("[[{\"image\":" + fileData("/tmp/x/a b?#%.txt", "report.txt") + "},\"text\"]]");
        var file = result.file(0);
        assertThat(file.name()).isEqualTo("report.txt").isEqualTo(file.toString());
        assertThat(file.size()).hasValue(5);
        assertThat(file.mimeType()).isEqualTo("text/plain");
        assertThat(file.path()).isEqualTo("/tmp/x/a b?#%.txt");
        assertThat(file.download()).isEqualTo(folder.resolve("cache/report.txt")).hasContent("hello");
        assertThat(file.download(folder.resolve("other"))).isEqualTo(folder.resolve("other/report.txt")).hasContent("hello");
        assertThat(server.requests("file=").getFirst().path()).isEqualTo("/app/gradio_api/file=/tmp/x/a%20b%3F%23%25.txt");
        assertThat(result.files()).hasSize(1);
    }

    @Test
    void existingFilesAreNotReplaced() throws IOException {
        server.api("file=", FilesTest::serve);
        var existing = file("report.txt", "mine");
        Files.createSymbolicLink(folder.resolve("report (1).txt"), folder.resolve("dangling"));
        assertThat(result("[" + fileData("/tmp/r", "report.txt") + "]").file(0).download(folder))
                .isEqualTo(folder.resolve("report (2).txt")).hasContent("hello");
        assertThat(existing).hasContent("mine");
        assertThat(folder.resolve("dangling")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../evil.txt", "/etc/evil.txt", "..\\..\\evil.txt", "..", "C:\\evil.txt", "a/../../evil.txt"})
    void filesStayInTheFolderWhateverTheirName(String name) throws IOException {
        server.api("file=", FilesTest::serve);
        var target = folder.resolve("deep/down");
        assertThat(result("[" + fileData("../../" + name, name) + "]").file(0).download(target)).hasParent(target).hasContent("hello");
        assertThat(result("[" + fileData("../../" + name, "") + "]").file(0).download(target)).hasParent(target);
    }

    @Test
    void streamsAreFetchedFromTheirOwnRoute() {
        server.api("stream/s/1/2/playlist.m3u8", FilesTest::serve);
        var file = result("[" + fileData("s/1/2/playlist.m3u8", "a.m3u8").replace("\"is_stream\":false", "\"is_stream\":true") + "]").file(0);
        assertThat(file.isStream()).isTrue();
        assertThat(file.download()).hasContent("hello");
    }

    @Test
    void filesThatAreTooLargeLeaveNothingBehind() {
        server.api("file=/known", exchange -> FakeServer.send(exchange, 200, "text/plain", new byte[1001]));
        server.api("file=/unknown", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write(new byte[1001]);
        });
        for (var path : List.of("/known", "/unknown")) {
            var file = result("[" + fileData(path, "big") + "]").file(0);
            assertThatThrownBy(file::download).isInstanceOf(ClientException.Protocol.class)
                    .hasMessage("/read: the file 'big' has more than 1000 bytes");
        }
        assertThat(folder.resolve("cache/big")).doesNotExist();
    }

    @Test
    void filesThatEndEarlyLeaveNothingBehind() {
        server.api("file=", exchange -> {
            exchange.sendResponseHeaders(200, 10);
            exchange.getResponseBody().write(new byte[5]);
            exchange.getResponseBody().flush();
            exchange.close();
        });
        var file = result("[" + fileData("/x", "half") + "]").file(0);
        assertThatThrownBy(file::download).isInstanceOf(ClientException.ConnectionLost.class).hasMessageContaining("ended early");
        assertThat(folder.resolve("cache/half")).doesNotExist();
    }

    @Test
    void refusedFileIsTold() {
        server.answerApi("file=", 403, "{\"detail\":\"File not allowed: /x.\"}");
        var file = result("[" + fileData("/x", "x") + "]").file(0);
        assertThatThrownBy(file::download).isInstanceOf(ClientException.Refused.class).hasMessage("/read: File not allowed: /x.");
        server.api("file=", exchange -> {
            exchange.getResponseHeaders().set("Location", "http://elsewhere.example/");
            exchange.sendResponseHeaders(302, -1);
        });
        assertThatThrownBy(file::download).isInstanceOf(ClientException.Refused.class).hasMessageContaining("elsewhere.example");
    }

    @Test
    void fileOfAResultCanBeAnArgument() {
        var file = result("[" + fileData("/tmp/r", "report.txt") + "]").file(0);
        client.predict("/read", file);
        assertThat(server.requests("queue/join").getLast().json().getJsonArray("data").get(0)).isEqualTo(file.json());
        assertThat(server.requests("upload")).isEmpty();
    }

    @Test
    void resultWithoutAFileSaysSo() {
        assertThatIllegalStateException().isThrownBy(() -> result("[{\"path\":\"/no/meta\"}]").file(0)).withMessageContaining("no file");
    }
}
