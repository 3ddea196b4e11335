package io.gradio4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileTypesTest {

    @ParameterizedTest
    @CsvSource({"image, a.PNG, true", "image, a.avif, true", "image, a.txt, false", "image/*, a.gif, true", "image/png, a.gif, false",
        "audio/wav, a.wav, true", "audio, a.ogg, true", "video/x-msvideo, a.avi, true", "video, a.mkv, true", "video, a.png, false", "text, a.txt, true", "text, a.json, true",
        "text, a.yml, true", "text, a.zip, false", "application/msword, a.doc, true", ".csv, b.CSV, true", ".csv, .csv, false", ".csv, csv, false",
        "csv, a.csv, true", "file, a.exe, true", "*, a, true", "image, a, false"})
    void takesFilesByTheirNames(String entry, String name, boolean taken) {
        assertThat(new FileTypes(List.of("none", entry)).accepts(name)).isEqualTo(taken);
    }

    @Test
    void takesEverythingIfNothingIsListed() {
        assertThat(FileTypes.ANY.accepts("a.exe")).isTrue();
    }

    @Test
    void saysWhatItTakes() {
        assertThatThrownBy(() -> new FileTypes(List.of("image", ".csv")).check("a.txt")).isInstanceOf(ValidationException.class)
                .hasMessage("Invalid file type. Please upload a file that is one of these formats: [image, .csv]");
    }
}
