package io.gradio4j.impl.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DispositionTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            a.txt           | filename="a.txt"
            a b.txt         | filename="a b.txt"
            a;b.txt         | filename="a;b.txt"
            a file é.txt    | filename="a file _.txt"; filename*=utf-8''a%20file%20%C3%A9.txt
            日本.png        | filename="__.png"; filename*=utf-8''%E6%97%A5%E6%9C%AC.png
            😀.png          | filename="_.png"; filename*=utf-8''%F0%9F%98%80.png
            a"b.txt         | filename="a_b.txt"; filename*=utf-8''a%22b.txt
            a\\b.txt        | filename="a_b.txt"; filename*=utf-8''a%5Cb.txt
            100%25.txt      | filename="100_25.txt"; filename*=utf-8''100%2525.txt
            a'é'.txt        | filename="a'_'.txt"; filename*=utf-8''a%27%C3%A9%27.txt
            """)
    void nameIsQuotedAndGivenASecondTimeIfItIsNotAscii(String name, String expected) {
        assertThat(Disposition.of(true, name)).isEqualTo("inline; " + expected);
        assertThat(Disposition.of(false, name)).isEqualTo("attachment; " + expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\r\nX: y.txt", "a\u0000.txt", "a\u0085.txt"})
    void nothingEndsTheHeader(String name) {
        assertThat(Disposition.of(true, name)).matches("[ -~]+");
    }
}
