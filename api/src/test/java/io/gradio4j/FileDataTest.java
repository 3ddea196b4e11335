package io.gradio4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import jakarta.json.Json;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileDataTest {

    private static final String META = "\"meta\":{\"_type\":\"gradio.FileData\"}";

    private static JsonValue json(String text) {
        try (var reader = Json.createReader(new StringReader(text))) {
            return reader.readValue();
        }
    }

    @Test
    void whatIsWrittenIsReadBack() {
        var file = new FileData("hash/a.txt", "http://localhost/gradio_api/file=hash/a.txt", 12L, "a file é.txt", "text/plain", false);

        assertThat(FileData.from(file.json())).isEqualTo(file);
    }

    @Test
    void unknownFieldsAreWrittenAsNull() {
        assertThat(new FileData("h/a", null, null, null, null, false).json()).isEqualTo(json("{\"path\":\"h/a\",\"url\":null,\"size\":null,"
                + "\"orig_name\":null,\"mime_type\":null,\"is_stream\":false," + META + "}"));
    }

    @Test
    void optionalAndUnknownFieldsMayBeLeftOut() {
        assertThat(FileData.from(json("{\"path\":\"h/a\",\"blob\":{}," + META + "}"))).isEqualTo(new FileData("h/a", null, null, null, null, false));
    }

    @Test
    void urlStandsInForAMissingPath() {
        assertThat(FileData.from(json("{\"path\":null,\"url\":\"data:,x\"," + META + "}")).path()).isEqualTo("data:,x");
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "\"h/a\"", "[]", "{}", "{\"path\":\"h/a\"}", "{\"path\":\"h/a\",\"meta\":{}}", "{\"path\":\"h/a\",\"meta\":\"gradio.FileData\"}",
        "{\"path\":\"h/a\",\"meta\":{\"_type\":\"gradio.Other\"}}", "{" + META + "}", "{\"path\":\"\"," + META + "}", "{\"path\":7," + META + "}",
        "{\"path\":\"h/a\",\"size\":\"1\"," + META + "}", "{\"path\":\"h/a\",\"size\":1.5," + META + "}", "{\"path\":\"h/a\",\"orig_name\":[]," + META + "}"})
    void otherJsonIsRefused(String text) {
        assertThatExceptionOfType(ValidationException.class).isThrownBy(() -> FileData.from(json(text))).withMessageContaining("file object");
    }

    @Test
    void nameIsTheOriginalOneElseTheLastPartOfThePath() {
        assertThat(new FileData("hash/a.txt", null, null, "b.txt", null, false).name()).isEqualTo("b.txt");
        assertThat(new FileData("hash/a.txt", null, null, null, null, false).name()).isEqualTo("a.txt");
    }

    @Test
    void remoteFileIsLoadedFromWhereItIs() {
        var url = "https://example.org/a.png";

        assertThat(FileData.remote(URI.create(url))).isEqualTo(new FileData(url, url, null, null, null, false));
        assertThatIllegalArgumentException().isThrownBy(() -> FileData.remote(URI.create("file:///etc/passwd"))).withMessageContaining("file:///etc/passwd");
    }
}
