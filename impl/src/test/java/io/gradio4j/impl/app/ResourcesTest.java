package io.gradio4j.impl.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResourcesTest {

    @TempDir
    private Path folder;

    private Resources resources = new Resources(List.of());

    @BeforeEach
    void writeFiles() throws IOException {
        write("META-INF/resources/gradio/rating/rating.js", "stars");
        write("META-INF/resources/gradio/rating/rating.js.gz", "zip");
        write("META-INF/resources/gradio/rating/..js", "dots");
        write("META-INF/resources/gradio/top.js", "top");
        write("META-INF/resources/secret/key.txt", "secret");
        write("secret.txt", "secret");
        resources = new Resources(List.of(new URLClassLoader(new URL[] {folder.toUri().toURL()}, null)));
    }

    private void write(String path, String content) throws IOException {
        var file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }

    @Test
    void aFileIsFoundWithItsCompressedForms() {
        var found = resources.find("rating/rating.js").orElseThrow();

        assertThat(new String(found.content(), StandardCharsets.UTF_8)).isEqualTo("stars");
        assertThat(found.gzip()).contains("zip".getBytes(StandardCharsets.UTF_8));
        assertThat(found.brotli()).isEmpty();
    }

    @Test
    void aFilesAddressHasTheVersionOfItsContent() throws IOException {
        var address = resources.url("rating/rating.js").orElseThrow();
        assertThat(address).matches("assets/[0-9a-f]{12}/rating/rating\\.js");

        write("META-INF/resources/gradio/rating/rating.js", "more stars");
        var other = new Resources(List.of(new URLClassLoader(new URL[] {folder.toUri().toURL()}, null)));

        assertThat(other.url("rating/rating.js").orElseThrow()).isNotEqualTo(address);
    }

    @Test
    void aFileIsReadOnce() {
        assertThat(resources.find("rating/rating.js").orElseThrow()).isSameAs(resources.find("rating/rating.js").orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", ".", "..", "../secret/key.txt", "rating/../../secret/key.txt", "rating/../rating/rating.js",
        "./rating/rating.js", "/rating/rating.js", "//rating/rating.js", "rating//rating.js", "/etc/passwd", "C:/Windows/win.ini",
        "C:\\Windows\\win.ini", "rating\\rating.js", "..\\secret\\key.txt", "%2e%2e/secret/key.txt", "rating/%2e%2e/%2e%2e/secret/key.txt",
        "rating%2frating.js", "rating/rating.js\u0000", "rating/rating.js\u0000.txt", "rating/rating.js?x", "rating/rating.js#x",
        "rating/ rating.js", "rating/rating.js/", "rating/..js", "rating/.hidden", "rating", "top.js", "file:rating/rating.js",
        "rating/rating.js\n", "～/rating.js"})
    void aHostilePathFindsNothing(String path) {
        assertThat(resources.find(path)).isEmpty();
        assertThat(resources.url(path)).isEmpty();
    }

    @Test
    void aPathThatIsTooLongFindsNothing() throws IOException {
        var name = "a".repeat(100) + "/" + "b".repeat(100);
        write("META-INF/resources/gradio/" + name, "x");

        assertThat(resources.find(name)).isEmpty();
    }

    @Test
    void aPathThatIsTooDeepFindsNothing() throws IOException {
        write("META-INF/resources/gradio/" + "d/".repeat(9) + "x.js", "x");

        assertThat(resources.find("d/".repeat(9) + "x.js")).isEmpty();
    }

    @Test
    void theFirstClassLoaderWins() throws IOException {
        var other = Files.createTempDirectory(folder, "other");
        Files.createDirectories(other.resolve("META-INF/resources/gradio/rating"));
        Files.writeString(other.resolve("META-INF/resources/gradio/rating/rating.js"), "other");
        var both = new Resources(List.of(new URLClassLoader(new URL[] {other.toUri().toURL()}, null),
                new URLClassLoader(new URL[] {folder.toUri().toURL()}, null)));

        assertThat(both.find("rating/rating.js").orElseThrow().content()).isEqualTo("other".getBytes(StandardCharsets.UTF_8));
    }
}
