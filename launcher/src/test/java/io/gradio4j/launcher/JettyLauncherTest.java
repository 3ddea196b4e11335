package io.gradio4j.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.gradio4j.Blocks;
import io.gradio4j.LaunchOptions;
import io.gradio4j.RunningApp;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JettyLauncherTest {

    private final HttpClient http = HttpClient.newHttpClient();

    @AfterEach
    void closeClient() {
        http.close();
    }

    private static RunningApp launch(Consumer<LaunchOptions> options) {
        return Blocks.of().title("Empty").launch(options);
    }

    private HttpResponse<String> get(URI url) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(url).build(), HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void launchedAppAnswersOnLoopbackUntilItIsClosed() throws Exception {
        var app = launch(options -> options.port(0));
        assertThat(app.url().getHost()).isEqualTo("127.0.0.1");

        var page = get(app.url());
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("<title>Empty</title>");
        assertThat(page.headers().firstValue("server")).isEmpty();

        app.close();
        app.close();
        assertThatExceptionOfType(ConnectException.class).isThrownBy(() -> get(app.url()));
    }

    @Test
    void chosenPortThatIsTakenIsNamed() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = taken.getLocalPort();
            assertThatIllegalStateException().isThrownBy(() -> launch(options -> options.port(port)))
                    .withMessageContaining("port " + port + " is not free on 127.0.0.1").withMessageContaining("GRADIO_SERVER_PORT");
        }
    }

    @Test
    void withoutAChosenPortTheFirstFreeOneIsTaken() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = taken.getLocalPort();
            try (var server = JettyServer.start(new Address("127.0.0.1", port, Math.min(port + 50, 65535)), new LaunchOptions(), context -> { })) {
                assertThat(server.url().getPort()).isGreaterThan(port);
            }
        }
    }

    @Test
    void optionsThatNothingHonoursAreRefusedByName() {
        assertThatIllegalStateException().isThrownBy(() -> launch(options -> options.mcpServer(true)))
                .withMessageContaining("mcp_server");
    }

    @Test
    void appThatCannotBeBuiltStopsTheStartWithItsOwnFailure() {
        assertThatIllegalStateException().isThrownBy(() -> new JettyLauncher().start(() -> {
            throw new IllegalStateException("no database");
        }, new LaunchOptions().port(0))).withStackTraceContaining("no database");
    }

    @ParameterizedTest
    @CsvSource({"GRADIO_SERVER_PORT, http", "GRADIO_SERVER_PORT, 70000", "GRADIO_NUM_PORTS, 0"})
    void settingThatIsNoNumberIsNamed(String name, String value) {
        System.setProperty(name, value);
        try {
            assertThatIllegalArgumentException().isThrownBy(() -> Address.of(new LaunchOptions()))
                    .withMessageContaining(name).withMessageContaining(value);
        } finally {
            System.clearProperty(name);
        }
    }

    @Test
    void addressComesFromOptionsThenSettingsThenDefaults() {
        assertThat(Address.of(new LaunchOptions())).isEqualTo(new Address("127.0.0.1", 7860, 7959));
        System.setProperty("GRADIO_SERVER_PORT", "8081");
        System.setProperty("GRADIO_SERVER_NAME", "localhost");
        try {
            assertThat(Address.of(new LaunchOptions())).isEqualTo(new Address("localhost", 8081, 8081));
            assertThat(Address.of(new LaunchOptions().port(8082).serverName("::1"))).isEqualTo(new Address("::1", 8082, 8082));
        } finally {
            System.clearProperty("GRADIO_SERVER_PORT");
            System.clearProperty("GRADIO_SERVER_NAME");
        }
    }

    @Test
    void urlIsOneABrowserOnThisMachineCanOpen() {
        assertThat(new Address("0.0.0.0", 1, 1).url("http", 7860)).hasToString("http://127.0.0.1:7860/");
        assertThat(new Address("::1", 1, 1).url("http", 7860)).hasToString("http://[::1]:7860/");
        assertThat(new Address("127.0.0.1", 1, 1).url("http", 7860)).hasToString("http://127.0.0.1:7860/");
    }
}
