package io.gradio4j.impl.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.gradio4j.LaunchOptions;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OperationTest {

    private static Operation of(LaunchOptions options, Map<String, String> configuration) {
        return Settings.from(options, name -> Optional.ofNullable(configuration.get(name))).operation();
    }

    @Test
    void withoutSettingsNobodyIsTrustedAndNothingIsShown() {
        var operation = Settings.defaults().operation();
        assertThat(operation.trustedProxies()).isEmpty();
        assertThat(operation.corsOrigins()).isEmpty();
        assertThat(operation.metrics()).isFalse();
        assertThat(operation.metricsToken()).isEmpty();
        assertThat(operation.monitoring()).isTrue();
        assertThat(operation.remembered()).isEqualTo(10_000);
        assertThat(operation.shutdownGrace()).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void listsAreDividedByCommas() {
        var operation = of(new LaunchOptions(), Map.of("GRADIO_TRUSTED_PROXIES", " 10.0.0.0/8 ,, ::1", "GRADIO_CORS_ORIGINS", "https://a.org,https://b.org "));
        assertThat(operation.trustedProxies()).containsExactly("10.0.0.0/8", "::1");
        assertThat(operation.corsOrigins()).containsExactly("https://a.org", "https://b.org");
    }

    @Test
    void whatTheAuthorSaysWinsOverConfiguration() {
        var operation = of(new LaunchOptions().corsOrigins("https://a.org").enableMonitoring(false),
                Map.of("GRADIO_CORS_ORIGINS", "https://b.org", "GRADIO_MONITORING", "true"));
        assertThat(operation.corsOrigins()).containsExactly("https://a.org");
        assertThat(operation.monitoring()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"true, true", "True, true", "1, true", "false, false", "no, false", "'', false"})
    void metricsAreShownOnDemand(String text, boolean shown) {
        assertThat(of(new LaunchOptions(), Map.of("GRADIO_METRICS", text)).metrics()).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "0.5, 500", "30, 30000", "-1, 2000", "soon, 2000", "NaN, 2000", "4000, 2000"})
    void graceIsANumberOfSeconds(String text, long millis) {
        assertThat(of(new LaunchOptions(), Map.of("GRADIO_SHUTDOWN_GRACE", text)).shutdownGrace()).isEqualTo(Duration.ofMillis(millis));
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "50, 50", "-1, 10000", "many, 10000", "99999999999, 10000"})
    void someEventsAreRemembered(String text, int remembered) {
        assertThat(of(new LaunchOptions(), Map.of("GRADIO_ANALYTICS_MAX_EVENTS", text)).remembered()).isEqualTo(remembered);
    }
}
