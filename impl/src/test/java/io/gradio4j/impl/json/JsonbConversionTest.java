package io.gradio4j.impl.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.gradio4j.FileData;
import io.gradio4j.LayoutVariant;
import io.gradio4j.ValidationException;
import jakarta.json.JsonValue;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonbConversionTest {

    private final JsonbConversion conversion = new JsonbConversion() {
        @Override
        public Path file(FileData file) {
            throw new UnsupportedOperationException();
        }

        @Override
        public FileData publish(Path file) {
            throw new UnsupportedOperationException();
        }

        @Override
        public FileData publish(byte[] content, String name) {
            throw new UnsupportedOperationException();
        }
    };

    /** Public as JSON-B wants it. */
    public record Point(int x, int y, String name) {
    }

    /** One in another. */
    public record Shape(String kind, List<Point> points) {
    }

    private String json(@Nullable Object value) {
        return JsonText.of(conversion.toJson(value));
    }

    @Test
    void plainValuesAreWrittenAsTheyAre() {
        assertThat(json(null)).isEqualTo("null");
        assertThat(json("a")).isEqualTo("\"a\"");
        assertThat(json(true)).isEqualTo("true");
        assertThat(json(3)).isEqualTo("3");
        assertThat(json(2.5)).isEqualTo("2.5");
        assertThat(json(Double.NaN)).isEqualTo("null");
        assertThat(conversion.toJson(JsonValue.TRUE)).isSameAs(JsonValue.TRUE);
    }

    @Test
    void enumsAreWrittenInLowerCase() {
        assertThat(json(LayoutVariant.COMPACT)).isEqualTo("\"compact\"");
    }

    @Test
    void mapsKeepTheirOrder() {
        var map = new LinkedHashMap<Object, Object>();
        map.put("z", List.of(1, "b"));
        map.put(2, Map.of());

        assertThat(json(map)).isEqualTo("{\"z\":[1,\"b\"],\"2\":{}}");
    }

    @Test
    void collectionsMayHaveHoles() {
        assertThat(json(Arrays.asList("a", null))).isEqualTo("[\"a\",null]");
    }

    @Test
    void recordsAreWrittenByTheirComponents() {
        assertThat(conversion.toJson(new Shape("line", List.of(new Point(1, 2, "a")))))
                .isEqualTo(Jsons.read("{\"kind\":\"line\",\"points\":[{\"x\":1,\"y\":2,\"name\":\"a\"}]}"));
    }

    @Test
    void recordsAreRead() {
        assertThat(conversion.<Shape>fromJson(Jsons.read("{\"kind\":\"line\",\"points\":[{\"x\":1,\"y\":2,\"name\":\"a\"}]}"), Shape.class))
                .isEqualTo(new Shape("line", List.of(new Point(1, 2, "a"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"4294967297", "1.5", "-2147483649", "1e10"})
    void wholeNumberThatDoesNotFitIsRefused(String number) {
        assertThatExceptionOfType(ValidationException.class).isThrownBy(() -> conversion.<Integer>fromJson(Jsons.read(number), Integer.class));
        assertThatExceptionOfType(ValidationException.class).isThrownBy(() -> conversion.<int[]>fromJson(Jsons.read("[1," + number + "]"), int[].class));
        assertThatExceptionOfType(ValidationException.class).isThrownBy(() -> conversion.<Shape>fromJson(
                Jsons.read("{\"kind\":\"line\",\"points\":[{\"x\":" + number + ",\"y\":2,\"name\":\"a\"}]}"), Shape.class));
    }

    @Test
    void unknownFieldsAreIgnored() {
        assertThat(conversion.<Point>fromJson(Jsons.read("{\"x\":1,\"y\":2,\"name\":\"a\",\"z\":3}"), Point.class))
                .isEqualTo(new Point(1, 2, "a"));
    }

    @Test
    void arraysAndDatesAreWrittenByJsonB() {
        assertThat(json(new int[] {1, 2})).isEqualTo("[1,2]");
        assertThat(json(new Object[] {LocalDate.of(2024, 2, 29)})).isEqualTo("[\"2024-02-29\"]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"x\"", "[]", "{\"x\":\"many\"}"})
    void aWrongValueNamesTypeAndValue(String json) {
        assertThatExceptionOfType(ValidationException.class).isThrownBy(() -> conversion.<Point>fromJson(Jsons.read(json), Point.class))
                .withMessage("Expected " + Point.class.getName() + ", got " + json);
    }

    @Test
    void aLongWrongValueIsCut() {
        var text = Jsons.string("x".repeat(1000));

        assertThatExceptionOfType(ValidationException.class).isThrownBy(() -> conversion.<Integer>fromJson(text, Integer.class))
                .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(250).endsWith("…"));
    }

    @Test
    void shortTextsAreNotCut() {
        assertThat(JsonbConversion.abbreviate("x".repeat(200))).hasSize(200);
        assertThat(JsonbConversion.abbreviate("x".repeat(201))).isEqualTo("x".repeat(200) + "…");
    }
}
