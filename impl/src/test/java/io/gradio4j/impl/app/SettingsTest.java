package io.gradio4j.impl.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.gradio4j.LaunchOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {

    private static Settings with(String name, String value) {
        return Settings.from(new LaunchOptions(), n -> n.equals(name) ? Optional.of(value) : Optional.empty());
    }

    @Test
    void withoutConfigurationTheDefaultsHold() {
        var settings = Settings.defaults();

        assertThat(settings.rootPath()).isEmpty();
        assertThat(settings.plugins()).isEmpty();
        assertThat(settings.onlyApp()).isEmpty();
        assertThat(settings.heartbeat()).isEqualTo(Duration.ofSeconds(15));
        assertThat(settings.defaultConcurrency()).hasValue(1);
        assertThat(settings.showError()).isEmpty();
        assertThat(settings.maxSessions()).isEqualTo(10_000);
        assertThat(settings.maxWaiting()).isEqualTo(10_000);
    }

    @Test
    void configurationIsReadUnderGradiosNames() {
        assertThat(with("GRADIO_ROOT_PATH", "/tools").rootPath()).isEqualTo("/tools");
        assertThat(with("GRADIO_PLUGINS", "/opt/plugins").plugins()).contains(Path.of("/opt/plugins"));
        assertThat(with("GRADIO_APP", "Hello").onlyApp()).contains("Hello");
        assertThat(with("GRADIO_HEARTBEAT_INTERVAL", " 2.5 ").heartbeat()).isEqualTo(Duration.ofMillis(2500));
        assertThat(with("GRADIO_DEFAULT_CONCURRENCY_LIMIT", " 4 ").defaultConcurrency()).hasValue(4);
        assertThat(with("GRADIO_DEFAULT_CONCURRENCY_LIMIT", "None").defaultConcurrency()).isEmpty();
        assertThat(with("GRADIO_MAX_QUEUE_SIZE", " 50 ").maxWaiting()).isEqualTo(50);
        assertThat(with("GRADIO_STATE_SESSION_CAPACITY", "7").maxSessions()).isEqualTo(7);
    }

    @ParameterizedTest
    @CsvSource({"1000, 1000", "' 3 ', 3", "2kb, 2048", "1b, 1"})
    void aSizeIsANumberOfBytesUnlessItSaysAnother(String text, long bytes) {
        assertThat(with("GRADIO_MAX_FILE_SIZE", text).files().maxFileSize()).hasValue(bytes);
    }

    @Test
    void launchOptionsWinOverConfiguration() {
        var settings = Settings.from(new LaunchOptions().rootPath("/mine").showError(true),
                name -> name.equals("GRADIO_ROOT_PATH") ? Optional.of("/theirs") : Optional.empty());

        assertThat(settings.rootPath()).isEqualTo("/mine");
        assertThat(settings.showError()).contains(true);
    }

    @ParameterizedTest
    @CsvSource({"/tools/, /tools", "/, ''", "https://example.org/x/, https://example.org/x"})
    void aTrailingSlashOfTheRootIsDropped(String given, String root) {
        assertThat(with("GRADIO_ROOT_PATH", given).rootPath()).isEqualTo(root);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "0", "-1", "NaN", "Infinity", "1e9", "0.00001"})
    void anUnusableHeartbeatIsReplacedByTheDefault(String value) {
        assertThat(with("GRADIO_HEARTBEAT_INTERVAL", value).heartbeat()).isEqualTo(Duration.ofSeconds(15));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "many", "0", "-3", "1.5", "99999999999"})
    void anUnusableLimitIsReplacedByOne(String value) {
        assertThat(with("GRADIO_DEFAULT_CONCURRENCY_LIMIT", value).defaultConcurrency()).hasValue(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "many", "0", "-3", "1.5", "99999999999"})
    void anUnusableCountIsReplacedByTheDefault(String value) {
        assertThat(with("GRADIO_MAX_QUEUE_SIZE", value).maxWaiting()).isEqualTo(10_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GRADIO_PLUGINS", "GRADIO_APP"})
    void whatIsBlankIsNotSet(String name) {
        assertThat(with(name, "  ").plugins()).isEmpty();
        assertThat(with(name, "  ").onlyApp()).isEmpty();
    }
}
