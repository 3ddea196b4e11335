package io.gradio4j.impl.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.json.JsonValue;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonsTest {

    @Test
    void anyValueMayStandAlone() {
        assertThat(Jsons.read("\"a\"")).isEqualTo(Jsons.string("a"));
        assertThat(Jsons.read("null")).isEqualTo(JsonValue.NULL);
        assertThat(Jsons.read(" 7 ")).isEqualTo(Jsons.number(7));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"a\":"})
    void nestingOfTwoHundredIsRead(String opening) {
        var closing = opening.startsWith("[") ? "]" : "}";

        assertThat(Jsons.read(opening.repeat(199) + "[]" + closing.repeat(199))).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"a\":", "[{\"a\":"})
    void deeperNestingIsRefused(String opening) {
        assertThatExceptionOfType(BadJsonException.class).isThrownBy(() -> Jsons.read(opening.repeat(201) + "1"))
                .withMessage("The body is nested more than 200 deep");
    }

    @Test
    void millionsOfBracketsAreRefusedWithoutParsing() {
        assertThatExceptionOfType(BadJsonException.class).isThrownBy(() -> Jsons.read("[".repeat(5_000_000)))
                .withMessageContaining("200 deep");
    }

    @Test
    void bracketsWithinStringsDoNotCount() {
        var text = "\"" + "[{".repeat(500) + "\\\"" + "[".repeat(300) + "\"";

        assertThat(Jsons.read(text)).isInstanceOf(jakarta.json.JsonString.class);
    }

    @Test
    void neighboursDoNotCount() {
        assertThat(Jsons.read("[" + "[],".repeat(1000) + "[]]").asJsonArray()).hasSize(1001);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "{", "[1,]", "nul", "{\"a\" 1}", "1 2", "{\"a\":1}x", "'a'", "NaN", "[1}", "]", "\"a", "\"a\nb\"", "01", "1,2", "1][2", "\"a\" \"b\"", "[]]", "{}{}"})
    void badJsonIsRefused(String text) {
        assertThatExceptionOfType(BadJsonException.class).isThrownBy(() -> Jsons.read(text))
                .withMessageStartingWith("The body is no valid JSON: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1,", "[],", "{},", "\"\","})
    void moreThanAMillionValuesAreRefused(String value) {
        assertThatExceptionOfType(TooLargeJsonException.class).isThrownBy(() -> Jsons.readForeign("[" + value.repeat(1_000_001) + "1]"));
        assertThat(Jsons.readForeign("[" + value.repeat(400_000) + "1]").asJsonArray()).hasSize(400_001);
    }

    @Test
    void numbersMakeAnArray() {
        assertThat(Jsons.array(List.of(3, 1, 2)).build()).hasToString("[3,1,2]");
    }
}
