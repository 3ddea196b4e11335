package io.gradio4j.war;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A disk of 1 MiB that runs full: the server is started in a mount namespace of its own, where its folder for files is such a file system.
 * Only Linux has that; where users may make no namespaces, root can.
 */
class FullDiskIT {

    private static final int KILO = 1 << 10;
    /** With a user namespace too where there are some: then it needs no root. */
    private static final String BEHIND_A_SMALL_DISK = """
            options=$(unshare --user --map-root-user --mount true 2>/dev/null && echo --user --map-root-user)
            exec unshare $options --mount sh -c 'mount -t tmpfs -o size=1m none "$0" && exec "$@"' "$0" "$@"
            """;
    private static final String NO_ROOM = "There is no room left on the server's disk.";

    @TempDir
    static Path folder;
    @AutoClose
    private static FaultServer server;
    private static Path disk;

    @BeforeAll
    static void start() throws Exception {
        disk = Files.createDirectory(folder.resolve("disk"));
        server = FaultServer.startBehind(List.of("sh", "-c", BEHIND_A_SMALL_DISK, disk.toString()), folder,
                Map.of("GRADIO_TEMP_DIR", disk.resolve("files").toString()));
    }

    /** The server's own view of its disk, which is hidden from others. */
    private static Path inside() {
        return Path.of("/proc/" + server.program().pid() + "/root" + disk);
    }

    private static List<Path> files() {
        try (var all = Files.walk(inside())) {
            return all.filter(file -> Files.isRegularFile(file) && !file.endsWith(".seed")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @AfterEach
    void theServerIsWell() throws Exception {
        server.assertWell();
        for (var file : files()) {
            Files.delete(file);
        }
    }

    private static HttpResponse<String> upload(int kilobytes, boolean announced) throws Exception {
        var head = "--b\r\nContent-Disposition: form-data; name=\"files\"; filename=\"a.bin\"\r\n\r\n";
        var body = new byte[head.length() + kilobytes * KILO + 9];
        System.arraycopy(head.getBytes(), 0, body, 0, head.length());
        System.arraycopy("\r\n--b--\r\n".getBytes(), 0, body, body.length - 9, 9);
        var publisher = BodyPublishers.ofByteArray(body);
        return server.app().send("POST", Caller.API + "upload", announced ? publisher : BodyPublishers.fromPublisher(publisher),
                "Content-Type", "multipart/form-data; boundary=b");
    }

    private static void assertRefused(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(507);
        assertThat(answer.body()).isEqualTo("{\"detail\":\"" + NO_ROOM + "\"}");
        assertThat(files()).as("no half file is left").isEmpty();
    }

    @Test
    void uploadThatIsLargerThanTheDiskIsRefusedBeforeItIsWritten() throws Exception {
        assertRefused(upload(4_000, true));
    }

    @Test
    void uploadThatFillsTheDiskLeavesNoHalfFile() throws Exception {
        assertRefused(upload(1_500, false));
        assertThat(upload(500, false).statusCode()).as("there is room again").isEqualTo(200);
    }

    @Test
    void fileOfAHandlerThatFillsTheDiskFailsTheEventWithAReason() throws Exception {
        var session = Caller.newSession();
        server.app().join(session, "produce", 2_000);
        try (var stream = server.app().stream(session)) {
            var last = stream.await("process_completed");
            assertThat(last.getBoolean("success")).isFalse();
            assertThat(last.getJsonObject("output")).isEqualTo(Caller.json("{\"error\":\"" + NO_ROOM + "\",\"visible\":true}"));
        }
        assertThat(files()).isEmpty();
        var direct = server.app().post(Caller.API + "run/produce", "{\"data\":[2000]}");
        assertThat(direct.statusCode()).isEqualTo(500);
        assertThat(direct.body()).contains(NO_ROOM);
        assertThat(files()).isEmpty();
    }

    @Test
    void diskThatIsFullAlreadyIsTold() throws Exception {
        Files.write(inside().resolve("other"), new byte[1_000 * KILO]);
        var answer = upload(100, false);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(507);
        assertThat(answer.body()).contains(NO_ROOM);
        assertThat(files()).extracting(f -> f.getFileName().toString()).containsExactly("other");
    }
}
