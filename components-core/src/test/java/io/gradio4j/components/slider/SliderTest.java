package io.gradio4j.components.slider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gradio4j.Handler;
import io.gradio4j.BlockAccess;
import io.gradio4j.ValidationException;
import io.gradio4j.components.ComponentContract;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SliderTest extends ComponentContract {

    @Override
    protected Slider fresh() {
        return new Slider();
    }

    @Override
    protected String config() {
        return """
                minimum: 0, maximum: 100, value: 0, step: 1, precision: null, label: null, info: null, show_label: true,
                container: true, scale: null, min_width: 160, interactive: null, visible: true, elem_id: null, elem_classes:
                [], key: null, preserved_by_key: ["value"], buttons: null
                """;
    }

    @Override
    protected List<String> events() {
        return List.of("change", "input", "release");
    }

    @Override
    protected Map.Entry<String, String> schemaAndExample() {
        return Map.entry("{\"type\":\"number\",\"description\":\"numeric value between 0 and 100\"}", "0");
    }

    @Override
    protected Map<String, Object> roundTrips() {
        return Map.of("3", 3.0, "3.5", 3.5);
    }

    @Override
    protected List<String> refused() {
        return List.of("{}", "null", "\"3\"");
    }

    @Test
    void startsAtItsLeastValueInAHundredthOfItsRange() {
        var defaults = BlockAccess.defaults(new Slider(-1, 1));
        assertThat(defaults.get("value")).isEqualTo(-1L);
        assertThat(defaults.get("step")).isEqualTo(0.01);
        assertThat(new Slider(-1, 1).emptyPayload()).hasToString("-1");
    }

    @Test
    void refusesValuesOutOfRange() {
        assertThatThrownBy(() -> BlockAccess.preprocess(fresh(), parse("101"), NO_HELP)).isInstanceOf(ValidationException.class)
                .hasMessage("Value 101 is greater than maximum value 100.");
        assertThatThrownBy(() -> BlockAccess.preprocess(new Slider(0.5, 2), parse("0.25"), NO_HELP))
                .isInstanceOf(ValidationException.class).hasMessage("Value 0.25 is less than minimum value 0.5.");
    }

    @Test
    void refusesAnEmptyRange() {
        assertThatThrownBy(() -> new Slider(5, 5)).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A Slider's minimum must be less than its maximum: 5 is not less than 5");
        var half = new Slider("Level").minimum(200);
        assertThat(half.describe()).isEqualTo("Slider \"Level\"");
        assertThatThrownBy(half::schema).hasMessage("A Slider's minimum must be less than its maximum: 200 is not less than 100");
        assertThat(half.maximum(300).schema().example()).isEqualTo(parse("200"));
    }

    @Test
    void describesItsRange() {
        var schema = new Slider(1, 2.5).precision(0).schema();
        assertThat(schema.json()).isEqualTo(parse("{\"type\":\"integer\",\"description\":\"numeric value between 1 and 2.5\"}"));
        assertThat(schema.example()).isEqualTo(parse("1"));
    }

    private static Object called(Handler.Function function) {
        try {
            return Objects.requireNonNull(function.apply(new Object[0]));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void drawsOneOfItsSteps() {
        var source = new Slider(-1, 1).step(0.5).randomize().valueSource();
        assertThat(source).isNotNull();
        var drawn = Stream.generate(() -> called(source.function())).limit(500).map(Object.class::cast).collect(Collectors.toSet());
        assertThat(drawn).containsExactlyInAnyOrder(-1.0, -0.5, 0.0, 0.5, 1.0);
    }

    @Test
    void takesItsValueAsThirdArgument() {
        assertThat(new Slider(1, 10, 4).properties()).containsExactly(Map.entry("minimum", 1L), Map.entry("maximum", 10L),
                Map.entry("value", 4.0));
    }
}
