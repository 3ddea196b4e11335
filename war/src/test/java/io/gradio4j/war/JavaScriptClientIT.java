package io.gradio4j.war;

import static io.gradio4j.war.Program.TARGET;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
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
            var output = cache.resolve("node.log");
            var builder = new ProcessBuilder("node", "--test", "--test-force-exit", "--test-reporter=tap",
                    "src/test/js/client.test.mjs").redirectErrorStream(true).redirectOutput(output.toFile());
            builder.environment().put("GRADIO_URL", program.url().toString());
            var node = builder.start();
            try {
                assertThat(node.waitFor(60, TimeUnit.SECONDS)).as("ended within a minute").isTrue();
            } finally {
                node.descendants().forEach(ProcessHandle::destroyForcibly);
                node.destroyForcibly();
            }
            assertThat(output).content().contains("# fail 0").contains("# pass 13");
            assertThat(node.exitValue()).isZero();
        }
    }
}
