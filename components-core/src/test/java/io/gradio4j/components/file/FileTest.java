package io.gradio4j.components.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gradio4j.BlockAccess;
import io.gradio4j.Conversion;
import io.gradio4j.FileCount;
import io.gradio4j.Schema;
import io.gradio4j.ValidationException;
import io.gradio4j.components.ComponentContract;
import io.gradio4j.components.FilesOnDisk;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileTest extends ComponentContract {

    @TempDir
    static Path folder;

    @Override
    protected Conversion conversion() {
        return new FilesOnDisk(folder);
    }

    @Override
    protected File<?> fresh() {
        return File.asPath("A file");
    }

    @Override
    protected String config() {
        return """
                value: null, file_count: "single", file_types: null, type: "filepath", label: null, show_label: true, container: true, scale: null,
                min_width: 160, height: null, interactive: null, visible: true, elem_id: null, elem_classes: [], key: null,
                preserved_by_key: ["value"], allow_reordering: false, buttons: []
                """;
    }

    @Override
    protected List<String> unsettable() {
        return List.of("type");
    }

    @Override
    protected List<String> events() {
        return List.of("change", "select", "clear", "upload", "delete", "download");
    }

    @Override
    protected Map.Entry<String, String> schemaAndExample() {
        return Map.entry(Schema.file().json().toString(), "{\"path\":\"https://example.org/sample.pdf\",\"url\":\"https://example.org/sample.pdf\",\"size\":null,"
                + "\"orig_name\":null,\"mime_type\":null,\"is_stream\":false,\"meta\":{\"_type\":\"gradio.FileData\"}}");
    }

    @Override
    protected Map<String, Object> roundTrips() {
        return Map.of(FilesOnDisk.json("a.txt"), folder.resolve("a.txt"));
    }

    @Override
    protected List<String> refused() {
        return List.of("3", "\"a.txt\"", "{\"path\":\"a.txt\"}", "[1]");
    }

    @Test
    void severalFilesAreAListAndOneOfThemIsTheFirst() {
        var two = parse("[" + FilesOnDisk.json("a") + "," + FilesOnDisk.json("b") + "]");
        assertThat(BlockAccess.preprocess(File.asPaths("x"), two, conversion())).isEqualTo(List.of(folder.resolve("a"), folder.resolve("b")));
        assertThat(BlockAccess.preprocess(File.asPath("x"), two, conversion())).isEqualTo(folder.resolve("a"));
        assertThat(BlockAccess.preprocess(File.asPaths("x"), parse(FilesOnDisk.json("a")), conversion())).isEqualTo(List.of(folder.resolve("a")));
        assertThat(BlockAccess.preprocess(File.asPaths("x"), parse("null"), conversion())).isEqualTo(List.of());
        assertThat(BlockAccess.preprocess(File.asPath("x"), parse("null"), conversion())).isNull();
        assertThat(BlockAccess.postprocess(File.asPaths("x"), List.of(folder.resolve("a")), conversion())).isEqualTo(parse("[" + FilesOnDisk.json("a") + "]"));
        assertThat(File.asPaths("x").schema().json().getString("title")).isEqualTo("ListFiles");
        assertThat(BlockAccess.defaults(File.asPaths("x")).get("file_count")).isEqualTo("multiple");
    }

    @Test
    void samplesAreReadByTheirNames() {
        assertThat(BlockAccess.example(File.asPath("x"), folder.resolve("a.txt"), NO_HELP)).hasToString("\"a.txt\"");
        assertThat(BlockAccess.example(File.asPaths("x"), List.of(folder.resolve("a.txt"), folder.resolve("b.txt")), NO_HELP)).hasToString("\"a.txt, b.txt\"");
        assertThat(BlockAccess.example(File.asBytes("x"), new byte[3], NO_HELP)).hasToString("\"file\"");
        assertThat(BlockAccess.example(File.asPath("x"), null, NO_HELP)).hasToString("null");
    }

    @Test
    void contentsAreBytes() throws Exception {
        Files.writeString(folder.resolve("content.txt"), "abc");
        var wire = parse(FilesOnDisk.json("content.txt"));
        assertThat((byte[]) BlockAccess.preprocess(File.asBytes("x"), wire, conversion())).asString().isEqualTo("abc");
        assertThat((List<?>) BlockAccess.preprocess(File.asByteArrays("x"), wire, conversion())).singleElement().isEqualTo("abc".getBytes());
        assertThat(BlockAccess.defaults(File.asBytes("x")).get("type")).isEqualTo("binary");
        assertThat(BlockAccess.postprocess(File.asBytes("x"), new byte[3], conversion()).asJsonObject().getString("path")).isEqualTo("file3");
    }

    @Test
    void refusesOtherKindsOfFiles() {
        var pictures = File.asPath("x").fileTypes("image", ".csv");
        for (var name : List.of("a.png", "A.JPEG", "b.csv", "c.webp")) {
            assertThat(BlockAccess.preprocess(pictures, parse(FilesOnDisk.json(name)), conversion())).isEqualTo(folder.resolve(name));
        }
        for (var name : List.of("a.txt", ".csv", "csv", "a.png.exe")) {
            assertThatThrownBy(() -> BlockAccess.preprocess(pictures, parse(FilesOnDisk.json(name)), conversion())).as(name)
                    .isInstanceOf(ValidationException.class)
                    .hasMessage("Invalid file type. Please upload a file that is one of these formats: [image, .csv]");
        }
    }

    @Test
    void theNumberOfFilesGoesWithWhatAHandlerSees() {
        assertThat(File.asPaths("x").fileCount(FileCount.DIRECTORY).properties()).containsEntry("file_count", FileCount.DIRECTORY);
        assertThatThrownBy(() -> File.asPath("x").fileCount(FileCount.MULTIPLE)).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("File \"x\": a handler sees one file, so fileCount cannot be MULTIPLE");
        assertThatThrownBy(() -> File.asPaths("x").fileCount(FileCount.SINGLE)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void mayStartWithAFileElsewhere() {
        var file = File.asPath("x").value(URI.create("https://example.org/a.pdf"));
        assertThat(BlockAccess.postprocess(file, file.properties().get("value"), conversion()).asJsonObject().getString("url"))
                .isEqualTo("https://example.org/a.pdf");
    }
}
