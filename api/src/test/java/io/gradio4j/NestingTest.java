package io.gradio4j;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NestingTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {"``|0", "1|0", "\"[[\"|0", "[]|1", "{\"a\":[1,[2]],\"b\":{}}|3", "\"\\\"[\"|0", "[\"\\\\\",[]]|2",
        "\"never ended [|0", "\"never ended \\|0", "[[[|3", "]|-1", "[]]|-1", "[}|1"})
    void bracketsOutsideOfTextsAreCounted(String json, int depth) {
        assertThat(Nesting.depth(json)).isEqualTo(depth);
    }
}
