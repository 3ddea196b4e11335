package io.gradio4j.components.upload;

import static org.assertj.core.api.Assertions.assertThat;

import io.gradio4j.BlockAccess;
import io.gradio4j.Conversion;
import io.gradio4j.FileCount;
import io.gradio4j.Schema;
import io.gradio4j.components.ComponentContract;
import io.gradio4j.components.FilesOnDisk;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UploadButtonTest extends ComponentContract {

    private static final Path FOLDER = Path.of("somewhere");

    @Override
    protected Conversion conversion() {
        return new FilesOnDisk(FOLDER);
    }

    @Override
    protected UploadButton<?> fresh() {
        return UploadButton.asPath("Add");
    }

    @Override
    protected String config() {
        return """
                label: "Upload a File", value: null, variant: "secondary", visible: true, size: "lg", icon: null, scale: null, min_width: null,
                interactive: true, elem_id: null, elem_classes: [], key: null, preserved_by_key: ["value"], type: "filepath",
                file_count: "single", file_types: null
                """;
    }

    @Override
    protected List<String> unsettable() {
        return List.of("type");
    }

    @Override
    protected List<String> events() {
        return List.of("change", "click", "upload");
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
    void takesSeveralFilesWhereAHandlerSeesSeveral() {
        var folder = UploadButton.asPaths("Add").fileCount(FileCount.DIRECTORY).fileTypes(".txt");
        assertThat(BlockAccess.preprocess(folder, parse("[" + FilesOnDisk.json("a.txt") + "]"), conversion())).isEqualTo(List.of(FOLDER.resolve("a.txt")));
        assertThat(BlockAccess.defaults(folder).get("file_count")).isEqualTo("multiple");
        assertThat(folder.properties()).containsEntry("file_count", FileCount.DIRECTORY).containsEntry("file_types", List.of(".txt"));
    }
}
