package io.gradio4j.components.download;

import static org.assertj.core.api.Assertions.assertThat;

import io.gradio4j.BlockAccess;
import io.gradio4j.Conversion;
import io.gradio4j.Schema;
import io.gradio4j.components.ComponentContract;
import io.gradio4j.components.FilesOnDisk;
import io.gradio4j.components.button.ButtonSize;
import io.gradio4j.components.button.Variant;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DownloadButtonTest extends ComponentContract {

    private static final Path FOLDER = Path.of("somewhere");

    @Override
    protected Conversion conversion() {
        return new FilesOnDisk(FOLDER);
    }

    @Override
    protected DownloadButton fresh() {
        return new DownloadButton();
    }

    @Override
    protected String config() {
        return """
                label: "Download", value: null, variant: "secondary", visible: true, size: "lg", icon: null, scale: null, min_width: null,
                interactive: true, elem_id: null, elem_classes: [], key: null, preserved_by_key: ["value"]
                """;
    }

    @Override
    protected List<String> events() {
        return List.of("change", "click");
    }

    @Override
    protected Map.Entry<String, String> schemaAndExample() {
        return Map.entry(Schema.file().json().toString(), Schema.file().example().toString());
    }

    @Override
    protected Map<String, Object> roundTrips() {
        return Map.of(FilesOnDisk.json("a.txt"), FOLDER.resolve("a.txt"));
    }

    @Override
    protected List<String> refused() {
        return List.of("3", "\"a.txt\"", "{}");
    }

    @Test
    void looksLikeAnyButtonAndIsAParameterOfAnEndpoint() {
        var button = new DownloadButton("Save").variant(Variant.PRIMARY).size(ButtonSize.SM).icon(Path.of("a.png"));
        assertThat(button.properties()).containsEntry("label", "Save").containsEntry("variant", Variant.PRIMARY).containsEntry("icon", Path.of("a.png"));
        assertThat(BlockAccess.skipApi(button)).isFalse();
    }

    @Test
    void savesAFileElsewhere() {
        var button = new DownloadButton().value(URI.create("https://example.org/a.pdf"));
        assertThat(BlockAccess.postprocess(button, button.properties().get("value"), conversion()).asJsonObject().getString("url"))
                .isEqualTo("https://example.org/a.pdf");
    }
}
