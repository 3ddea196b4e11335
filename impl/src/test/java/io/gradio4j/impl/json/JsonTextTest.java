package io.gradio4j.impl.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTextTest {

    private static String string(String text) {
        return JsonText.of(Jsons.string(text));
    }

    private static JsonText into(StringBuilder out) {
        return new JsonText(out);
    }

    @Test
    void quotesAndBackslashesAreEscaped() {
        assertThat(string("say \"a\\b\"")).isEqualTo("\"say \\\"a\\\\b\\\"\"");
    }

    @Test
    void lineBreaksAndTabsHaveShortEscapes() {
        assertThat(string("a\n\r\tb")).isEqualTo("\"a\\n\\r\\tb\"");
    }

    @ParameterizedTest
    @CsvSource({"0, \\u0000", "1, \\u0001", "8, \\u0008", "31, \\u001f"})
    void otherControlCharactersAreEscapedByNumber(int code, String escape) {
        assertThat(string("x" + (char) code)).isEqualTo("\"x" + escape + "\"");
    }

    @Test
    void javaScriptsLineSeparatorsAreEscaped() {
        assertThat(string("a\u2028b\u2029")).isEqualTo("\"a\\u2028b\\u2029\"");
    }

    @Test
    void charactersBeyondAsciiStayAsTheyAre() {
        assertThat(string("Größe 東京 \u007f")).isEqualTo("\"Größe 東京 \u007f\"");
    }

    @Test
    void surrogatePairsStayAsTheyAre() {
        assertThat(string("a\ud83d\ude00b")).isEqualTo("\"a\ud83d\ude00b\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\ud83d", "\ud83dx", "\ude00", "\ude00\ud83d"})
    void halvesOfSurrogatePairsAreEscaped(String text) {
        assertThat(string(text)).isASCII().contains("\\ud");
        assertThat(Jsons.read(string(text))).isEqualTo(Jsons.string(text));
    }

    @Test
    void valuesAreWrittenWithoutWhiteSpace() {
        assertThat(JsonText.of(Jsons.read(" { \"a\" : [ 1 , 2.50 , true , null ] , \"b\" : { } , \"c\" : [ ] } ")))
                .isEqualTo("{\"a\":[1,2.50,true,null],\"b\":{},\"c\":[]}");
    }

    @Test
    void keysAreEscapedToo() {
        assertThat(JsonText.of(Jsons.object().add("a\"\n", 1).build())).isEqualTo("{\"a\\\"\\n\":1}");
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void whatNumbersCannotSayIsNull(double number) {
        var out = new StringBuilder();
        into(out).number(number);

        assertThat(out).hasToString("null");
        assertThat(JsonText.of(Jsons.number(number))).isEqualTo("null");
        assertThat(JsonText.of(Jsons.number((float) number))).isEqualTo("null");
    }

    @Test
    void numbersKeepTheirDigits() {
        assertThat(JsonText.of(Jsons.number(Long.MAX_VALUE))).isEqualTo("9223372036854775807");
        assertThat(JsonText.of(Jsons.number((short) -3))).isEqualTo("-3");
        assertThat(JsonText.of(Jsons.number(0.1))).isEqualTo("0.1");
        assertThat(JsonText.of(Jsons.number(new BigDecimal("1.10")))).isEqualTo("1.10");
    }

    @Test
    void nothingIsNull() {
        var out = new StringBuilder();
        into(out).text(null).raw(",").number(null).raw(",").bool(false);

        assertThat(out).hasToString("null,null,false");
    }
}
