package io.gradio4j.components.number;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gradio4j.BlockAccess;
import io.gradio4j.ValidationException;
import io.gradio4j.components.ComponentContract;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NumberFieldTest extends ComponentContract {

    @Override
    protected NumberField fresh() {
        return new NumberField();
    }

    @Override
    protected String config() {
        return """
                value: null, label: null, placeholder: null, info: null, show_label: true, container: true, scale: null,
                min_width: 160, interactive: null, visible: true, elem_id: null, elem_classes: [], key: null,
                preserved_by_key: ["value"], buttons: [], precision: null, minimum: null, maximum: null, step: 1
                """;
    }

    @Override
    protected List<String> events() {
        return List.of("change", "input", "submit", "focus", "blur");
    }

    @Override
    protected Map.Entry<String, String> schemaAndExample() {
        return Map.entry("{\"type\":\"number\"}", "3");
    }

    @Override
    protected Map<String, Object> roundTrips() {
        return Map.of("3", 3.0, "3.5", 3.5, "-2", -2.0, "0", 0.0);
    }

    @Override
    protected List<String> refused() {
        return List.of("{}", "\"3\"", "true", "1E+999");
    }

    @Test
    void isEmptyForNull() {
        assertThat(BlockAccess.preprocess(fresh(), JsonValue.NULL, NO_HELP)).isNull();
        assertThat(BlockAccess.postprocess(fresh(), null, NO_HELP)).isEqualTo(JsonValue.NULL);
    }

    @Test
    void refusesValuesOutOfRange() {
        var field = new NumberField("Age").minimum(5).maximum(7.5);
        assertThat(BlockAccess.preprocess(field, parse("5"), NO_HELP)).isEqualTo(5.0);
        assertThat(BlockAccess.preprocess(field, parse("7.5"), NO_HELP)).isEqualTo(7.5);
        assertThatThrownBy(() -> BlockAccess.preprocess(field, parse("3"), NO_HELP)).isInstanceOf(ValidationException.class)
                .hasMessage("Value 3 is less than minimum value 5.");
        assertThatThrownBy(() -> BlockAccess.preprocess(field, parse("8"), NO_HELP)).isInstanceOf(ValidationException.class)
                .hasMessage("Value 8 is greater than maximum value 7.5.");
    }

    @Test
    void roundsTheMiddleToTheEvenNeighbour() {
        var whole = new NumberField().precision(0);
        assertThat(BlockAccess.preprocess(whole, parse("2.5"), NO_HELP)).isEqualTo(2.0);
        assertThat(BlockAccess.preprocess(whole, parse("3.5"), NO_HELP)).isEqualTo(4.0);
        assertThat(BlockAccess.postprocess(whole, 0.6, NO_HELP)).hasToString("1");
        assertThat(BlockAccess.postprocess(new NumberField().precision(2), 2.675, NO_HELP)).hasToString("2.67");
        assertThat(BlockAccess.postprocess(new NumberField().precision(-2), 1234.0, NO_HELP)).hasToString("1200");
    }

    @Test
    void writesBigNumbersWithoutLoss() {
        assertThat(BlockAccess.postprocess(fresh(), 1e300, NO_HELP)).hasToString("1.0E+300");
        assertThat(BlockAccess.postprocess(fresh(), 9007199254740991.0, NO_HELP)).hasToString("9007199254740991");
    }

    @Test
    void cannotShowWhatIsNoNumber() {
        assertThatThrownBy(() -> BlockAccess.postprocess(new NumberField("Age"), Double.NaN, NO_HELP))
                .isInstanceOf(IllegalArgumentException.class).hasMessage("NumberField \"Age\" cannot show NaN");
        assertThatThrownBy(() -> new NumberField().minimum(Double.NEGATIVE_INFINITY)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void describesItsPrecisionAndMinimum() {
        var schema = new NumberField().precision(0).minimum(10).schema();
        assertThat(schema.json()).isEqualTo(parse("{\"type\":\"integer\"}"));
        assertThat(schema.example()).isEqualTo(parse("10"));
    }

    @Test
    void keepsWholeNumbersWhole() {
        assertThat(new NumberField().minimum(1).step(0.5).properties()).containsEntry("minimum", 1L).containsEntry("step", 0.5);
    }
}
