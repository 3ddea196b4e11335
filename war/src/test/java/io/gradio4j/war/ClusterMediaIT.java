package io.gradio4j.war;

import static io.gradio4j.war.Program.TARGET;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sound in pieces, with two servers that share a Redis and the folder for files. */
class ClusterMediaIT implements MediaContract {

    @TempDir
    static Path folder;
    @AutoClose
    private static Nodes nodes;
    @AutoClose
    private static Caller app;

    @BeforeAll
    static void start() throws Exception {
        var plugins = Files.createDirectory(folder.resolve("plugins"));
        Files.copy(TARGET.resolve("plugins/speaker.jar"), plugins.resolve("speaker.jar"));
        nodes = new Nodes(folder, "SpeakerApp", Map.of("GRADIO_PLUGINS", plugins.toString(), "GRADIO_RECONNECT_GRACE", "1"));
        app = new Caller(nodes.balancer().url());
    }

    @Override
    public Caller app() {
        return app;
    }

    /** Whichever node plays. */
    @Override
    public void nextNote() throws Exception {
        MediaContract.next(nodes.node(0));
        MediaContract.next(nodes.node(1));
    }

    /** The numbers of all runs that have streams on disk. */
    private static List<String> runs() throws IOException {
        try (var folders = Files.walk(folder.resolve("files/.streams"), 2)) {
            return folders.map(path -> path.getFileName().toString()).toList();
        }
    }

    @Test
    void streamsAreDeletedWhenTheirPageIsClosedEvenAtAnotherNode() throws Exception {
        var session = Caller.newSession();
        String path;
        try (var page = nodes.node(1).socket(session, "")) {
            page.next();
            nodes.node(0).join(session, "breaks");
            path = Caller.API + "stream/" + MediaContract.value(page.until("process_generating").getLast()).getString("path");
            page.until("process_completed");
            assertThat(nodes.node(1).get(path).statusCode()).isEqualTo(200);
        }
        var run = path.split("/")[3];
        assertThat(runs()).contains(run);
        await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofSeconds(1)).ignoreExceptions().until(() -> !runs().contains(run));
        assertThat(nodes.node(0).get(path).statusCode()).isEqualTo(404);
    }
}
