package io.gradio4j.impl.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.gradio4j.impl.json.Jsons;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ErrorPageTest {

    /** The script puts them into other languages by their keys. */
    @Test
    void whatItSaysIsWhatIsTranslated() throws IOException {
        var texts = Jsons.read(Files.readString(Path.of("src/main/ts/error/texts.json"))).asJsonObject();

        assertThat(ErrorPage.texts()).isEqualTo(texts.keySet().stream().collect(Collectors.toMap(key -> key, texts::getString)));
    }

    @Test
    void everyStatusHasATitle() {
        assertThat(Map.of(404, "error.missing", 401, "error.forbidden", 403, "error.forbidden", 503, "error.unavailable", 400, "error.refused", 413, "error.refused",
                500, "error.broken", 502, "error.broken")).allSatisfy((status, key) -> assertThat(ErrorPage.title(status)).isEqualTo(key));
    }
}
