package io.gradio4j.war;

import static io.gradio4j.war.Program.TARGET;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Gradio's own JavaScript client, unchanged, is a client of ours: {@code src/test/js/client.test.mjs}. */
class JavaScriptClientIT {

    @TempDir
    static Path cache;

    @Test
    void clientOfGradioWorksUnchanged() throws Exception {
        try (var program = Program.start(List.of("-jar", TARGET.resolve("gradio4j.war").toString()), Map.of("XDG_CACHE_HOME", cache.toString(),
                "GRADIO_APP", "ContractApp", "GRADIO_PLUGINS", TARGET.resolve("fixtures").toString()))) {
            NodeTests.run("client.test.mjs", program.url(), 13, cache.resolve("node.log"));
        }
    }
}
