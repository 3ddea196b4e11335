package io.gradio4j.impl.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PreconditionsTest {

    private static final String AT = "Tue, 24 Nov 2026 20:24:06 GMT";
    private static final String BEFORE = "Tue, 24 Nov 2026 20:24:05 GMT";
    private static final String AFTER = "Tue, 24 Nov 2026 20:24:07 GMT";

    private final Preconditions file = new Preconditions("\"abc\"", Instant.parse("2026-11-24T20:24:06.789Z"));

    private static Preconditions.Headers headers(String lines) {
        return name -> Arrays.stream(lines.replace("AT", AT).replace("BEFORE", BEFORE).replace("AFTER", AFTER).split(";"))
                .filter(line -> line.startsWith(name + ":")).map(line -> line.substring(name.length() + 1).strip()).findFirst();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            X: nothing                                          | SEND
            If-None-Match: "abc"                                | SAME
            If-None-Match: W/"abc"                              | SAME
            If-None-Match: "x", W/"abc"                         | SAME
            If-None-Match: *                                    | SAME
            If-None-Match: "xyz"                                | SEND
            If-None-Match: abc                                  | SEND
            If-None-Match: "xyz";If-Modified-Since: AFTER       | SEND
            If-None-Match: "abc";If-Modified-Since: BEFORE      | SAME
            If-Modified-Since: AT                               | SAME
            If-Modified-Since: AFTER                            | SAME
            If-Modified-Since: BEFORE                           | SEND
            If-Modified-Since: yesterday                        | SEND
            If-Match: "abc"                                     | SEND
            If-Match: "xyz", "abc"                              | SEND
            If-Match: *                                         | SEND
            If-Match: W/"abc"                                   | CHANGED
            If-Match: "xyz"                                     | CHANGED
            If-Match: "xyz";If-None-Match: "abc"                | CHANGED
            If-Match: "abc";If-Unmodified-Since: BEFORE         | SEND
            If-Match: "abc";If-None-Match: "abc"                | SAME
            If-Unmodified-Since: AT                             | SEND
            If-Unmodified-Since: AFTER                          | SEND
            If-Unmodified-Since: BEFORE                         | CHANGED
            If-Unmodified-Since: never                          | SEND
            """)
    void headersAreJudgedInTheOrderOfTheRfc(String lines, Preconditions.Verdict verdict) {
        assertThat(file.judge(headers(lines))).isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            X: nothing         | true
            If-Range: "abc"    | true
            If-Range: "xyz"    | false
            If-Range: W/"abc"  | false
            If-Range: AT       | true
            If-Range: BEFORE   | false
            If-Range: AFTER    | false
            If-Range: abc      | false
            """)
    void partIsSentOnlyIfItFits(String lines, boolean fits) {
        assertThat(file.mayContinue(headers(lines))).isEqualTo(fits);
    }

    @Test
    void dateHasWholeSecondsAndTwoDigits() {
        assertThat(file.lastModified()).isEqualTo(AT);
        assertThat(new Preconditions("", Instant.EPOCH).lastModified()).isEqualTo("Thu, 01 Jan 1970 00:00:00 GMT");
        assertThat(file.judge(name -> name.equals("If-Modified-Since") ? Optional.of(file.lastModified()) : Optional.empty()))
                .isEqualTo(Preconditions.Verdict.SAME);
    }
}
