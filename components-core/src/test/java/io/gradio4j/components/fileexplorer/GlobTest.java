package io.gradio4j.components.fileexplorer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlobTest {

    @ParameterizedTest
    @CsvSource({"**/*, /a/b.txt, true", "*.txt, /a/b.txt, true", "*.txt, /a/b.txt.gz, false", "/a/?.txt, /a/b.txt, true", "/a/?.txt, /a/bc.txt, false",
        "*[bc].txt, /a/b.txt, true", "*[!bc].txt, /a/b.txt, false", "*[a-c].txt, /a/b.txt, true", "*[], /a[], true", "*[]]x, /]x, true", "a, A, false", "'', '', true"})
    void matchesLikePython(String pattern, String text, boolean matches) {
        assertThat(new Glob(pattern).matches(text)).isEqualTo(matches);
    }

    @Test
    void takesNoLongTime() {
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(5), () -> new Glob("*a".repeat(2_000) + "b").matches("a".repeat(20_000)));
    }
}
