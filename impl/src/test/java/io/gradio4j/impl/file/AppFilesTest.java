package io.gradio4j.impl.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.gradio4j.Conversion;
import io.gradio4j.DeleteCache;
import io.gradio4j.FileData;
import io.gradio4j.ValidationException;
import io.gradio4j.impl.json.Jsons;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AppFilesTest {

    private static final String META = "\"meta\":{\"_type\":\"gradio.FileData\"}";
    private static final String ROOT = "https://example.org/app";

    @TempDir
    Path folder;
    private AppFiles files;
    private Conversion conversion;

    @BeforeEach
    void open() {
        files = files(Optional.empty());
        conversion = files.conversion(ROOT);
    }

    private AppFiles files(Optional<DeleteCache> deletion) {
        return new AppFiles(new FileSettings(Optional.of(folder.resolve("cache")), List.of(folder.resolve("allowed")), List.of(), OptionalLong.of(100), FileSettings.MAX_STREAMS),
                List.of(folder.resolve("static")), List.of(), deletion);
    }

    private Path file(String path, String content) throws IOException {
        var file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, content);
    }

    private static FileData named(String path) {
        return new FileData(path, null, null, null, null, false);
    }

    @Test
    void publishedFileHasAnOpaqueNameAndAUrlThatTheClientKnows() throws IOException {
        var data = conversion.publish(file("a #1 é.txt", "hello"));

        assertThat(data.path()).matches("[0-9a-f]{64}/a 1 é\\.txt").doesNotContain(folder.toString());
        assertThat(data).isEqualTo(new FileData(data.path(), ROOT + "/gradio_api/file=" + data.path(), 5L, "a #1 é.txt", null, false));
        assertThat(conversion.file(data)).hasContent("hello").hasFileName("a 1 é.txt");
    }

    @Test
    void publishedBytesAreAFileToo() {
        var data = conversion.publish("hello".getBytes(), "../x.txt");

        assertThat(data.path()).matches("[0-9a-f]{64}/x\\.txt");
        assertThat(conversion.file(data)).hasContent("hello");
    }

    @Test
    void cachedFileIsNotCopiedAgain() throws IOException {
        var first = conversion.publish(file("a.txt", "hello"));

        assertThat(conversion.publish(conversion.file(first))).isEqualTo(first);
    }

    @Test
    void staticFileIsPublishedWhereItIs() throws IOException {
        var data = conversion.publish(file("static/logo.svg", "<svg/>"));

        assertThat(conversion.file(data)).isEqualTo(folder.toRealPath().resolve("static/logo.svg"));
        assertThat(folder.resolve("cache").resolve(data.path())).doesNotExist();
    }

    @Test
    void pathsWithinOtherValuesArePublished() throws IOException {
        var json = conversion.toJson(Map.of("icon", List.of(file("a.txt", "hello")))).asJsonObject();

        assertThat(FileData.from(json.getJsonArray("icon").getFirst()).url()).startsWith(ROOT);
    }

    @Test
    void missingFileIsNamed() {
        assertThatIllegalArgumentException().isThrownBy(() -> conversion.publish(folder.resolve("nothing.txt")))
                .withMessageContaining(folder.resolve("nothing.txt").toString());
    }

    @Test
    void clientCannotNameAnyOtherFile() throws IOException {
        var allowed = file("allowed/a.txt", "hello");

        assertThat(List.of("/etc/passwd", "allowed/a.txt", allowed.toString(), "../a.txt", "file:///etc/passwd", "0".repeat(64) + "/a.txt", ".seed"))
                .allSatisfy(path -> assertThatExceptionOfType(ValidationException.class).isThrownBy(() -> conversion.file(named(path)))
                        .withMessage("Cannot move " + path + " to the gradio cache dir because it was not uploaded by a user."));
    }

    @Test
    void noHostileNameIsAFile() {
        assertThat(Hostile.names().filter(name -> !AppFiles.isUrl(name))).allSatisfy(name -> assertThatExceptionOfType(ValidationException.class)
                .isThrownBy(() -> conversion.file(named(name))));
    }

    @Test
    void pieceOfARecordingIsAFileAndAPlaylistIsNone() {
        var piece = conversion.publish(new byte[] {1, 2, 3}, "audio.wav");
        assertThat(conversion.file(new FileData(piece.path(), null, null, null, null, true))).hasBinaryContent(new byte[] {1, 2, 3});
        assertThatExceptionOfType(ValidationException.class).isThrownBy(() -> conversion.file(
                new FileData("s/1/2/playlist.m3u8", null, null, null, null, true))).withMessageContaining("not uploaded");
    }

    @Test
    void urlIsNotFetchedUnlessTheAppSaysSo() {
        assertThatExceptionOfType(ValidationException.class).isThrownBy(() -> conversion.file(named("https://example.org/a.txt")))
                .withMessageContaining("This app fetches no URLs").withMessageContaining("https://example.org/a.txt");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            data:text/plain;base64,aGVsbG8=           | hello | file.txt
            DATA:image/jpeg;BASE64,aGVsbG8            | hello | file.jpg
            data:image/png;name=x.png;base64,aGVsbG8= | hello | file.png
            data:,hello                               | hello | file
            data:text/plain;charset=utf-8,h%65llo%    | hello% | file.txt
            data:application/x-unknown;base64,aGVsbG8= | hello | file
            """)
    void dataUrlIsDecodedIntoTheCache(String url, String content, String name) {
        assertThat(conversion.file(named(url))).hasContent(content).hasFileName(name);
    }

    @Test
    void dataUrlMayComeWithAName() {
        assertThat(conversion.file(named("data:,x").named("../a.html"))).hasFileName("a.html");
    }

    @ParameterizedTest
    @ValueSource(strings = {"data:", "data:text/plain", "data:;base64,a"})
    void brokenDataUrlIsRefused(String url) {
        assertThatExceptionOfType(ValidationException.class).isThrownBy(() -> conversion.file(named(url))).withMessageContaining("data URL");
    }

    @Test
    void dataUrlIsNoWayAroundTheLargestSize() {
        assertThatExceptionOfType(ValidationException.class).isThrownBy(() -> conversion.file(named("data:," + "x".repeat(101))))
                .withMessage("File size exceeded maximum allowed size of 100 bytes.");
    }

    @Test
    void everyFileWithinAnInputIsChecked() throws IOException {
        var good = conversion.publish(file("a.txt", "hello")).json().toString();
        files.check(Jsons.read("[1,\"/etc/passwd\",{\"path\":\"/etc/passwd\"},{\"x\":[" + good + "]}]"));

        assertThatExceptionOfType(ValidationException.class).isThrownBy(() -> files.check(Jsons.read(
                "[{\"x\":[" + good + ",{\"path\":\"/etc/passwd\"," + META + "}]}]"))).withMessageContaining("/etc/passwd");
    }

    @Test
    void everyPathWithinEventDataIsChecked() throws IOException {
        var good = conversion.publish(file("a.txt", "hello")).path();
        files.checkEventData(Jsons.read("{\"index\":1,\"value\":{\"path\":\"" + good + "\"},\"more\":[{\"path\":\"https://example.org/a\"}]}"));

        assertThatExceptionOfType(ValidationException.class).isThrownBy(() -> files.checkEventData(Jsons.read("[{\"path\":\"/etc/passwd\"}]")))
                .withMessage("File /etc/passwd is not in the cache folder and cannot be accessed.");
    }

    @Test
    void urlsGetTheAddressOfTheServer() throws IOException {
        var json = Jsons.array().add(files.definitions().publish(file("a.txt", "hello")).json())
                .add(Jsons.read("{\"url\":\"/gradio_api/file=x\"}")).build();

        assertThat(FileUrls.areIn(json)).isTrue();
        var rooted = FileUrls.rooted(json, ROOT).asJsonArray();
        assertThat(FileData.from(rooted.getFirst())).isEqualTo(conversion.publish(file("a.txt", "hello")));
        assertThat(rooted.get(1)).as("no file").isEqualTo(json.get(1));
        assertThat(FileUrls.areIn(rooted)).isFalse();
    }

    @Test
    void oldFilesOfTheAppAreDeletedAndAllAtItsEnd() throws Exception {
        var deleting = files(Optional.of(new DeleteCache(Duration.ofSeconds(1), Duration.ofMinutes(1))));
        var initial = deleting.definitions().publish(file("initial.txt", "initial"));
        deleting.conversion(ROOT).publish(file("initial.txt", "initial"));
        var old = deleting.conversion(ROOT).publish(file("old.txt", "old"));
        var young = deleting.conversion(ROOT).publish(file("young.txt", "young"));
        var foreign = conversion.publish(file("foreign.txt", "foreign"));
        for (var data : List.of(initial, old, foreign)) {
            Files.setLastModifiedTime(conversion.file(data), java.nio.file.attribute.FileTime.fromMillis(0));
        }

        deleting.deleteOld();

        assertThat(List.of(initial, old, young, foreign)).extracting(data -> files.resolver().input(data.path()).isPresent())
                .containsExactly(true, false, true, true);
        deleting.close();
        assertThat(List.of(initial, young, foreign)).extracting(data -> files.resolver().input(data.path()).isPresent())
                .containsExactly(true, false, true);
    }

    @Test
    void nothingIsDeletedUnlessTheAppSaysSo() throws IOException {
        var data = conversion.publish(file("a.txt", "hello"));
        files.deleteOld();
        files.close();

        assertThat(conversion.file(data)).exists();
    }
}
