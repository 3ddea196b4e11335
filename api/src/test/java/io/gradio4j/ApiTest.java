package io.gradio4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.gradio4j.testing.NoConversion;
import jakarta.json.Json;
import jakarta.json.JsonValue;
import jakarta.json.bind.JsonbBuilder;
import java.io.StringReader;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApiTest {

    private static final Conversion CONVERSION = new NoConversion() {
        @Override
        public JsonValue toJson(@Nullable Object value) {
            return read(JsonbBuilder.create().toJson(value));
        }

        @Override
        public <T> T fromJson(JsonValue json, Type type) {
            return JsonbBuilder.create().fromJson(json.toString(), type);
        }
    };

    /** A colour. */
    public enum Colour { RED, GREEN }

    /** A thing. */
    public record Thing(String name, Colour colour, Optional<BigDecimal> price, Set<Long> sizes, Map<String, List<Double>> more) {
    }

    /** A list of itself. */
    public record Tree(int value, List<Tree> branches) {
    }

    private static JsonValue read(String json) {
        try (var reader = Json.createReader(new StringReader(json))) {
            return reader.readValue();
        }
    }

    private static String schema(Type type) {
        return Schema.of(type).json().toString();
    }

    @ParameterizedTest
    @CsvSource({"java.lang.String, string", "java.lang.Integer, integer", "java.math.BigInteger, integer", "java.lang.Double, number",
        "java.lang.Boolean, boolean", "java.util.List, array", "java.util.Map, object"})
    void aClassIsAType(Class<?> type, String name) {
        assertThat(Schema.of(type).json().getString("type")).isEqualTo(name);
    }

    @Test
    void anEnumIsAChoiceOfItsNames() {
        assertThat(schema(Colour.class)).isEqualTo("{\"type\":\"string\",\"enum\":[\"RED\",\"GREEN\"]}");
        assertThat(Schema.of(Colour.class).example()).isEqualTo(read("\"RED\""));
    }

    @Test
    void aRecordIsAnObjectOfItsComponents() {
        assertThat(schema(Thing.class)).isEqualTo("{\"type\":\"object\",\"properties\":{\"name\":{\"type\":\"string\"},"
                + "\"colour\":{\"type\":\"string\",\"enum\":[\"RED\",\"GREEN\"]},\"price\":{\"oneOf\":[{\"type\":\"null\"},{\"type\":\"number\"}]},"
                + "\"sizes\":{\"type\":\"array\",\"items\":{\"type\":\"integer\"},\"uniqueItems\":true},"
                + "\"more\":{\"type\":\"object\",\"additionalProperties\":{\"type\":\"array\",\"items\":{\"type\":\"number\"}}}},"
                + "\"required\":[\"name\",\"colour\",\"sizes\",\"more\"]}");
        assertThat(Schema.of(Thing.class).example()).isEqualTo(
                read("{\"name\":\"Hello!!\",\"colour\":\"RED\",\"price\":3,\"sizes\":[3],\"more\":{\"key\":[3]}}"));
    }

    @Test
    void aRecordWithinItselfIsAnObject() {
        assertThat(schema(Tree.class)).contains("\"branches\":{\"type\":\"array\",\"items\":{\"type\":\"object\"}}");
    }

    @Test
    void anyOtherClassIsAnything() {
        assertThat(schema(Object.class)).isEqualTo("{}");
    }

    @Test
    void valuesSurviveTheWire() {
        var thing = new Thing("tea", Colour.GREEN, Optional.of(BigDecimal.TEN), Set.of(1L), Map.of("a", List.of(0.5)));
        roundTrip(Api.of("thing", Thing.class), thing);
        roundTrip(Api.listOf("colours", Colour.class), List.of(Colour.RED, Colour.GREEN));
        roundTrip(Api.mapOf("counts", Integer.class), Map.of("a", 1));
        roundTrip(Api.optional("name", String.class), Optional.of("Ada"));
        roundTrip(Api.optional("name", String.class), Optional.empty());
    }

    private static <T> void roundTrip(Api<T> api, T value) {
        assertThat(api.preprocess(api.postprocess(value, CONVERSION), CONVERSION)).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "\"1\"", "1.5", "[1]", "true"})
    void aValueOfAnotherTypeIsRefused(String json) {
        assertThatExceptionOfType(ValidationException.class).isThrownBy(() -> Api.of("count", Integer.class).preprocess(read(json), CONVERSION))
                .withMessageContaining("count").withMessageContaining("java.lang.Integer").withMessageContaining(json);
    }

    @Test
    void limitsAreNamed() {
        var button = new Field("Go");
        assertThatIllegalArgumentException().isThrownBy(() -> button.onClick().inputs(button).outputs(button).batch(0, v -> v))
                .withMessageContaining("maxBatchSize").withMessageContaining("0");
        assertThatIllegalArgumentException().isThrownBy(() -> button.onClick().timeLimit(Duration.ZERO)).withMessageContaining("timeLimit");
        assertThatIllegalArgumentException().isThrownBy(() -> button.onClick().streamEvery(Duration.ofSeconds(-1))).withMessageContaining("streamEvery");
        assertThatIllegalArgumentException().isThrownBy(() -> button.onClick().cached(c -> c.maxEntries(0))).withMessageContaining("maxEntries");
        assertThatIllegalArgumentException().isThrownBy(() -> Gradio.cache(c -> c.maxMemory(0))).withMessageContaining("maxMemory");
        assertThatIllegalArgumentException().isThrownBy(() -> button.every(Duration.ZERO)).withMessageContaining("every");
        assertThatIllegalArgumentException().isThrownBy(() -> Blocks.of().queue(q -> q.maxSize(0))).withMessageContaining("maxSize");
        assertThatIllegalArgumentException().isThrownBy(() -> Blocks.of().queue(q -> q.statusUpdateRate(Duration.ZERO)))
                .withMessageContaining("statusUpdateRate");
    }
}
