package io.gradio4j.components.fileexplorer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gradio4j.BlockAccess;
import io.gradio4j.Component;
import io.gradio4j.FileCount;
import io.gradio4j.Request;
import io.gradio4j.ServerFunction;
import io.gradio4j.ValidationException;
import io.gradio4j.components.ComponentContract;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileExplorerTest extends ComponentContract {

    @TempDir
    private Path folder;

    @BeforeEach
    void fill() throws IOException {
        folder = folder.toRealPath();
        Files.createDirectories(folder.resolve("root/gradio/deep"));
        Files.writeString(folder.resolve("root/gradio/app.py"), "app");
        Files.writeString(folder.resolve("root/gradio/deep/notes.txt"), "notes");
        Files.writeString(folder.resolve("root/top.txt"), "top");
        Files.writeString(folder.resolve("secret.txt"), "secret");
        Files.createSymbolicLink(folder.resolve("root/link.txt"), folder.resolve("secret.txt"));
    }

    @Override
    protected FileExplorer<List<Path>> fresh() {
        return FileExplorer.asPaths("Files").rootDir(folder.resolve("root"));
    }

    @Override
    protected Component<?, ?> exemplary() {
        return fresh();
    }

    @Override
    protected String config() {
        return "glob: \"**/*\", value: null, file_count: \"multiple\", root_dir: \"" + Path.of("").toAbsolutePath() + "\", ignore_glob: null, label: null, "
                + "show_label: true, container: true, scale: null, min_width: 160, height: null, max_height: 500, min_height: null, interactive: null, "
                + "visible: true, elem_id: null, elem_classes: [], key: null, preserved_by_key: [\"value\"], buttons: []";
    }

    @Override
    protected List<String> events() {
        return List.of("change", "input", "select");
    }

    @Override
    protected Map.Entry<String, String> schemaAndExample() {
        return Map.entry("{\"items\":{\"items\":{\"type\":\"string\"},\"type\":\"array\"},\"title\":\"FileExplorerData\",\"type\":\"array\","
                + "\"additional_description\":null}",
                "[[\"top.txt\"]]");
    }

    @Override
    protected Map<String, Object> roundTrips() {
        return Map.of("[]", List.of(), "[[\"gradio\",\"app.py\"],[\"top.txt\"]]",
                List.of(folder.resolve("root/gradio/app.py"), folder.resolve("root/top.txt")));
    }

    @Override
    protected List<String> refused() {
        return List.of("3", "\"top.txt\"", "{\"a\":[]}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[[\"..\",\"secret.txt\"]]", "[[\"../secret.txt\"]]", "[[\"link.txt\"]]", "[[\"none.txt\"]]", "[[]]", "[[\"\"]]", "[[\".\"]]",
        "[[\"gradio\",\"..\",\"top.txt\"]]", "[[\"/etc/passwd\"]]", "[[\"a\\u0000b\"]]", "[[\"C:\"]]"})
    void nothingOutsideCanBeChosen(String payload) {
        assertThatThrownBy(() -> BlockAccess.preprocess(fresh(), parse(payload), NO_HELP)).isInstanceOf(ValidationException.class)
                .hasMessageStartingWith("There is no such file to choose: ");
    }

    @Test
    void whatThePatternsLeaveOutCannotBeChosen() {
        assertThatThrownBy(() -> BlockAccess.preprocess(fresh().glob("*.py"), parse("[[\"top.txt\"]]"), NO_HELP)).isInstanceOf(ValidationException.class);
        assertThatThrownBy(() -> BlockAccess.preprocess(fresh().ignoreGlob("*/gradio"), parse("[[\"gradio\",\"app.py\"]]"), NO_HELP))
                .isInstanceOf(ValidationException.class);
    }

    @Test
    void oneIsOneOrNone() {
        var one = FileExplorer.asPath("File").rootDir(folder.resolve("root"));
        assertThat(BlockAccess.preprocess(one, parse("[[\"top.txt\"]]"), NO_HELP)).isEqualTo(folder.resolve("root/top.txt"));
        assertThat(BlockAccess.preprocess(one, JsonValue.NULL, NO_HELP)).isNull();
        assertThatThrownBy(() -> BlockAccess.preprocess(one, parse("[[\"top.txt\"],[\"gradio\",\"app.py\"]]"), NO_HELP))
                .isInstanceOf(ValidationException.class).hasMessage("Expected only one file, but 2 were selected.");
        assertThatThrownBy(() -> one.fileCount(FileCount.MULTIPLE)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void foldersComeFirst() throws Exception {
        assertThat(ls(fresh().glob("*.txt"), "[]")).isEqualTo("gradio folder false, top.txt file true");
        assertThat(ls(fresh().glob("*.txt"), "[\"gradio\"]")).isEqualTo("deep folder false");
        assertThat(ls(fresh(), "[\"gradio\"]")).isEqualTo(". file true, deep folder true, app.py file true");
        assertThat(ls(fresh().ignoreGlob("*deep*"), "[\"gradio\"]")).isEqualTo(". file true, app.py file true");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[\"..\"]", "[\"none\"]", "[\"top.txt\"]", "[\"gradio\",\"..\",\"..\"]"})
    void otherFoldersAreEmpty(String parts) throws Exception {
        assertThat(ls(fresh(), parts)).isEmpty();
    }

    @Test
    void theFolderMustExist() {
        assertThatThrownBy(() -> fresh().rootDir(folder.resolve("none"))).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("FileExplorer \"Files\": there is no folder " + folder.resolve("none"));
    }

    @Test
    void onlyWhatIsInTheFolderCanBeShown() {
        assertThatThrownBy(() -> BlockAccess.postprocess(fresh(), List.of(folder.resolve("secret.txt")), NO_HELP))
                .isInstanceOf(IllegalArgumentException.class).hasMessageStartingWith("The file " + folder.resolve("secret.txt"));
    }

    private static String ls(FileExplorer<?> explorer, String parts) throws Exception {
        var entries = (JsonArray) BlockAccess.serverFunctions(explorer).get("ls").apply(new ServerFunction.Call(parse(parts), NO_HELP, Request.NONE));
        return entries.getValuesAs(JsonObject.class).stream().map(e -> e.getString("name") + " " + e.getString("type") + " " + e.getBoolean("valid"))
                .collect(Collectors.joining(", "));
    }
}
