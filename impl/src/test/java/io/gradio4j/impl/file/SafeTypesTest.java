package io.gradio4j.impl.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.gradio4j.MediaTypes;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SafeTypesTest {

    @ParameterizedTest
    @CsvSource({"a.png, image/png, true", "a.PNG, image/png, true", "a.jpeg, image/jpeg, true", "a.gif, image/gif, true", "a.webp, image/webp, true",
        "a.mp3, audio/mpeg, true", "a.aac, audio/aac, true", "a.aifc, audio/aiff, true", "a.flac, audio/flac, true", "a.m4b, audio/mp4, true",
        "a.mka, audio/x-matroska, true", "a.wav, audio/wav, true", "a.weba, audio/webm, true", "a.avi, video/x-msvideo, true", "a.m4v, video/mp4, true",
        "a.mkv, video/x-matroska, true", "a.mov, video/quicktime, true", "a.webm, video/webm, true", "a.ogv, video/ogg, true", "a.txt, text/plain, true",
        "a.json, application/json, true", "a.svg, image/svg+xml, false", "a.html, text/html, false", "a.htm, text/html, false", "a.xhtml, application/xhtml+xml, false",
        "a.xml, text/xml, false", "a.js, text/javascript, false", "a.mjs, text/javascript, false", "a.css, text/css, false", "a.pdf, application/pdf, false",
        "a.txt.html, text/html, false", "a.png.svg, image/svg+xml, false", "a.wasm, application/wasm, false", "a.csv, text/csv, false"})
    void aFileIsShownOnlyIfNothingInItRuns(String name, String type, boolean safe) {
        assertThat(MediaTypes.of(name)).contains(type);
        assertThat(SafeTypes.contains(type)).isEqualTo(safe);
    }
}
