package io.gradio4j.impl.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ByteRangesTest {

    private static String ranges(String header, long size) {
        return switch (ByteRanges.of(Optional.ofNullable(header), size)) {
            case ByteRanges.Whole all -> "all";
            case ByteRanges.None none -> "416";
            case ByteRanges.Some some -> some.parts().stream().map(p -> p.first() + "-" + p.last()).collect(Collectors.joining(" "));
        };
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            bytes=0-0             | 0-0
            bytes=0-4             | 0-4
            bytes=2-3             | 2-3
            bytes=9-9             | 9-9
            bytes=0-9             | 0-9
            bytes=0-10            | 0-9
            bytes=5-99999999999999999999999999 | 5-9
            bytes=0-              | 0-9
            bytes=9-              | 9-9
            bytes=-1              | 9-9
            bytes=-3              | 7-9
            bytes=-10             | 0-9
            bytes=-11             | 0-9
            bytes=-99999999999999999999 | 0-9
            BYTES=1-2             | 1-2
            bytes= 1-2            | 1-2
            bytes=0-0,-1          | 0-0 9-9
            bytes=0-1, 4-5 ,8-    | 0-1 4-5 8-9
            bytes=8-9,0-1         | 8-9 0-1
            bytes=1-2,20-30       | 1-2
            bytes=10-             | 416
            bytes=10-20           | 416
            bytes=99999999999999999999- | 416
            bytes=-0              | 416
            bytes=20-30,40-50     | 416
            bytes=                | all
            bytes=-               | all
            bytes=a-b             | all
            bytes=1               | all
            bytes=1-2-3           | all
            bytes=4-2             | all
            bytes=0-1,4-2         | all
            bytes=0-1,            | all
            bytes=0x0-0x5         | all
            bytes=+1-2            | all
            bytes=1.0-2           | all
            bytes 0-1             | all
            items=0-1             | all
            bytes=٠-١             | all
            bytes=0-9,0-9         | all
            bytes=0-,1-,2-        | all
            bytes=0-5,3-9         | all
            """)
    void headerIsReadAsTheRfcSays(String header, String expected) {
        assertThat(ranges(header, 10)).isEqualTo(expected);
    }

    @Test
    void withoutAHeaderItIsTheWholeFile() {
        assertThat(ranges(null, 10)).isEqualTo("all");
    }

    @Test
    void emptyFileHasNoParts() {
        assertThat(ranges("bytes=0-", 0)).isEqualTo("416");
        assertThat(ranges("bytes=0-0", 0)).isEqualTo("416");
        assertThat(ranges("bytes=-5", 0)).isEqualTo("416");
    }

    @Test
    void thereIsAnEndToTheNumberOfParts() {
        assertThat(ranges("bytes=" + "0-0,".repeat(15) + "1-1", 1_000)).startsWith("0-0 0-0");
        assertThat(ranges("bytes=" + "0-0,".repeat(16) + "1-1", 1_000)).isEqualTo("all");
        assertThat(ranges("bytes=" + "0-0,".repeat(500_000) + "1-1", 1_000)).isEqualTo("all");
    }

    @Test
    void sizesBeyondTwoGigabytesAreCounted() {
        assertThat(ranges("bytes=5000000000-", 6_000_000_000L)).isEqualTo("5000000000-5999999999");
        assertThat(new ByteRanges.Part(5, 9).of(10)).isEqualTo("bytes 5-9/10");
    }
}
