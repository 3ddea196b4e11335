package io.gradio4j.war;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Tests in JavaScript against a server. */
final class NodeTests {

    private NodeTests() {
    }

    /**
     * Runs them; all must pass.
     *
     * @param script its name within {@code src/test/js}
     * @param app the address in GRADIO_URL
     * @param tests how many there are, so that none gets lost
     * @param output where to keep what they say
     */
    static void run(String script, URI app, int tests, Path output) throws Exception {
        run(script, app, tests, output, Map.of());
    }

    /** Likewise, with more of an environment. */
    static void run(String script, URI app, int tests, Path output, Map<String, String> environment) throws Exception {
        var builder = new ProcessBuilder("node", "--test", "--test-force-exit", "--test-reporter=tap", "src/test/js/" + script)
                .redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().putAll(environment);
        builder.environment().put("GRADIO_URL", app.toString());
        var node = builder.start();
        try {
            assertThat(node.waitFor(60, TimeUnit.SECONDS)).as("ended within a minute").isTrue();
        } finally {
            node.descendants().forEach(ProcessHandle::destroyForcibly);
            node.destroyForcibly();
        }
        assertThat(output).content().contains("# fail 0").contains("# pass " + tests);
        assertThat(node.exitValue()).isZero();
    }
}
