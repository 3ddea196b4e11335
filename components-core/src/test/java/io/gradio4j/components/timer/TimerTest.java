package io.gradio4j.components.timer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gradio4j.BlockAccess;
import io.gradio4j.components.ComponentContract;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TimerTest extends ComponentContract {

    @Override
    protected Timer fresh() {
        return new Timer();
    }

    @Override
    protected String config() {
        return """
                value: 1, active: true
                """;
    }

    @Override
    protected List<String> events() {
        return List.of("change", "tick");
    }

    @Override
    protected Map.Entry<String, String> schemaAndExample() {
        return Map.entry("{\"type\":\"number\"}", "1");
    }

    @Override
    protected Map<String, Object> roundTrips() {
        return Map.of("1", 1.0, "0.5", 0.5);
    }

    @Override
    protected List<String> refused() {
        return List.of("{}", "\"1\"", "null", "0", "-1");
    }

    @Test
    void takesADuration() {
        assertThat(new Timer(Duration.ofMillis(250)).properties()).containsExactly(Map.entry("value", 0.25));
        assertThatThrownBy(() -> new Timer(Duration.ZERO)).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A Timer's interval must be positive, not PT0S");
    }

    @Test
    void letsAFormGoOnAroundIt() {
        assertThat(BlockAccess.breaksForm(fresh())).isFalse();
    }
}
