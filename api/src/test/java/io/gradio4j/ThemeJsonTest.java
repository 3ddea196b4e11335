package io.gradio4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ThemeJsonTest {

    @TempDir
    private Path folder;

    @Test
    void aThemeComesBackAsItWasWritten() {
        var theme = Theme.named("corporate")
                .primaryHue(Hue.TEAL)
                .radiusSize(Size.XXL)
                .font(Font.google("Inter", 400, 700).remote(), Font.local("Lora"), Font.system("Optima"))
                .fontMono(Font.google("Fira Code"))
                .set("button_primary_background_fill", "*primary_600")
                .set("block_radius_dark", "0")
                .set("body_text_color", "navy")
                .sameInDark("body_text_color")
                .customCss("p { color: red }\n");
        var file = folder.resolve("corporate.json");

        theme.dump(file);
        var back = Theme.load(file);

        assertThat(back.name()).isEqualTo("corporate");
        assertThat(back.css()).isEqualTo(theme.css());
        assertThat(back.hash()).isEqualTo(theme.hash());
        assertThat(back.stylesheets()).isEqualTo(theme.stylesheets()).hasSize(1);
    }

    @Test
    void theFileHasGradiosForm() throws IOException {
        var file = folder.resolve("plain.json");

        Theme.named("plain").font(Font.local("Lora", 400), Font.system("sans-serif")).sameInDark("body_text_color").dump(file);

        var json = read(file);
        assertThat(json.getString("gradio_version")).isEqualTo("6.25.0");
        var theme = json.getJsonObject("theme");
        assertThat(theme.getString("name")).isEqualTo("plain");
        assertThat(theme.getString("custom_css")).isEmpty();
        assertThat(theme.getString("primary_500")).isEqualTo("#3b82f6");
        assertThat(theme.getString("block_label_padding")).isEqualTo("*spacing_sm *spacing_lg");
        assertThat(theme.getString("block_label_text_color_dark")).isEqualTo("*neutral_200");
        assertThat(theme.getString("font")).isEqualTo("'Lora', sans-serif");
        assertThat(theme.getJsonArray("_font").toString())
                .isEqualTo("[{\"__gradio_font__\":true,\"name\":\"Lora\",\"class\":\"local\",\"weights\":[400]},\"sans-serif\"]");
        assertThat(theme.getJsonArray("_stylesheets")).isEmpty();
        assertThat(theme.getJsonArray("_font_css")).hasSize(1);
        // Without a dark value in Base nothing is written; Base's dark value taken away is.
        assertThat(theme).doesNotContainKey("block_shadow_dark").containsEntry("body_text_color_dark", JsonValue.NULL);
    }

    @Test
    void whatAFileLacksIsAsInBase() throws IOException {
        var theme = load("{\"theme\": {\"name\": \"thin\", \"primary_500\": \"red\", \"block_radius\": \"9px\"}}");

        assertThat(StyleSheet.of(theme).light())
                .hasSize(220)
                .containsEntry("--name", "thin")
                .containsEntry("--primary-500", "red")
                .containsEntry("--primary-600", "#2563eb")
                .containsEntry("--block-radius", "9px");
        assertThat(load("{\"theme\": {}}").css()).isEqualTo(Theme.named("base").css());
    }

    @Test
    void variablesOfAnotherVersionAreKept() throws IOException {
        var css = StyleSheet.of(load("""
                {"theme": {"old_shadow": "1px", "old_shadow_dark": "2px", "block_shadow": "*old_shadow"}, "gradio_version": "4.0.0"}
                """));

        assertThat(css.light()).containsEntry("--old-shadow", "1px").containsEntry("--block-shadow", "var(--old-shadow)");
        assertThat(css.dark()).containsEntry("--old-shadow", "2px");
    }

    @Test
    void versionThatMayHaveHadOtherVariablesIsLogged() throws IOException {
        var said = new ArrayList<String>();
        var handler = new Handler() {
            @Override
            public void publish(LogRecord entry) {
                said.add(new SimpleFormatter().formatMessage(entry));
            }

            @Override
            public void flush() {
            }

            @Override
            public void close() {
            }
        };
        var log = Logger.getLogger(ThemeJson.class.getName());
        log.addHandler(handler);
        try {
            load("{\"theme\": {}, \"gradio_version\": \"6.25.1\"}");
            load("{\"theme\": {}, \"gradio_version\": \"5.0.0\"}");
        } finally {
            log.removeHandler(handler);
        }
        assertThat(said).singleElement().asString().contains("was made with Gradio 5.0.0");
    }

    @Test
    void fontsOfAFileNeverAskAnotherSite() throws IOException {
        var theme = load("""
                {"theme": {
                  "_font": [{"__gradio_font__": true, "name": "Inter", "class": "google", "weights": [400]},
                            "'Noto Sans'", "system-ui"],
                  "_font_mono": [{"__gradio_font__": true, "name": "Lora", "class": "font"}, "monospace"],
                  "_stylesheets": ["https://fonts.googleapis.com/css2?family=Inter:wght@400;600&display=swap"]}}
                """);

        assertThat(theme.stylesheets()).isEmpty();
        assertThat(StyleSheet.of(theme).light())
                .containsEntry("--font", "'Inter', 'Noto Sans', system-ui")
                .containsEntry("--font-mono", "'Lora', monospace");
        assertThat(StyleSheet.of(load("{\"theme\": {\"font\": \"'Lora', serif\"}}")).light()).containsEntry("--font", "'Lora', serif");
    }

    @Test
    void aFileThatIsNoThemeIsRefusedByName() {
        assertThatIllegalArgumentException().isThrownBy(() -> load("{")).withMessageContaining("theme.json");
        assertThatIllegalArgumentException().isThrownBy(() -> load("[]")).withMessageContaining("theme.json");
        assertThatIllegalArgumentException().isThrownBy(() -> load("{\"theme\": 3}"))
                .withMessageContainingAll("theme.json", "no object \"theme\"");
        var absent = folder.resolve("absent.json");
        assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(() -> Theme.load(absent)).withMessageContaining("absent.json");
        var nowhere = folder.resolve("no/where.json");
        assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(() -> Theme.named("x").dump(nowhere))
                .withMessageContaining("where.json");
    }

    @Test
    void aWrongEntryIsRefusedWithItsValue() {
        assertThatIllegalArgumentException().isThrownBy(() -> load("{\"theme\": {\"block_shadow\": null}}"))
                .withMessageContainingAll("\"block_shadow\"", "null");
        assertThatIllegalArgumentException().isThrownBy(() -> load("{\"theme\": {\"block_shadow\": 7}}"))
                .withMessageContaining("Theme variable \"block_shadow\" can't be 7: it is not a string");
        assertThatIllegalArgumentException().isThrownBy(() -> load("{\"theme\": {\"block_shadow_dark\": \"*block_shadow\"}}"))
                .withMessageContainingAll("\"block_shadow_dark\"", "\"*block_shadow\"");
        assertThatIllegalArgumentException().isThrownBy(() -> load("{\"theme\": {\"lost_dark\": \"red\"}}"))
                .withMessageContainingAll("\"lost_dark\"", "\"red\"", "no light value");
        assertThatIllegalArgumentException().isThrownBy(() -> load("{\"theme\": {\"a: b; }\": \"red\"}}"))
                .withMessageContainingAll("\"a: b; }\"", "\"red\"");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> load("{\"theme\": {\"_font\": [{\"__gradio_font__\": true, \"name\": \"A\", \"class\": \"x\"}]}}"))
                .withMessageContainingAll("\"A\"", "\"x\"");
    }

    private Theme load(String json) throws IOException {
        return Theme.load(Files.writeString(folder.resolve("theme.json"), json));
    }

    private static JsonObject read(Path file) throws IOException {
        try (var in = Files.newInputStream(file); var reader = Json.createReader(in)) {
            return reader.readObject();
        }
    }
}
