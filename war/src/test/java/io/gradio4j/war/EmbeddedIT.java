package io.gradio4j.war;

import static io.gradio4j.war.Program.TARGET;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** {@code java -jar gradio4j.war} does what every server does. */
class EmbeddedIT implements ServerContract, SecurityContract {

    @TempDir
    static Path folder;
    @AutoClose
    private static Program program;
    @AutoClose
    private static Caller app;
    @AutoClose
    private static Caller files;
    private static FileTree tree;

    @BeforeAll
    static void start() throws Exception {
        tree = FileTree.in(folder);
        program = Program.start(List.of("-jar", TARGET.resolve("gradio4j.war").toString()), tree.and(Map.of("XDG_CACHE_HOME", folder.toString(),
                "GRADIO_PLUGINS", TARGET.resolve("fixtures").toString(), "GRADIO_HEARTBEAT_INTERVAL", "1", "GRADIO_RECONNECT_GRACE", "3")));
        app = new Caller(program.url().resolve("contract/"));
        files = new Caller(program.url().resolve("files/"));
    }

    @Override
    public Caller app() {
        return app;
    }

    @Override
    public Caller files() {
        return files;
    }

    @Override
    public FileTree tree() {
        return tree;
    }
}
