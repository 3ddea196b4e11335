package io.gradio4j.war;

import static io.gradio4j.war.Program.TARGET;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** {@code java -jar gradio4j.war} does what every server does. */
class EmbeddedIT implements ServerContract {

    @TempDir
    static Path cache;
    @AutoClose
    private static Program program;
    @AutoClose
    private static Caller app;

    @BeforeAll
    static void start() throws Exception {
        program = Program.start(List.of("-jar", TARGET.resolve("gradio4j.war").toString()), Map.of("XDG_CACHE_HOME", cache.toString(),
                "GRADIO_APP", "ContractApp", "GRADIO_PLUGINS", TARGET.resolve("fixtures").toString(), "GRADIO_HEARTBEAT_INTERVAL", "1", "GRADIO_RECONNECT_GRACE", "3"));
        app = new Caller(program.url());
    }

    @Override
    public Caller app() {
        return app;
    }
}
