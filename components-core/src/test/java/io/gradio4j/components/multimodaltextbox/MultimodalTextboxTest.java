package io.gradio4j.components.multimodaltextbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gradio4j.BlockAccess;
import io.gradio4j.ValidationException;
import io.gradio4j.components.ComponentContract;
import io.gradio4j.components.Converting;
import jakarta.json.JsonValue;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MultimodalTextboxTest extends ComponentContract {

    private static final Converting FILES = new Converting();

    @Override
    protected MultimodalTextbox fresh() {
        return new MultimodalTextbox();
    }

    @Override
    protected String config() {
        return """
                value: {"text":"","files":[]}, sources: ["upload"], file_types: null, file_count: "single", lines: 1, max_lines: 20,
                placeholder: null, label: null, info: null, show_label: true, container: true, scale: null, min_width: 160, interactive:
                null, visible: true, elem_id: null, autofocus: false, autoscroll: true, elem_classes: [], key: null, preserved_by_key:
                ["value"], text_align: null, rtl: false, submit_btn: true, stop_btn: false, max_plain_text_length: 1000,
                html_attributes: null
                """;
    }

    @Override
    protected List<String> events() {
        return List.of("change", "input", "select", "submit", "focus", "blur", "stop");
    }

    /** The parts of the schema have tests of their own. */
    @Override
    protected Map.Entry<String, String> schemaAndExample() {
        return Map.entry(fresh().schema().json().toString(), "{\"text\": \"Describe this image\", \"files\": []}");
    }

    @Override
    protected Map<String, Object> roundTrips() {
        return Map.of("{\"text\":\"Hi\",\"files\":[]}", new MultimodalValue("Hi"), "{\"text\":\"\",\"files\":[]}", new MultimodalValue(""));
    }

    @Override
    protected List<String> refused() {
        return List.of("\"Hi\"", "{}", "{\"text\":3}", "{\"text\":\"\",\"files\":{}}", "{\"text\":\"\",\"files\":[\"a.png\"]}", "[]");
    }

    private static String message(String path) {
        return "{\"text\":\"Look\",\"files\":[{\"path\":\"" + path + "\",\"meta\":{\"_type\":\"gradio.FileData\"}}]}";
    }

    @Test
    void nothingIsAnEmptyText() {
        assertThat(BlockAccess.preprocess(fresh(), JsonValue.NULL, NO_HELP)).isEqualTo(new MultimodalValue(""));
        assertThat(BlockAccess.postprocess(fresh(), null, NO_HELP)).hasToString("{\"text\":\"\",\"files\":[]}");
    }

    @Test
    void filesComeAsPathsAndGoWithTheirMediaType() {
        assertThat(BlockAccess.preprocess(fresh(), parse(message("abc/a.png")), FILES))
                .isEqualTo(new MultimodalValue("Look", List.of(Path.of("abc/a.png"))));
        assertThat(BlockAccess.postprocess(fresh(), new MultimodalValue("", List.of(Path.of("a.png"))), FILES).toString())
                .contains("\"path\":\"a.png\"").contains("\"mime_type\":\"image/png\"");
    }

    @ParameterizedTest
    @CsvSource({"image, a.png, true", "image, a.txt, false", ".json, b.JSON, true", ".json, .json, false", "text, a.txt, true", "file, a.exe, true",
        "image/*, a.gif, true", "image/png, a.gif, false", "video, a.png, false"})
    void takesFilesOfTheWantedTypes(String type, String name, boolean taken) {
        var field = new MultimodalTextbox().fileTypes(type);
        if (taken) {
            assertThat(BlockAccess.preprocess(field, parse(message("abc/" + name)), FILES)).isNotNull();
        } else {
            assertThatThrownBy(() -> BlockAccess.preprocess(field, parse(message("abc/" + name)), FILES)).isInstanceOf(ValidationException.class)
                    .hasMessageStartingWith("Invalid file type: ").hasMessageEndingWith("one of these formats: [" + type + "]");
        }
    }

    @Test
    void judgesAFileByTheNameThatItWasStoredUnder() {
        var claimed = "{\"text\":\"Look\",\"files\":[{\"path\":\"abc/a.exe\",\"orig_name\":\"a.png\",\"mime_type\":\"image/png\","
                + "\"meta\":{\"_type\":\"gradio.FileData\"}}]}";
        assertThatThrownBy(() -> BlockAccess.preprocess(new MultimodalTextbox().fileTypes("image"), parse(claimed), FILES)).isInstanceOf(ValidationException.class);
    }

    @Test
    void refusesFewerThanOneLine() {
        assertThatThrownBy(() -> new MultimodalTextbox("Poem").lines(0)).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("MultimodalTextbox \"Poem\": lines must be 1 or more, not 0");
        assertThatThrownBy(() -> new MultimodalTextbox().maxLines(-1)).hasMessageContaining("maxLines");
        assertThatThrownBy(() -> new MultimodalTextbox().maxPlainTextLength(0)).hasMessageContaining("maxPlainTextLength");
    }

    @Test
    void theSchemaNamesTheFile() {
        var schema = fresh().schema().json();
        assertThat(schema.getJsonObject("$defs")).containsOnlyKeys("FileData", "FileDataMeta");
        assertThat(schema.getJsonArray("required")).hasToString("[\"text\"]");
        assertThat(schema.getString("title")).isEqualTo("MultimodalData");
    }
}
