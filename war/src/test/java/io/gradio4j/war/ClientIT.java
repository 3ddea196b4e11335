package io.gradio4j.war;

import static io.gradio4j.war.Program.TARGET;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.gradio4j.client.Client;
import io.gradio4j.client.ClientException;
import io.gradio4j.client.Status;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the Java client does with servers that ask for a login, lie elsewhere or go away; for all else see {@link ClientContract}. */
class ClientIT {

    @TempDir
    static Path cache;

    private static Program start(Map<String, String> settings) throws IOException {
        var environment = new HashMap<>(settings);
        environment.put("XDG_CACHE_HOME", cache.toString());
        if (settings.containsKey("GRADIO_APP")) {
            environment.put("GRADIO_PLUGINS", TARGET.resolve("fixtures").toString());
        }
        return Program.start(List.of("-jar", TARGET.resolve("gradio4j.war").toString()), environment);
    }

    @Test
    void loginIsAskedForAndKept() throws Exception {
        try (var program = start(Map.of("GRADIO_APP", "ContractApp", "GRADIO_AUTH", "ada:secret", "GRADIO_AUTH_MESSAGE", "Members only"))) {
            var url = program.url().toString();
            assertThatThrownBy(() -> Client.connect(url)).isInstanceOf(ClientException.Unauthorized.class)
                    .hasMessageContaining("Members only");
            assertThatThrownBy(() -> Client.connect(url, options -> options.auth("ada", "wrong")))
                    .isInstanceOf(ClientException.Unauthorized.class).hasMessageContaining("Incorrect credentials.");
            try (var client = Client.connect(url, options -> options.auth("ada", "secret"))) {
                assertThat(client.predict("/echo", "x").as(String.class)).isEqualTo("x");
                assertThat(client.submit("/spell", 3).stream()).last().hasToString("w0 w1 w2 ");
            }
        }
    }

    @Test
    void loginThatNobodyAsksForDoesNoHarm() throws Exception {
        try (var program = start(Map.of("GRADIO_APP", "ContractApp"));
                var client = Client.connect(program.url().toString(), options -> options.auth("ada", "secret"))) {
            assertThat(client.predict("/echo", "x").as(String.class)).isEqualTo("x");
        }
    }

    @Test
    void appBelowAPathIsCalledWhereverTheServerThinksItIs() throws Exception {
        try (var program = start(Map.of("GRADIO_ROOT_PATH", "https://elsewhere.example/tools"));
                var client = Client.connect(program.url() + "hello/?__theme=dark")) {
            assertThat(client.predict("/greet", "Ada").as(String.class)).isEqualTo("Hello Ada!");
        }
    }

    @Test
    void serverThatGoesAwayEndsTheCalls() throws Exception {
        try (var program = start(Map.of("GRADIO_APP", "ContractApp")); var client = Client.connect(program.url().toString())) {
            var job = client.submit("/hold", "x");
            await().untilAsserted(() -> assertThat(job.status().stage()).isEqualTo(Status.Stage.RUNNING));
            assertThat(program.end()).isTrue();
            assertThatThrownBy(job::result).isInstanceOf(ClientException.Unexpected.class)
                    .hasMessage("/hold: Server stopped unexpectedly.");
            assertThatThrownBy(() -> client.predict("/echo", "x")).isInstanceOf(ClientException.ConnectionLost.class);
        }
    }
}
