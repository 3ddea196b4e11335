package io.gradio4j;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MediaTypesTest {

    @ParameterizedTest
    @CsvSource({"a.png, image/png", "a.PNG, image/png", "a.wav, audio/wav", "a.avi, video/x-msvideo", "a.b.vtt, text/vtt"})
    void typeIsThatOfTheEndOfTheName(String name, String type) {
        assertThat(MediaTypes.of(name)).contains(type);
    }

    @Test
    void otherEndsHaveNoType() {
        assertThat(MediaTypes.of("a.shtml")).isEmpty();
        assertThat(MediaTypes.of("a.swf")).isEmpty();
        assertThat(MediaTypes.of("a")).isEmpty();
        assertThat(MediaTypes.of("")).isEmpty();
        assertThat(MediaTypes.of("a.png ")).isEmpty();
    }

    @Test
    void typeHasAnEnd() {
        assertThat(MediaTypes.end("image/png")).isEqualTo(".png");
        assertThat(MediaTypes.end("image/jpeg")).isEqualTo(".jpg");
        assertThat(MediaTypes.end("application/x-nothing")).isEmpty();
    }
}
